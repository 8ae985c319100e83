import Files
import HTTPServer
import Habillage
import Hashing
import Testing

@Suite struct RessourcesTests {
  /// The rows of the table of third parties, by file.
  private func empreintes() throws -> [String: String] {
    let texte = String(
      decoding: try readFile(Self.dossier + "TIERS.md", limit: 100_000),
      as: UTF8.self,
    )
    let lignes = texte.matches(of: /\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|/)
    return Dictionary(uniqueKeysWithValues: lignes.map { (String($0.1), String($0.2)) })
  }

  @Test("chaque fichier venu d’ailleurs est celui dont l’origine est écrite")
  func tiers() throws {
    let empreintes = try empreintes()
    #expect(empreintes.count == 3)
    for (nom, empreinte) in empreintes {
      let octets = try readFile(Self.dossier + nom, limit: 1_000_000)
      #expect(Hexadecimal.text(SHA256.digest(octets)) == empreinte, "\(nom)")
    }
    for police in Habillage.ressources where police.mediaType == "font/woff2" {
      #expect(Hexadecimal.text(SHA256.digest(police.bytes)) == empreintes[police.name])
    }
  }

  @Test("la feuille de style ne charge que des fichiers servis, sous leur nom de contenu")
  func polices() throws {
    let feuille = try #require(Habillage.ressources.first { $0.name == "delibere.css" })
    let texte = String(decoding: feuille.bytes, as: UTF8.self)
    let adresses = texte.matches(of: /url\("?([^")]+)"?\)/).map { String($0.1) }
    let noms = Habillage.ressources.filter { $0.mediaType == "font/woff2" }.map(\.hashedName)
    #expect(noms.count == 2)
    #expect(Set(adresses) == Set(noms))
    #expect(!texte.contains("@import"))
  }

  private static let dossier =
    #filePath.replacing(
      "Tests/HabillageTests/RessourcesTests.swift",
      with: "Sources/Adapters/Habillage/Ressources/",
    )
}
