import Actes
import HTTPServer
import Testing

@testable import Site

/// A browser, in which somebody may be signed in.
struct Navigateur: Sendable {
  let site: Site
  let secret: String?

  /// What came back, with its text.
  struct Page: Sendable {
    let reponse: HTTPResponse
    let texte: String

    init(_ reponse: HTTPResponse) {
      self.reponse = reponse
      guard case .bytes(let octets) = reponse.body else {
        Issue.record("a page is bytes")
        texte = ""
        return
      }
      texte = String(decoding: octets, as: UTF8.self).replacing("\u{A0}", with: " ")
    }

    var statut: HTTPStatus { reponse.status }
    var code: UInt16 { reponse.status.code }
    /// Where it leads.
    var suite: String? { reponse.headers["location"] }
    var disposition: String? { reponse.headers["content-disposition"] }

    func contient(_ texte: String) -> Bool { self.texte.contains(texte) }
  }

  func lire(_ adresse: String, entetes: [(HTTPFieldName, String)] = []) async throws -> Page {
    try await demander(.get, adresse, nil, entetes)
  }

  /// Sends a form, with the token of this browser unless another is given.
  func envoyer(_ adresse: String, _ champs: [(String, String)] = [], jeton: String? = nil)
    async throws -> Page
  {
    let items = (champs + [("jeton", jeton ?? sien)]).map {
      HTTPItems.Item(name: $0.0, value: $0.1)
    }
    return try await demander(.post, adresse, HTTPItems(items).encoded)
  }

  /// Sends a file as browsers do.
  func deposer(_ adresse: String, _ nom: String, _ contenu: String) async throws -> Page {
    let corps =
      "--borne\r\nContent-Disposition: form-data; name=\"feuille\"; filename=\"\(nom)\"\r\n"
      + "Content-Type: text/csv\r\n\r\n\(contenu)\r\n--borne--\r\n"
    return try await demander(
      .post,
      adresse,
      corps,
      [("content-type", "multipart/form-data; boundary=borne"), ("x-jeton", sien)],
    )
  }

  /// The token of the forms of this browser.
  private var sien: String {
    site.portier.secrets.empreinte("formulaire:" + (secret ?? "")).texte
  }

  func demander(
    _ methode: HTTPMethod,
    _ adresse: String,
    _ corps: String?,
    _ entetes: [(HTTPFieldName, String)] = [],
  ) async throws -> Page {
    let parties = adresse.split(separator: "?", maxSplits: 1)
    var headers = HTTPHeaders()
    headers.add("host", "localhost")
    if let secret { headers.add("cookie", "delibere=\(secret)") }
    for (nom, valeur) in entetes { headers.add(nom, valeur) }
    if corps != nil, !headers.contains("content-type") {
      headers.add("content-type", "application/x-www-form-urlencoded")
    }
    let requete = HTTPRequest(
      methode,
      try #require(HTTPPath(parsing: parties.first ?? "/")),
      query: try HTTPItems.parse(urlEncoded: parties.count > 1 ? Array(parties[1].utf8) : []),
      headers: headers,
      body: .bytes(Array((corps ?? "").utf8)),
    )
    return Page(await site.repondre(requete))
  }
}
