internal import Actes
internal import HTTPServer
internal import JSON

/// Why the API does not do what is asked, as RFC 9457 tells it.
struct ProblemeDAPI: Error, Sendable {
  /// The kinds of problems; a program tells them apart by their address.
  enum Sorte: String, CaseIterable, Hashable, Sendable {
    case demandeMalFaite = "demande-mal-faite"
    case jetonAbsent = "jeton-absent"
    case droitManquant = "droit-manquant"
    case inconnu
    case methode
    case conflit
    case etat
    case tropLong = "trop-long"
    case pasDuJSON = "pas-du-json"
    case invalide
    case tropSouvent = "trop-souvent"
    case panne
    case baseIndisponible = "base-indisponible"
  }

  /// Two writers on one thing, and where the body wanted to write.
  struct Conflit: Sendable {
    let pointeur: String
    let conflit: Refus.Conflit
  }

  let sorte: Sorte
  let detail: String
  var fautes: [FauteDAPI] = []
  var conflits: [Conflit] = []
  /// Seconds to wait.
  var attente: Int?
  var methodes: [HTTPMethod] = []

  init(_ sorte: Sorte, _ detail: String) {
    self.sorte = sorte
    self.detail = detail.enPhrase
  }

  /// What the body or the parameters cannot have.
  static func invalide(_ fautes: [FauteDAPI]) -> ProblemeDAPI {
    var probleme = ProblemeDAPI(
      .invalide,
      "Rien n’a été fait : \(compte(fautes.count, "valeur")) à corriger, que « faults » situe.",
    )
    probleme.fautes = Array(fautes.prefix(100))
    return probleme
  }

  var reponse: HTTPResponse {
    let corps = Self.modele.ecrire(self).compact()
    var reponse = HTTPResponse(
      sorte.statut,
      .bytes(Array(corps.utf8)),
      mediaType: "application/problem+json",
    )
    if sorte == .jetonAbsent {
      reponse.headers.add("www-authenticate", "Bearer realm=\"delibere\"")
    }
    if let attente { reponse.headers.add("retry-after", String(attente)) }
    if !methodes.isEmpty {
      reponse.headers.add("allow", methodes.map(\.rawValue).joined(separator: ", "))
    }
    return reponse
  }

  // MARK: As it is written

  static let modele = Modele<ProblemeDAPI>.objet(
    "Probleme",
    [
      .init("type", .texte, "L’adresse qui nomme la sorte de problème.") {
        PageDeLAPI.adresse(du: $0.sorte)
      },
      .init("title", .texte, "La sorte de problème, en français.") { $0.sorte.titre },
      .init("status", .entier(400...599), "Le statut HTTP.") { Int($0.sorte.statut.code) },
      .init("detail", .texte, "Ce qui s’est passé et que faire, en français.") { $0.detail },
      .init("faults", faute.liste, "Les valeurs à corriger, chacune à sa place.") { $0.fautes },
      .init("conflits", conflit.liste, "Ce que d’autres ont écrit entre-temps.") { $0.conflits },
    ],
  )

  private static let faute = Modele<FauteDAPI>.objet(
    "Faute",
    [
      .init("pointer", .texte, "Un pointeur JSON dans le corps, ou « ?limite » d’un paramètre.") {
        $0.pointeur
      },
      .init("detail", .texte, "Ce qui ne va pas, en français.") { $0.detail },
    ],
  )

  private static let conflit = Modele<Conflit>.objet(
    "Conflit",
    [
      .init("pointer", .texte, "La version du corps qui n’est plus la dernière.") { $0.pointeur },
      .init("actuelle", .texte, "Ce qu’il y a maintenant.") { $0.conflit.actuelle },
      .init("proposee", .texte, "Ce qui était demandé.") { $0.conflit.proposee },
      .init("auteur", .texte, "Qui a écrit ce qu’il y a.") { $0.conflit.auteur },
      .init("le", .moment, "Quand.") { $0.conflit.horodatage },
      .init("version", .version, "La version à donner pour écrire par-dessus.") {
        $0.conflit.version
      },
    ],
  )
}

extension ProblemeDAPI.Sorte {
  var statut: HTTPStatus {
    switch self {
    case .demandeMalFaite: .badRequest
    case .jetonAbsent: .unauthorized
    case .droitManquant: .forbidden
    case .inconnu: .notFound
    case .methode: .methodNotAllowed
    case .conflit, .etat: .conflict
    case .tropLong: .contentTooLarge
    case .pasDuJSON: .unsupportedMediaType
    case .invalide: .unprocessableContent
    case .tropSouvent: .tooManyRequests
    case .panne: .internalError
    case .baseIndisponible: .unavailable
    }
  }

  var titre: String {
    switch self {
    case .demandeMalFaite: "La demande n’est pas lisible"
    case .jetonAbsent: "Il faut un jeton valable"
    case .droitManquant: "Ce droit manque"
    case .inconnu: "Cela n’existe pas"
    case .methode: "Cette adresse ne s’emploie pas ainsi"
    case .conflit: "Quelqu’un d’autre a écrit entre-temps"
    case .etat: "Cela ne peut pas se faire maintenant"
    case .tropLong: "Le corps est trop long"
    case .pasDuJSON: "Le corps n’est pas annoncé comme du JSON"
    case .invalide: "Des valeurs sont à corriger"
    case .tropSouvent: "Trop de demandes"
    case .panne: "Une erreur est survenue"
    case .baseIndisponible: "La base ne répond pas"
    }
  }
}
