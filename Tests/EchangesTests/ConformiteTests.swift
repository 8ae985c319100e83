import Echanges
import Files
import Foundation
import Scolarite
import Testing

@Suite("Conformité aux exigences")
struct ConformiteTests {
  private func conformite() throws -> Conformite {
    let chemin = Exemples.racine.appending(path: "docs/exigences.json").path
    return try Conformite(json: try readFile(chemin, limit: 1_000_000))
  }

  @Test("les 175 exigences sont citées par une règle ou un contrôle, ou disent pourquoi non")
  func coversEveryRequirement() throws {
    let conformite = try conformite()
    #expect(conformite.exigences.count == 175)
    #expect(Set(conformite.exigences.map(\.id)).count == 175)
    #expect(conformite.ecarts == [])
    #expect(conformite.exigences.allSatisfy { !$0.motif.isEmpty && !$0.resume.isEmpty })
  }

  @Test("chaque acte qu’une exigence annonce existe")
  func namesActs() throws {
    let actes = Exemples.racine.appending(path: "Sources/Application/Actes")
    let fichiers = try #require(FileManager.default.enumerator(atPath: actes.path))
    var noms: Set<String> = []
    for case let fichier as String in fichiers where fichier.hasSuffix(".swift") {
      let texte = try String(contentsOf: actes.appending(path: fichier), encoding: .utf8)
      noms.formUnion(texte.matches(of: /static let nom = "([^"]*)"/).map { String($0.1) })
    }
    let annonces = try conformite().actes
    #expect(!annonces.isEmpty && annonces.subtracting(noms).isEmpty)
  }

  @Test("chaque règle a un nom unique, un énoncé et des exigences")
  func describesRules() {
    #expect(Set(Regle.toutes.map(\.nom)).count == Regle.toutes.count)
    #expect(Regle.toutes.allSatisfy { !$0.enonce.isEmpty && !$0.exigences.isEmpty })
    #expect(Regle.toutes.allSatisfy { $0.enonce.hasSuffix(".") })
  }

  @Test("chaque réglage que les règles lisent est défini, et chaque réglage défini est lu")
  func definesEveryParameter() {
    #expect(Set(NomDeReglage.allCases.map(\.nom)) == Set(Parametre.tous.map(\.nom)))
  }
}
