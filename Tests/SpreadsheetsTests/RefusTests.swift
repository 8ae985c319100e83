import Spreadsheets
import Testing

@Suite("Refuser ce qui n’est pas un classeur lisible")
struct RefusTests {
  @Test(
    "chaque fichier refusé l’est pour sa raison",
    arguments: [
      ("dtd.xlsx", .documentType(part: "xl/sharedStrings.xml")),
      ("bombe-taux.xlsx", .limit(.ratio)), ("protege.ods", .passwordProtected),
      ("vide.ods", .noSheet), ("bombe-lignes.ods", .limit(.rows)),
      ("bombe-colonnes.ods", .limit(.columns)), ("bombe-cellules.ods", .limit(.cells)),
      ("document.docx", .foreign(.wordProcessing)), ("archive.zip", .foreign(.archive)),
    ] as [(String, SpreadsheetError.Cause)],
  )
  func refusesFiles(nom: String, attendue: SpreadsheetError.Cause) throws {
    #expect(cause(try fichier(nom)) == attendue)
  }

  private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func flux(_ nom: String) -> [UInt8] { ole + nom.utf8.flatMap { [$0, 0] } }

  @Test(
    "un fichier d’un autre genre est nommé",
    arguments: [
      ([], .empty), (Array(" \n".utf8), .empty), (flux("Workbook"), .foreign(.excel97)),
      (flux("EncryptedPackage"), .passwordProtected), (ole, .foreign(.otherOffice)),
      (flux("WordDocument"), .foreign(.wordProcessing)), (Array("%PDF-1.7".utf8), .foreign(.pdf)),
      ([0x89, 0x50, 0x4E, 0x47], .foreign(.image)), ([0xFF, 0xD8, 0xFF, 0xE0], .foreign(.image)),
      (Array("\u{FEFF} <html><table>".utf8), .foreign(.webPage)),
      (Array("<?xml version=\"1.0\"?><Workbook>".utf8), .foreign(.excelXML)),
      (Array("{\\rtf1".utf8), .foreign(.richText)), ([0x1F, 0x8B, 8], .foreign(.archive)),
      ([0x41, 0, 0x42], .foreign(.binary)),
    ] as [([UInt8], SpreadsheetError.Cause)],
  )
  func namesForeignFiles(octets: [UInt8], attendue: SpreadsheetError.Cause) {
    #expect(cause(octets) == attendue)
  }

  @Test("chaque limite et chaque genre de fichier a sa phrase")
  func wordsEveryCause() {
    let causes =
      SpreadsheetLimit.allCases.map(SpreadsheetError.Cause.limit)
      + ForeignFormat.allCases.map(SpreadsheetError.Cause.foreign)
    let phrases = causes.map(\.phrase)
    #expect(Set(phrases).count == phrases.count && phrases.allSatisfy { $0.count > 20 })
  }

  @Test("un fichier trop gros n’est pas ouvert")
  func refusesLargeFiles() {
    let octets = [UInt8](repeating: 0x41, count: SpreadsheetLimit.fileSize.maximum + 1)
    #expect(cause(octets) == .limit(.fileSize))
  }

  @Test("trop de parties, de feuilles, de niveaux, une balise ou un texte sans fin")
  func refusesExcess() {
    let parties = (0...SpreadsheetLimit.parts.maximum).map { ("p\($0)", "") }
    #expect(cause(archive(parties)) == .limit(.parts))
    let profonde = String(repeating: "<a>", count: 200)
    #expect(cause(xlsx(profonde)) == .limit(.depth))
    let longue = "<row x=\"" + String(repeating: "y", count: 2 << 20) + "\"/>"
    #expect(cause(xlsx(longue)) == .limit(.tagLength))
    let juste = String(repeating: "é", count: SpreadsheetLimit.cellLength.maximum)
    func cellule(_ texte: String) -> [UInt8] {
      xlsx("<row><c t=\"inlineStr\"><is><t>\(texte)</t></is></c></row>")
    }
    #expect(cause(cellule(juste)) == nil)
    #expect(cause(cellule(juste + "é")) == .limit(.cellLength))
    #expect(cause(xlsx("<row r=\"200000\"><c><v>1</v></c></row>")) == nil)
    #expect(cause(xlsx("<row r=\"200001\"><c><v>1</v></c></row>")) == .limit(.rows))
    #expect(cause(xlsx("<row><c r=\"AMJ1\"><v>1</v></c></row>")) == nil)
    #expect(cause(xlsx("<row><c r=\"AMK1\"><v>1</v></c></row>")) == .limit(.columns))
  }

  @Test("des fusions qui couvriraient tout, des milliers de fois, sont arrêtées")
  func refusesMergeBombs() {
    let lignes = (1...2000).map { "<row r=\"\($0)\"><c><v>1</v></c></row>" }.joined()
    let fusions = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 3000)
    #expect(cause(xlsx(lignes, apres: fusions)) == .limit(.mergedRanges))
    #expect(cause(xlsx(lignes, apres: "<mergeCell ref=\"A1:XFD1048576\"/>")) == nil)
  }

  @Test(
    "un fichier coupé n’importe où est refusé, jamais lu de travers",
    arguments: ["openpyxl.xlsx", "excel.xlsx", "odfpy.ods", "libreoffice.ods"],
  )
  func refusesTruncated(nom: String) throws {
    let octets = try fichier(nom)
    for longueur in stride(from: 0, to: octets.count, by: 97) {
      #expect(cause(Array(octets[..<longueur])) != nil, "à \(longueur) octets")
    }
  }

  @Test(
    "un octet changé n’importe où ne fait rien tomber",
    arguments: ["openpyxl.xlsx", "excel.xlsx", "libreoffice.ods"],
  )
  func survivesChangedBytes(nom: String) throws {
    let octets = try fichier(nom)
    var lus = 0
    for place in stride(from: 0, to: octets.count, by: 13) {
      var change = octets
      change[place] ^= 0x55
      if cause(change) == nil { lus += 1 }
    }
    #expect(lus < octets.count / 13, "au moins un changement se voit")
  }
}
