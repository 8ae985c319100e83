import Actes
import HTTPServer
import JSON
import Testing

@testable import Site

/// What the API answered.
struct ReponseDAPI: Sendable {
  let statut: UInt16
  let octets: [UInt8]
  let entetes: HTTPHeaders

  var texte: String { String(decoding: octets, as: UTF8.self) }
  func json() throws -> JSONNode { try JSONNode(parsing: texte) }
  /// The JSON text at a path of keys and ranks.
  func lire(_ chemin: String...) throws -> String? {
    var noeud = try json()
    for pas in chemin {
      switch noeud.value {
      case .object(let membres):
        guard let membre = membres.first(where: { $0.key == pas }) else { return nil }
        noeud = membre.node
      case .array(let noeuds):
        guard let rang = Int(pas), noeuds.indices.contains(rang) else { return nil }
        noeud = noeuds[rang]
      case _: return nil
      }
    }
    return noeud.compact()
  }
}

extension APIDEssai {
  /// Asks the API, and checks that the answer is one that the description announces.
  func demander(
    _ methode: HTTPMethod,
    _ adresse: String,
    _ jeton: String?,
    corps: String? = nil,
    entetes: [(HTTPFieldName, String)] = [],
    _ lieu: SourceLocation = #_sourceLocation,
  ) async throws -> ReponseDAPI {
    try await demander(
      methode,
      adresse,
      jeton,
      octets: corps.map { Array($0.utf8) },
      entetes: entetes,
      lieu,
    )
  }

  func demander(
    _ methode: HTTPMethod,
    _ adresse: String,
    _ jeton: String?,
    octets: [UInt8]?,
    entetes: [(HTTPFieldName, String)] = [],
    _ lieu: SourceLocation = #_sourceLocation,
  ) async throws -> ReponseDAPI {
    let requete = try Self.requete(methode, adresse, jeton, octets, entetes)
    let reponse = await site.repondre(requete)
    guard case .bytes(let recus) = reponse.body else {
      throw EssaiImpossible.corpsInattendu
    }
    let lue = ReponseDAPI(statut: reponse.status.code, octets: recus, entetes: reponse.headers)
    let operation = API.operations.first {
      $0.gabarit.texte == reponse.route && $0.methode == methode
    }
    try Self.verifier(lue, operation, lieu)
    return lue
  }

  private static func requete(
    _ methode: HTTPMethod,
    _ adresse: String,
    _ jeton: String?,
    _ octets: [UInt8]?,
    _ entetes: [(HTTPFieldName, String)],
  ) throws -> HTTPRequest {
    let parties = adresse.split(separator: "?", maxSplits: 1)
    var tous = HTTPHeaders()
    tous.add("host", "delibere.exemple.test")
    if let jeton { tous.add("authorization", "Bearer \(jeton)") }
    if octets != nil { tous.add("content-type", "application/json") }
    for (nom, valeur) in entetes { tous.set(nom, valeur) }
    return HTTPRequest(
      methode,
      try #require(HTTPPath(parsing: String(parties[0]))),
      query: parties.count > 1 ? try HTTPItems.parse(urlEncoded: parties[1].utf8) : HTTPItems(),
      headers: tous,
      body: .bytes(octets ?? []),
    )
  }

  /// The answer has the status, the media type and the shape that its operation announces.
  private static func verifier(
    _ reponse: ReponseDAPI,
    _ operation: Operation?,
    _ lieu: SourceLocation,
  ) throws {
    let media = reponse.entetes["content-type"]
    guard reponse.statut >= 400 else {
      guard let schema = operation?.reponse, reponse.statut != 304 else { return }
      #expect(media == "application/json", sourceLocation: lieu)
      let fautes = schema.fautes(try reponse.json())
      #expect(fautes.isEmpty, "\(fautes.prefix(3))", sourceLocation: lieu)
      return
    }
    #expect(media == "application/problem+json", sourceLocation: lieu)
    let fautes = ProblemeDAPI.modele.schema.fautes(try reponse.json())
    #expect(fautes.isEmpty, "\(fautes.prefix(3))", sourceLocation: lieu)
    if let operation {
      let annonces = operation.problemes.map(\.statut.code)
      let place = "\(operation.nom) \(reponse.statut) \(reponse.texte)"
      #expect(annonces.contains(reponse.statut), "\(place)", sourceLocation: lieu)
    }
  }

  enum EssaiImpossible: Error { case corpsInattendu }
}
