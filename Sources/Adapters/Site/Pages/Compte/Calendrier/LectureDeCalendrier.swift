internal import Actes
internal import HTTPServer

/// What programs get at a secret address, without account nor cookie.
enum LectureDeCalendrier {
  static func repondre(_ visite: Visite) async throws -> HTTPResponse {
    let site = visite.site
    guard let secret = visite.secretDeCalendrier else { return inconnue(visite) }
    let empreinte = site.portier.secrets.empreinte(secret)
    if let attente = visite.attente("calendrier \(empreinte.texte)") { return tropSouvent(attente) }
    guard
      let (adresse, repere) = try await site.portier.reconnaitre(
        calendrier: secret,
        dans: visite.etablissement,
      )
    else { return inconnue(visite) }
    let jour = visite.aujourdHui
    if let marque = site.calendriers.marque(empreinte, repere, jour) {
      let reponse = calendrier([], marque, visite.requete)
      if reponse.status == .notModified { return reponse }
    }
    do {
      let agenda = try await site.bureau.demander(
        VoirSonCalendrier(),
        par: .utilisateur(adresse.utilisateur),
        dans: visite.etablissement,
      )
      let octets = try site.bureau.formats.ics(agenda)
      let marque = ETag(of: octets)
      site.calendriers.garder(marque, empreinte, repere, jour)
      return calendrier(octets, marque, visite.requete)
    } catch is Refus {
      // The account was closed meanwhile.
      return inconnue(visite)
    }
  }

  /// The page of any address that leads nowhere; whoever tries many is slowed.
  private static func inconnue(_ visite: Visite) -> HTTPResponse {
    if let attente = visite.attente("adresse \(visite.requete.client.network)") {
      return tropSouvent(attente)
    }
    return visite.erreur(.notFound)
  }

  private static func tropSouvent(_ attente: Int64) -> HTTPResponse {
    var reponse = HTTPResponse.text(
      "Trop de demandes : attendez \(attente) s, puis recommencez.\n",
      .tooManyRequests,
    )
    reponse.headers.add("retry-after", String(attente))
    return reponse
  }

  private static func calendrier(_ octets: [UInt8], _ marque: ETag, _ requete: HTTPRequest)
    -> HTTPResponse
  {
    var reponse = HTTPResponse(.ok, .bytes(octets), mediaType: typeDeCalendrier)
    reponse.headers.add("cache-control", "private, no-cache")
    return reponse.tagged(marque, for: requete)
  }
}

/// What calendars are, on the web.
let typeDeCalendrier = "text/calendar; charset=utf-8"

extension Visite {
  /// The secret that the address gives; `nil` where it has not the shape of one.
  fileprivate var secretDeCalendrier: String? {
    guard let nom = valeurs["calendrier"], nom.utf8.count == 68, nom.hasSuffix(".ics") else {
      return nil
    }
    return String(nom.dropLast(4))
  }

  /// Seconds to wait, where a key asked too often.
  func attente(_ cle: String) -> Int64? {
    switch site.lectures.take(cle, at: .now) {
    case .allowed: nil
    case .refused(let attente): max(1, attente.components.seconds)
    }
  }
}
