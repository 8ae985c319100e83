internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Text

/// One request on its way: what was asked, by whom, and how to answer.
struct Visite: Sendable {
  let site: Site
  let requete: HTTPRequest
  let contexte: PlainContext
  /// The values that the address gives.
  let valeurs: [String: String]
  let visiteur: Visiteur?
  /// What the browser holds, where somebody is signed in.
  let secret: String?
  /// When what is sent came, before anything was waited for; `nil` for what is only read.
  let arrivee: Moment?

  var etablissement: Identifiant<Etablissement> { site.reglages.etablissement.id }

  // MARK: What is asked

  /// The number that the address gives.
  /// - Throws: `Refus.inconnu` where it is none.
  func identifiant<De>(
    _ nom: String,
    _ sorte: Objet.Sorte,
    de type: De.Type = De.self,
  ) throws(Refus) -> Identifiant<De> {
    guard let id = valeurs[nom].flatMap({ Int64($0) }).flatMap({ Identifiant<De>($0) }) else {
      throw .inconnu(sorte)
    }
    return id
  }

  /// A value of the query, without the spaces around it.
  func question(_ nom: String) -> String {
    (requete.query[nom] ?? "").sansBords
  }

  /// The form that came.
  func formulaire() throws -> HTTPForm { try HTTPForm(requete, limits: Self.limites) }

  /// A page of confirmation sends a sheet back in a field.
  private static let limites = HTTPFormLimits(fieldBytes: 9 << 20)

  /// Whether a script of ours asks, which reads JSON.
  var veutDuJSON: Bool { requete.headers["accept"]?.contains("application/json") ?? false }

  // MARK: Acts

  /// Whoever acts.
  /// - Throws: a refusal when nobody is signed in; routes for everybody do no act.
  func demandeur() throws(Refus) -> Demandeur {
    guard let visiteur else { throw .interdit(.gererSonCompte) }
    return visiteur.demandeur
  }

  func demander<Q: Question>(_ question: Q) async throws -> Q.Resultat {
    try await site.bureau.demander(question, par: demandeur(), dans: etablissement)
  }

  func demander<Q: QuestionGardee>(_ question: Q) async throws -> Q.Resultat {
    try await site.bureau.demander(
      gardee: question,
      par: demandeur(),
      dans: etablissement,
      depuis: visiteur?.repere,
    )
  }

  @discardableResult
  func faire<A: Acte>(_ acte: A) async throws -> A.Resultat {
    try await site.bureau.faire(
      acte,
      par: demandeur(),
      dans: etablissement,
      arrivee: arrivee,
    )
  }

  // MARK: Forms of this site only

  /// What the forms of this browser carry.
  var jeton: Jeton { Jeton(Self.jeton(secret ?? "", site)) }

  private static func jeton(_ secret: String, _ site: Site) -> String {
    site.portier.secrets.empreinte("formulaire:" + secret).texte
  }

  /// Refuses what another site sends.
  func verifierLOrigine() throws(Envoi) {
    if let site = requete.headers["sec-fetch-site"], site != "same-origin", site != "none" {
      throw .venuDAilleurs
    }
    guard let origine = requete.headers["origin"] else { return }
    let chiffree = requete.isSecure ? "https://" : "http://"
    guard origine == chiffree + requete.host || origine == site.reglages.adresse else {
      throw .venuDAilleurs
    }
  }

  /// Refuses a form that was not given to this browser.
  func verifierLeJeton() throws {
    let attendu = Self.jeton(secret ?? "", site)
    let donne =
      try requete.headers["x-jeton"] ?? (requete.body.count == 0 ? nil : formulaire()["jeton"])
    guard let donne, memesOctets(donne, attendu) else { throw Envoi.perime }
  }

  private func memesOctets(_ un: String, _ autre: String) -> Bool {
    guard un.utf8.count == autre.utf8.count else { return false }
    return zip(un.utf8, autre.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// Why a form is not taken.
enum Envoi: Error, HTTPResponseError {
  case venuDAilleurs
  case perime

  var response: HTTPResponse {
    switch self {
    case .venuDAilleurs:
      .text("Cet envoi vient d’un autre site : rien n’a été fait.\n", .forbidden)
    case .perime:
      .text(
        "Cette page était ouverte depuis trop longtemps, ou dans une autre connexion : rien n’a été "
          + "fait. Revenez en arrière, rechargez-la, puis recommencez.\n",
        .forbidden,
      )
    }
  }
}

extension String {
  /// Without white space at either end.
  var sansBords: String { String(trimmed) }
}
