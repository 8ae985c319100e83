import Foundation
import Spreadsheets

/// The bytes of a file of `Fichiers`.
func fichier(_ nom: String) throws -> [UInt8] {
  let dossier = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fichiers")
  return Array(try Data(contentsOf: dossier.appending(path: nom)))
}

func classeur(_ nom: String) throws -> Workbook { try Workbook.read(fichier(nom), name: nom) }

func jour(_ annee: Int, _ mois: Int, _ quantieme: Int) throws -> SpreadsheetDate {
  guard let jour = SpreadsheetDate(annee, mois, quantieme) else { throw JourInexistant() }
  return jour
}

private struct JourInexistant: Error {}

/// Why a file cannot be read.
func cause(_ octets: [UInt8]) -> SpreadsheetError.Cause? {
  do throws(SpreadsheetError) {
    _ = try Workbook.read(octets, name: "essai")
    return nil
  } catch {
    return error.cause
  }
}

/// An archive without compression, so that tests can write what no program would.
func archive(_ parties: [(String, String)]) -> [UInt8] {
  var octets: [UInt8] = []
  var repertoire: [UInt8] = []
  for (nom, texte) in parties {
    let contenu = Array(texte.utf8)
    let commun =
      petit(20, 2) + petit(0, 8) + petit(empreinte(contenu), 4) + petit(contenu.count, 4)
      + petit(contenu.count, 4) + petit(nom.utf8.count, 2) + petit(0, 2)
    repertoire += petit(0x0201_4B50, 4) + petit(20, 2) + commun + petit(0, 10)
    repertoire += petit(octets.count, 4) + Array(nom.utf8)
    octets += petit(0x0403_4B50, 4) + commun + Array(nom.utf8) + contenu
  }
  let fin =
    petit(0x0605_4B50, 4) + petit(0, 4) + petit(parties.count, 2) + petit(parties.count, 2)
    + petit(repertoire.count, 4) + petit(octets.count, 4) + petit(0, 2)
  return octets + repertoire + fin
}

private func petit(_ valeur: Int, _ taille: Int) -> [UInt8] {
  (0..<taille).map { $0 < 8 ? UInt8(truncatingIfNeeded: valeur >> (8 * $0)) : 0 }
}

/// The CRC-32 that archives carry.
private func empreinte(_ octets: [UInt8]) -> Int {
  var reste: UInt32 = 0xFFFF_FFFF
  for octet in octets {
    reste ^= UInt32(octet)
    for _ in 0..<8 { reste = reste >> 1 ^ (reste & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return Int(~reste)
}

private let principal = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/// An XLSX file of one sheet, « S », whose rows are given as XML.
func xlsx(_ lignes: String, apres: String = "") -> [UInt8] {
  archive([
    ("[Content_Types].xml", "<Types/>"),
    (
      "xl/workbook.xml",
      "<workbook xmlns=\"\(principal)\" xmlns:r=\"\(relations)\"><sheets>"
        + "<sheet name=\"S\" r:id=\"a\"/></sheets></workbook>",
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>",
    ),
    (
      "xl/s.xml",
      "<worksheet xmlns=\"\(principal)\"><sheetData>\(lignes)</sheetData>\(apres)</worksheet>",
    ),
  ])
}
