internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// When a jury meets, on what, and who sits, as it is typed.
struct FormulaireDeJury {
  private var nature = "annee"
  private var date = ""
  private var nomination = ""
  private var membres: [Rang] = []
  private var fautes: [String: String] = [:]
  private let promotion: Promotion
  /// The kinds of juries that were closed already: another one says why it meets.
  private let closes: [SessionDeJury.Nature]
  private var motif = ""
  /// The jury as it was read; `nil` for a new one.
  private let session: SessionDeJury?

  /// A row of the members.
  private struct Rang {
    var nom = ""
    var qualite = SessionDeJury.Membre.Qualite.enseignant.rawValue
    var present = false
  }

  /// What was typed, once it can be taken.
  struct Valeurs {
    let nature: SessionDeJury.Nature
    let date: Jour
    let nomination: String?
    let membres: [SessionDeJury.Membre]
    let motif: String?
  }

  /// Rows left empty for those who are still to be named.
  private static let rangsVides = 4

  /// For a new jury, with those who sat at the last one.
  init(_ ouverture: PreparerLOuverture.Ouverture) {
    promotion = ouverture.promotion
    closes = ouverture.closes
    session = nil
    nomination = ouverture.nomination ?? ""
    membres = ouverture.membres.map(Self.rang)
    completer()
    if ouverture.membres.isEmpty { membres[0].qualite = "president" }
  }

  /// For a jury that is there.
  init(_ session: SessionDeJury, _ promotion: Promotion) {
    self.promotion = promotion
    closes = []
    self.session = session
    date = session.date.description
    nomination = session.nomination ?? ""
    membres = session.membres.map(Self.rang)
    completer()
  }

  /// As a browser sends it, for a new jury.
  init(_ envoi: HTTPForm, _ ouverture: PreparerLOuverture.Ouverture) {
    self.init(envoi, ouverture.promotion, nil, ouverture.closes)
  }

  /// The same, for a jury that is there.
  init(_ envoi: HTTPForm, _ promotion: Promotion, _ session: SessionDeJury) {
    self.init(envoi, promotion, session, [])
  }

  private init(
    _ envoi: HTTPForm,
    _ promotion: Promotion,
    _ session: SessionDeJury?,
    _ closes: [SessionDeJury.Nature],
  ) {
    self.promotion = promotion
    self.session = session
    self.closes = closes
    motif = (envoi["motif"] ?? "").sansBords
    nature = envoi["objet"] ?? "annee"
    date = (envoi["date"] ?? "").sansBords
    nomination = (envoi["nomination"] ?? "").sansBords
    let qualites = envoi.fields.all("qualite")
    let presents = Set(envoi.fields.all("present"))
    membres = envoi.fields.all("membre").prefix(100).enumerated().map { rang, nom in
      Rang(
        nom: nom.sansBords,
        qualite: rang < qualites.count ? qualites[rang] : "",
        present: presents.contains("\(rang)"),
      )
    }
    completer()
  }

  private static func rang(_ membre: SessionDeJury.Membre) -> Rang {
    Rang(nom: membre.nom, qualite: membre.qualite.rawValue, present: membre.present)
  }

  private mutating func completer() {
    membres = membres.filter { !$0.nom.isEmpty }
    membres += Array(repeating: Rang(), count: Self.rangsVides)
  }

