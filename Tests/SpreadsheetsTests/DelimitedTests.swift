import CSV
import Spreadsheets
import Testing
import Text

@Suite("Lire un CSV comme une feuille")
struct DelimitedTests {
  private let attendu: [[Cell]] = [
    [.text("Nom"), .text("Note")], [.text("Éloïse d’Œuf"), .text("12,5")],
  ]

  private func rows(_ octets: [UInt8]) throws -> [[Cell]] {
    try Workbook.read(octets, name: "a.csv").sheets[0].rows
  }

  @Test(
    "le séparateur se décide par le contenu",
    arguments: [
      "Nom;Note\nÉloïse d’Œuf;12,5\n", "Nom,Note\r\nÉloïse d’Œuf,\"12,5\"",
      "Nom\tNote\nÉloïse d’Œuf\t12,5\n", "\u{FEFF}Nom;Note\nÉloïse d’Œuf;12,5",
      "sep=;\r\nNom;Note\r\nÉloïse d’Œuf;12,5", "SEP=,\nNom,Note\nÉloïse d’Œuf,\"12,5\"\n",
    ],
  )
  func findsSeparator(texte: String) throws {
    #expect(try rows(Array(texte.utf8)) == attendu)
  }

  @Test("Windows-1252 et UTF-16 sont reconnus")
  func readsEncodings() throws {
    let texte = "Nom;Note\nÉloïse d’Œuf;12,5\n"
    let windows = texte.unicodeScalars.map { scalaire -> UInt8 in
      switch scalaire {
      case "’": 0x92
      case "Œ": 0x8C
      default: UInt8(scalaire.value)
      }
    }
    #expect(try rows(windows) == attendu)
    let petit: [UInt8] =
      [0xFF, 0xFE] + texte.utf16.flatMap { [UInt8]([UInt8($0 & 0xFF), UInt8($0 >> 8)]) }
    let grand: [UInt8] =
      [0xFE, 0xFF] + texte.utf16.flatMap { [UInt8]([UInt8($0 >> 8), UInt8($0 & 0xFF)]) }
    #expect(try rows(petit) == attendu)
    #expect(try rows(grand) == attendu)
    #expect(cause([0x41, 0x81, 0x3B]) == .unknownEncoding)
  }

  @Test("des lignes de longueurs différentes, et des lignes vides qui comptent")
  func readsRaggedRows() throws {
    let texte = "\nListe des notes\n\nNom;\"Note\nsur 20\";x\nA;12;\n'=B;;\n"
    #expect(
      try rows(Array(texte.utf8)) == [
        [], [.text("Liste des notes")], [], [.text("Nom"), .text("Note\nsur 20"), .text("x")],
        [.text("A"), .text("12")], [.text("=B")],
      ]
    )
  }

  @Test("un guillemet jamais fermé est nommé avec sa ligne")
  func refusesOpenQuote() {
    let error = #expect(throws: SpreadsheetError.self) {
      try Workbook.read(Array("a;b\n\"c;d\n".utf8), name: "n.csv")
    }
    #expect(
      error?.description.hasPrefix("n.csv : feuille « n.csv » : ligne 2, caractère 1") == true
    )
  }
}
