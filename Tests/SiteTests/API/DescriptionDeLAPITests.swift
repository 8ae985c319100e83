import HTTPServer
import JSON
import Testing

@testable import Site

@Suite("API : description")
struct DescriptionDeLAPITests {
  private static let document = DescriptionDeLAPI(API.operations, adresse: "https://x.test")
    .document

  private static func membre(_ noeud: JSONNode?, _ cle: String) -> JSONNode? {
    guard case .object(let membres) = noeud?.value else { return nil }
    return membres.first { $0.key == cle }?.node
  }

  @Test("chaque opération y est, et rien d’autre")
  func complete() throws {
    guard case .object(let chemins) = Self.membre(Self.document, "paths")?.value else {
      Issue.record("no paths")
      return
    }
    var decrites: [String] = []
    for chemin in chemins {
      guard case .object(let methodes) = chemin.node.value else { continue }
      decrites += methodes.map { "\($0.key.uppercased()) \(chemin.key)" }
    }
    let servies = API.operations.map { "\($0.methode.rawValue) \($0.gabarit.texte)" }
    #expect(decrites.sorted() == (servies + ["GET /api/v1/openapi.json"]).sorted())
    #expect(Set(API.operations.map(\.nom)).count == API.operations.count)
  }

  @Test("elle est la même à chaque fois, et ne demande pas de jeton")
  func stable() async throws {
    let essai = try await APIDEssai()
    let une = try await essai.demander(.get, "/api/v1/openapi.json", nil)
    let autre = DescriptionDeLAPI(API.operations, adresse: "https://delibere.exemple.test").document
    #expect(une.statut == 200)
    #expect(une.texte == autre.compact())
  }

  @Test("chaque schéma cité est décrit, et chaque schéma décrit est cité")
  func references() {
    let texte = Self.document.compact()
    let cites = Set(texte.matches(of: /"#\/components\/schemas\/([A-Za-z]+)"/).map { String($0.1) })
    let decrits = Self.membre(Self.membre(Self.document, "components"), "schemas")
    guard case .object(let schemas) = decrits?.value else {
      Issue.record("no schemas")
      return
    }
    #expect(cites == Set(schemas.map(\.key)))
    #expect(schemas.map(\.key) == schemas.map(\.key).sorted())
  }

  @Test("la page pour les gens montre chaque opération et chaque problème")
  func page() async throws {
    let essai = try await APIDEssai()
    let requete = HTTPRequest(.get, try #require(HTTPPath(["api"])))
    let reponse = await essai.site.repondre(requete)
    guard case .bytes(let octets) = reponse.body else { return }
    let page = String(decoding: octets, as: UTF8.self)
    #expect(reponse.status == .ok)
    for operation in API.operations { #expect(page.contains(operation.gabarit.texte)) }
    for sorte in ProblemeDAPI.Sorte.allCases { #expect(page.contains("id=\"\(sorte.rawValue)\"")) }
  }
}