  /// What was typed; `nil` once faults are noted at their fields.
  mutating func lire() -> Valeurs? {
    let objet = session?.nature ?? lireLaNature()
    if objet == nil { fautes["objet"] = "Choisissez un semestre de la promotion, ou l’année." }
    let jour = Jour(date)
    let rentree = Jour(ouvrant: promotion.annee)
    if jour == nil { fautes["date"] = "Donnez le jour de la délibération." }
    if let jour, jour < rentree {
      fautes["date"] = "L’année \(promotion.annee) commence le \(rentree.enLettres)."
    }
    if nomination.count > 200 { fautes["nomination"] = "200 signes au plus." }
    let nommes = membres.filter { !$0.nom.isEmpty }
    if nommes.contains(where: { $0.nom.count > 200 }) {
      fautes["membres"] = "Un nom a 200 signes au plus."
    }
    if nommes.count(where: { $0.qualite == "president" }) > 1 {
      fautes["membres"] = "Une seule personne préside."
    }
    let lus = nommes.compactMap { rang in
      SessionDeJury.Membre.Qualite(rawValue: rang.qualite).map {
        SessionDeJury.Membre(nom: rang.nom, qualite: $0, present: rang.present)
      }
    }
    if lus.count < nommes.count { fautes["membres"] = "Choisissez la qualité de chacun." }
    if let objet, closes.contains(objet), motif.isEmpty {
      fautes["motif"] = "Un jury de cet objet est déjà clos : dites pourquoi un autre se réunit."
    }
    if motif.count > 500 { fautes["motif"] = "500 signes au plus." }
    guard fautes.isEmpty, let objet, let jour else { return nil }
    return Valeurs(
      nature: objet,
      date: jour,
      nomination: nomination.isEmpty ? nil : nomination,
      membres: lus,
      motif: motif.isEmpty ? nil : motif,
    )
  }

  private func lireLaNature() -> SessionDeJury.Nature? {
    if nature == "annee" { return .annee }
    return promotion.anneeBUT.semestres.first { "S\($0.valeur)" == nature }.map { .semestre($0) }
  }

  // MARK: The form

  func corps(vers adresse: SafeURL, jeton: Jeton, bouton: String) -> some HTML {
    HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: adresse, jeton: jeton) {
        if let session { input(.type("hidden"), .name("version"), .value("\(session.version)")) }
        Rangee { for champ in champs { champ } }
        tableDesMembres
        Boutons(Bouton(bouton, .premier))
      },
    )
  }

  private var champs: [Champ] {
    let objets =
      [Choix("annee", "Fin d’année")]
      + promotion.anneeBUT.semestres.map { Choix("S\($0.valeur)", "Semestre \($0.valeur)") }
    let objet = Champ(
      "objet",
      "Délibère sur",
      .choix(objets, choisi: nature),
      erreur: fautes["objet"],
    )
    let pourquoi = Champ(
      "motif",
      "Pourquoi un nouveau jury",
      .texte(motif),
      aide:
        "Un jury est déjà clos : celui-ci remplace ses décisions, après la session 2 par exemple. Une erreur matérielle se répare depuis les scellés.",
      erreur: fautes["motif"],
      estFacultatif: fautes["motif"] == nil && !closes.contains(.annee),
    )
    return (session == nil ? [objet] : []) + (closes.isEmpty ? [] : [pourquoi]) + [
      Champ("date", "Jour", .date(date), erreur: fautes["date"]),
      Champ(
        "nomination",
        "Décision de nomination",
        .texte(nomination),
        aide: "L’acte qui nomme le jury : « arrêté 2026-12 du 3 mars 2026 ».",
        erreur: fautes["nomination"],
        estFacultatif: true,
      ),
    ]
  }

  private var tableDesMembres: some HTML {
    fieldset(.class("champ")) {
      legend { "Membres" }
      if let faute = fautes["membres"] { p(.class("faute"), .role("alert")) { faute } }
      Tableau(
        "Membres du jury, dans l’ordre de la nomination",
        colonnes: [.init("Nom"), .init("Qualité"), .init("Présent", .centre)],
        lignes: membres.enumerated().map { rang, membre in
          Tableau.Ligne([
            Cellule(
              input(
                .type("text"),
                .name("membre"),
                .value(membre.nom),
                .aria("label", "Nom du membre \(rang + 1)"),
              )
            ),
            Cellule(qualites(rang, membre)),
            Cellule(
              input(
                .type("checkbox"),
                .name("present"),
                .value("\(rang)"),
                .checked(membre.present),
                .aria("label", "Membre \(rang + 1) présent"),
              )
            ),
          ])
        },
      )
    }
  }

  private func qualites(_ rang: Int, _ membre: Rang) -> some HTML {
    select(.name("qualite"), .aria("label", "Qualité du membre \(rang + 1)")) {
      for qualite in SessionDeJury.Membre.Qualite.allCases {
        option(.value(qualite.rawValue), .selected(qualite.rawValue == membre.qualite)) {
          qualite.phrase
        }
      }
    }
  }
}
