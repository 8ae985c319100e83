import Echanges
import Foundation
import Testing

@Suite("Les exemples de docs/cohortes.md")
struct DocumentationTests {
  /// The examples of each file that the page describes, in its order.
  private static func exemples() throws -> [(fichier: String, textes: [String])] {
    let page = try String(
      contentsOf: Exemples.racine.appending(path: "docs/cohortes.md"),
      encoding: .utf8,
    )
    return page.split(separator: "\n## `").dropFirst().compactMap { section in
      guard let fin = section.firstIndex(of: "`") else { return nil }
      let blocs = section.split(separator: "```", omittingEmptySubsequences: false)
      let textes = blocs.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        .filter { $0.hasPrefix("csv\n") || $0.hasPrefix("json\n") }
      return (String(section[..<fin]), textes.map { String($0.drop { $0 != "\n" }) })
    }
  }

  @Test("chaque exemple se lit, dans une cohorte faite des autres")
  func readable() throws {
    let exemples = try Self.exemples()
    #expect(exemples.map(\.textes.count) == [1, 1, 2, 2, 1, 1, 1, 1])
    let base = CohorteDEssai(
      fichiers: Dictionary(
        uniqueKeysWithValues: exemples.compactMap { exemple in
          exemple.textes.first.map { (exemple.fichier, $0) }
        }
      )
    )
    for (fichier, textes) in exemples {
      for texte in textes {
        #expect(throws: Never.self) { try base.avec(fichier, texte).lire() }
      }
    }
    #expect(try base.lire().etudiants.map(\.identifiant) == ["e001", "e002", "e006"])
  }
}
