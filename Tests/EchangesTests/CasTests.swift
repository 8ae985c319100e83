import Echanges
import Foundation
import JSON
import Scolarite
import Testing

/// A worked case: dossiers, and what each must give.
struct Cas: Sendable, CustomTestStringConvertible {
  let id: String
  let variante: String
  let dossier: JSONNode
  let attendu: [String: String]

  var testDescription: String { variante.isEmpty ? id : "\(id) (\(variante))" }

  static let dossierDesCas = Exemples.racine.appending(path: "Tests/EchangesTests/Cas")

  /// Every variant of every case.
  static func tous() throws -> [Cas] {
    let fichiers = try FileManager.default
      .contentsOfDirectory(atPath: dossierDesCas.path).filter { $0.hasSuffix(".json") }.sorted()
    return try fichiers.flatMap { nom -> [Cas] in
      let texte = try String(contentsOf: dossierDesCas.appending(path: nom), encoding: .utf8)
      let cas = try JSONCursor(try JSONNode(parsing: texte))
        .object(knowing: ["id", "titre", "variantes", "reporte"])
      let id = try cas.required("id").string()
      return try cas.required("variantes").array().map { cursor in
        let variante = try cursor.object(knowing: ["nom", "dossier", "attendu"])
        let attendu = try variante.required("attendu").entries().map { cle, valeur in
          (cle, Champs.texte(valeur.node))
        }
        return Cas(
          id: id,
          variante: try variante.required("nom").string(),
          dossier: try variante.required("dossier").node,
          attendu: Dictionary(uniqueKeysWithValues: attendu),
        )
      }
    }
  }

  /// The results of the dossier, as JSON.
  func resultat<M: Motivation>(_ motivation: M.Type) throws -> JSONNode {
    let lu = try DossierJSON.read(Array(dossier.rendered().utf8), Bibliotheque { _ in nil })
    switch lu.demande {
    case .but(let dossier):
      return ResultatsJSON.encode(Deliberation<M>.resultats(dossier, lu.reglement), de: lu)
    case .bts(let candidat):
      return ResultatsJSON.encode(
        try #require(Moteur<M>.sessionExceptionnelle(candidat)),
        de: lu,
      )
    }
  }
}

extension Champs {
  /// A leaf, or a list of leaves, as text.
  static func texte(_ node: JSONNode) -> String {
    switch node.value {
    case .array(let nodes): "[" + nodes.map(texte).joined(separator: ", ") + "]"
    case .object(let membres):
      membres.first { $0.key == "exact" }.map { texte($0.node) } ?? "{}"
    case .string(let texte): texte
    case .null: "null"
    case .bool, .number: node.rendered().trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  /// The value at « annees.0.finale.ects ».
  static func valeur(_ chemin: String, de node: JSONNode) -> String? {
    var courant = node
    for pas in chemin.split(separator: ".") {
      switch courant.value {
      case .object(let membres):
        guard let membre = membres.first(where: { $0.key == pas }) else { return nil }
        courant = membre.node
      case .array(let nodes):
        guard let rang = Int(pas), nodes.indices.contains(rang) else { return nil }
        courant = nodes[rang]
      default: return nil
      }
    }
    return texte(courant)
  }
}

@Suite("Cas résolus")
struct CasTests {
  @Test("chaque cas donne les résultats calculés à la main", arguments: try Cas.tous())
  func solves(cas: Cas) throws {
    let resultat = try cas.resultat(SansPreuve.self)
    for (chemin, attendu) in cas.attendu.sorted(by: { $0.key < $1.key }) {
      let lu = Champs.valeur(chemin, de: resultat)
      #expect(lu == attendu, "\(cas.testDescription) : \(chemin)")
    }
    #expect(!cas.attendu.isEmpty)
  }

  @Test("la preuve ne change rien au verdict", arguments: try Cas.tous())
  func provesTheSame(cas: Cas) throws {
    let nus = Champs(try cas.resultat(SansPreuve.self)).valeurs
    let motives = Champs(try cas.resultat(AvecPreuve.self)).valeurs
    #expect(motives.filter { !$0.key.hasPrefix("preuves") } == nus)
    #expect(motives.count > nus.count)
  }

  @Test("il y a 48 cas, et chacun est calculé ou dit pourquoi il ne l’est pas")
  func countsCases() throws {
    let fichiers = try FileManager.default.contentsOfDirectory(atPath: Cas.dossierDesCas.path)
    #expect(fichiers.count == 48)
    let calcules = Set(try Cas.tous().map(\.id))
    for fichier in fichiers where !calcules.contains(String(fichier.dropLast(5))) {
      let texte = try String(
        contentsOf: Cas.dossierDesCas.appending(path: fichier),
        encoding: .utf8,
      )
      #expect(texte.contains("\"reporte\""))
    }
  }
}
