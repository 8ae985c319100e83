internal import Actes
internal import Courrier
internal import Files
internal import Glibc
internal import Mail

/// What the command line says of mail.
struct ReglagesDuCourrier {
  let facteur: FacteurSMTP
  /// The domain of whoever writes.
  let domaine: String
  let parMinute: Int
  let calme: Int

  /// The options that name the server and who writes.
  static let options = [
    Commande.Option(
      nom: "smtp",
      valeur: "MACHINE:PORT",
      aide: "le serveur qui prend le courrier, smtp.univ.example:587 ; sans lui, rien n’est écrit",
    ),
    Commande.Option(
      nom: "smtp-securite",
      valeur: "COMMENT",
      aide: "par défaut tls sur le port 465, starttls sur les autres ; aucune : en clair",
      choix: ["tls", "starttls", "aucune"],
    ),
    Commande.Option(
      nom: "smtp-compte",
      valeur: "NOM",
      aide: "notre compte chez lui ; son mot de passe est dans DELIBERE_SMTP_MOT_DE_PASSE",
    ),
    Commande.Option(
      nom: "smtp-mot-de-passe",
      valeur: "FICHIER",
      aide: "le fichier du mot de passe, à la place de l’environnement",
    ),
    Commande.Option(
      nom: "expediteur",
      valeur: "ADRESSE",
      aide: "de qui vient le courrier, scolarite@iut.example",
    ),
    Commande.Option(
      nom: "reponse-a",
      valeur: "ADRESSE",
      aide: "à qui vont les réponses, si c’est à quelqu’un d’autre",
    ),
    Commande.Option(
      nom: "debit",
      valeur: "N",
      aide: "messages par minute, au plus ; par défaut 60",
    ),
    Commande.Option(
      nom: "calme",
      valeur: "MINUTES",
      aide: "sans rien de neuf pour une personne, avant de lui écrire ; par défaut 10",
    ),
  ]

  static let optionDesAutorites = Commande.Option(
    nom: "autorites",
    valeur: "FICHIER",
    aide: "les autorités de certification du serveur, en PEM",
  )

  /// What was written; `nil` without server.
  static func lire(_ saisie: Saisie, _ chemin: [String], nom: String) throws(Abandon)
    -> ReglagesDuCourrier?
  {
    guard let serveur = saisie.valeur("smtp") else {
      let autres = options.map(\.nom).filter { saisie.valeur($0) != nil }
      if let autre = autres.first {
        throw .usage("« --\(autre) » ne sert qu’avec --smtp", chemin)
      }
      return nil
    }
    guard let texte = saisie.valeur("expediteur") else {
      throw .usage("il manque --expediteur", chemin)
    }
    let expediteur = try adresse(texte, chemin)
    let reponse = try saisie.valeur("reponse-a").map { (texte) throws(Abandon) in
      try boite(adresse(texte, chemin), nil)
    }
    var configuration = SMTPClientConfiguration()
    configuration.authorities = saisie.valeur("autorites")
    configuration.concurrency = 1
    let client = SMTPClient(try Self.serveur(serveur, saisie, chemin), configuration)
    return ReglagesDuCourrier(
      facteur: FacteurSMTP(client, expediteur: try boite(expediteur, nom), reponse: reponse),
      domaine: expediteur.domain,
      parMinute: try nombre("debit", 60, 1...6_000, saisie, chemin),
      calme: try nombre("calme", 10, 0...120, saisie, chemin),
    )
  }

  private static func boite(_ adresse: MailAddress, _ nom: String?) throws(Abandon) -> Mailbox {
    do throws(MailError) {
      return try Mailbox(adresse, name: nom)
    } catch {
      throw Abandon(code: .usage, messages: [error.phrase])
    }
  }

  private static func nombre(
    _ option: String,
    _ defaut: Int,
    _ bornes: ClosedRange<Int>,
    _ saisie: Saisie,
    _ chemin: [String],
  ) throws(Abandon) -> Int {
    guard let texte = saisie.valeur(option) else { return defaut }
    guard let nombre = Int(texte), bornes.contains(nombre) else {
      throw .usage(
        "« --\(option) \(texte) » : un nombre de \(bornes.lowerBound) à \(bornes.upperBound) attendu",
        chemin,
      )
    }
    return nombre
  }

  static func adresse(_ texte: String, _ chemin: [String]) throws(Abandon) -> MailAddress {
    do throws(MailAddress.Fault) {
      return try MailAddress(texte)
    } catch {
      throw .usage("« \(texte) » : \(error.phrase)", chemin)
    }
  }

  private static func serveur(
    _ texte: String,
    _ saisie: Saisie,
    _ chemin: [String],
  ) throws(Abandon) -> SMTPServer {
    let parties = texte.split(separator: ":", omittingEmptySubsequences: false)
    guard parties.count == 2, let port = Int(parties[1]) else {
      throw .usage("« \(texte) » n’est pas MACHINE:PORT", chemin)
    }
    let machine = String(parties[0])
    let securite = securite(saisie.valeur("smtp-securite"), port)
    let compte = saisie.valeur("smtp-compte")
    let secret = try compte == nil ? nil : motDePasse(saisie, chemin)
    do throws(SMTPServer.Fault) {
      guard let compte, let secret else {
        return try SMTPServer(host: machine, port: port, security: securite)
      }
      return try SMTPServer(
        host: machine,
        port: port,
        security: securite,
        user: compte,
        password: secret,
      )
    } catch {
      throw .usage("--smtp : \(error.phrase)", chemin)
    }
  }

  private static func securite(_ texte: String?, _ port: Int) -> SMTPServer.Security {
    switch texte {
    case "tls": .tls
    case "starttls": .startTLS
    case "aucune": .none
    case _: port == 465 ? .tls : .startTLS
    }
  }

  /// The password of the account: never an argument, which others on the machine could read.
  private static func motDePasse(_ saisie: Saisie, _ chemin: [String]) throws(Abandon) -> String {
    guard let fichier = saisie.valeur("smtp-mot-de-passe") else {
      guard let valeur = unsafe getenv("DELIBERE_SMTP_MOT_DE_PASSE") else {
        throw .usage(
          "il manque DELIBERE_SMTP_MOT_DE_PASSE dans l’environnement, ou --smtp-mot-de-passe",
          chemin,
        )
      }
      return unsafe String(cString: valeur)
    }
    do throws(FileError) {
      let octets = try readFile(fichier, limit: 4_096)
      let fins = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
      return String(decoding: octets.prefix { !fins.contains($0) }, as: UTF8.self)
    } catch {
      throw Abandon(code: .fichier, messages: ["\(fichier) : \(error.description)"])
    }
  }
}
