import Actes
import Foundation
import Testing

struct NomsTests {
  @Test("chaque acte a un nom à lui, en minuscules et tirets")
  func noms() throws {
    let racine = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let actes = racine.appending(path: "Sources/Application/Actes")
    let fichiers = try #require(FileManager.default.enumerator(atPath: actes.path))
    var noms: [String] = []
    for case let fichier as String in fichiers where fichier.hasSuffix(".swift") {
      let texte = try String(contentsOf: actes.appending(path: fichier), encoding: .utf8)
      noms += texte.matches(of: /public static let nom = "([^"]*)"/).map { String($0.1) }
    }
    #expect(noms.count > 40)
    #expect(noms.allSatisfy { $0.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil })
    #expect(Set(noms).count == noms.count)
  }
}
