import Echanges
import Files
import Foundation
import Scolarite
import Testing

/// The example sheets of the repository, and the référentiel that ships.
enum Exemples {
  /// The root of the repository.
  static let racine = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let noms = ["rt-iom-but2", "mmi-but1"]

  static func octets(_ nom: String) throws -> [UInt8] {
    let dossier =
      nom.hasSuffix(".json") ? "Sources/Adapters/Echanges/Donnees/maquettes" : "Exemples/maquettes"
    return try readFile(racine.appending(path: "\(dossier)/\(nom)").path, limit: 1_000_000)
  }

  static func texte(_ nom: String) throws -> String {
    String(decoding: try octets("\(nom).txt"), as: UTF8.self)
  }

  static func lecture(_ nom: String) throws -> MaquetteReading {
    try lire(try texte(nom), source: "\(nom).txt")
  }

  static func lire(_ texte: String, source: String = "essai.txt") throws -> MaquetteReading {
    try MaquetteSheet.read(Array(texte.utf8), source: source, referentiel: try .embarque())
  }
}
