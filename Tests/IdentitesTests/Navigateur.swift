import HTTPClient
import Testing

/// A browser without eyes: it keeps cookies, follows redirections, fills in the one form of a page.
struct Navigateur {
  private let client = HTTPClient()
  private var temoins: [String: String] = [:]

  /// The query with which the service sends the browser back, after a form was answered.
  mutating func passer(
    _ depart: String,
    _ reponses: [(name: String, value: String)],
  ) async throws -> [String: String] {
    let page = try await charger(depart)
    let caches = page.text.matches(of: /<input[^>]*type="hidden"[^>]*>/).compactMap { balise in
      let nom = balise.output.firstMatch(of: /name="([^"]*)"/)?.output.1
      let valeur = balise.output.firstMatch(of: /value="([^"]*)"/)?.output.1
      return nom.map { (name: String($0), value: valeur.map(String.init) ?? "") }
    }
    let adresse = try #require(HTTPAddress(depart))
    let reponse = try await client.post(adresse, form: caches + reponses, headers: entetes(depart))
    garder(reponse)
    return Self.demande(try #require(reponse["location"], "\(reponse.status)"))
  }

  /// The query with which the service sends back a browser that it knows already.
  mutating func repasser(_ depart: String) async throws -> [String: String] {
    Self.demande(try #require(try await charger(depart)["location"]))
  }

  private mutating func charger(_ texte: String) async throws -> HTTPClientResponse {
    let adresse = try #require(HTTPAddress(texte))
    let reponse = try await client.get(adresse, headers: entetes(texte))
    garder(reponse)
    return reponse
  }

  private func entetes(_ page: String) -> [(name: String, value: String)] {
    let texte = temoins.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    return [("Referer", page)] + (texte.isEmpty ? [] : [("Cookie", texte)])
  }

  private mutating func garder(_ reponse: HTTPClientResponse) {
    for entete in reponse.headers where entete.name == "set-cookie" {
      let moities = entete.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      if moities.count == 2 { temoins[String(moities[0])] = String(moities[1]) }
    }
  }

  private static func demande(_ adresse: String) -> [String: String] {
    let texte = adresse.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    let paires = texte.split(separator: "&").map { paire in
      let moities = paire.split(separator: "=", maxSplits: 1).map { clair(String($0)) }
      return (moities[0], moities.count > 1 ? moities[1] : "")
    }
    return Dictionary(paires) { premier, _ in premier }
  }

  private static func clair(_ texte: String) -> String {
    texte.replacing("+", with: " ").replacing(/%([0-9A-Fa-f]{2})/) { trouve in
      UInt8(trouve.output.1, radix: 16).map { String(Unicode.Scalar($0)) } ?? ""
    }
  }
}
