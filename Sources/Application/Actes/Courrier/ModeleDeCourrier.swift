internal import Scolarite
internal import Text

/// What a message says, in plain text; the HTML is made from it.
///
/// No value of a mark, an average or a decision can be given here: a message says where to read.
struct ModeleDeCourrier {
  let sorte: SorteDeCourrier
  var sujets: [SujetDAvis] = []
  let objet: String
  let texte: String

  /// What is new and what is due, with the page where each is read.
  static func avis(
    _ nouvelles: [Annonce],
    nom: String,
    desinscription: String,
    _ reglages: ReglagesDeCourrier,
  ) -> ModeleDeCourrier {
    let pages = nouvelles.map(\.page).sansDoublon
    let blocs = pages.map { page in
      nouvelles.filter { $0.page == page }.map(\.phrase).joined(separator: "\n")
        + "\n\(reglages.site)\(page)"
    }
    let pied = """
      Vous pouvez choisir ce qui vous est écrit, sur votre compte :
      \(reglages.site)/compte#courrier
      ou ne plus recevoir ce message-ci :
      \(reglages.site)\(desinscription)
      """
    return ModeleDeCourrier(
      sorte: .avis,
      sujets: nouvelles.map(\.sujet).sansDoublon,
      objet: nouvelles.count == 1 ? nouvelles[0].objet : "Du nouveau dans Délibéré",
      texte: lettre(nom, blocs, pied, reglages),
    )
  }

  /// A code to choose a password; another text where the university lets the person in.
  static func oubli(
    code: String,
    minutes: Int64,
    nom: String,
    _ reglages: ReglagesDeCourrier,
  ) -> ModeleDeCourrier {
    ModeleDeCourrier(
      sorte: .motDePasse,
      objet: "Choisir un nouveau mot de passe",
      texte: lettre(
        nom,
        [
          """
          Un nouveau mot de passe a été demandé pour votre compte. Pour le choisir, ouvrez cette page :
          \(reglages.site)/code?code=\(code)
          """,
          """
          Si le lien ne s’ouvre pas, donnez ce code à la page \(reglages.site)/code :
          \(code)
          """,
          "Il sert une fois, dans les \(minutes) minutes.",
        ],
        "Vous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même.",
        reglages,
      ),
    )
  }

  /// That the account has no password here.
  static func parLUniversite(nom: String, _ reglages: ReglagesDeCourrier) -> ModeleDeCourrier {
    ModeleDeCourrier(
      sorte: .motDePasse,
      objet: "Vous entrez par l’université",
      texte: lettre(
        nom,
        [
          """
          Un nouveau mot de passe a été demandé pour votre compte. Il n’en a pas ici : vous entrez \
          par le service de connexion de l’université, avec le mot de passe de l’université.
          \(reglages.site)/connexion
          """
        ],
        "Vous n’avez rien demandé ? Ne faites rien.",
        reglages,
      ),
    )
  }

  /// That the password is no longer the same.
  static func motDePasseChange(nom: String, le moment: Moment, _ reglages: ReglagesDeCourrier)
    -> ModeleDeCourrier
  {
    ModeleDeCourrier(
      sorte: .motDePasseChange,
      objet: "Votre mot de passe a changé",
      texte: lettre(
        nom,
        [
          """
          Le mot de passe de votre compte a été changé le \(moment.enToutesLettres). Vos autres \
          navigateurs ont été déconnectés.
          """
        ],
        """
        Ce n’était pas vous ? Choisissez-en un autre tout de suite, et prévenez qui administre \
        l’établissement :
        \(reglages.site)/mot-de-passe-oublie
        """,
        reglages,
      ),
    )
  }

  /// That messages arrive.
  static func essai(nom: String, le moment: Moment, _ reglages: ReglagesDeCourrier)
    -> ModeleDeCourrier
  {
    ModeleDeCourrier(
      sorte: .essai,
      objet: "Essai du courrier de Délibéré",
      texte: lettre(
        nom,
        [
          "Ce message a été demandé le \(moment.enToutesLettres), pour vérifier que le courrier part.",
          "Le site est ici :\n\(reglages.site)",
        ],
        "Vous le lisez : le courrier arrive.",
        reglages,
      ),
    )
  }

  /// Lines that hold an address stand as they are: spacing would cut it.
  private static func lettre(
    _ nom: String,
    _ blocs: [String],
    _ pied: String,
    _ reglages: ReglagesDeCourrier,
  ) -> String {
    let parties = ["Bonjour \(nom),"] + blocs + [pied, "-- \n\(reglages.etablissement)"]
    return parties.joined(separator: "\n\n").split(
      separator: "\n",
      omittingEmptySubsequences: false,
    ).map { $0.contains("://") ? String($0) : frenchSpacing(String($0)) }
      .joined(separator: "\n") + "\n"
  }
}

/// One thing to tell, in words.
struct Annonce: Hashable {
  let sujet: SujetDAvis
  let objet: String
  let phrase: String
  /// Where it is read, under the address of the site.
  let page: String
}

extension Moment {
  /// « 3 novembre 2026 à 14 h 05 ».
  var enToutesLettres: String { "\(jour.enFrancais) à \(instant.heure)" }
}

extension Instant {
  /// « 14 h 05 ».
  var heure: String {
    let minutes = minute % 60
    return "\(minute / 60)\u{A0}h"
      + (minutes == 0 ? "" : "\u{A0}\(minutes < 10 ? "0" : "")\(minutes)")
  }
}

extension Sequence where Element: Hashable {
  /// Each once, where it first stands.
  var sansDoublon: [Element] {
    var vus: Set<Element> = []
    return filter { vus.insert($0).inserted }
  }
}
