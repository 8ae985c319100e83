import Spreadsheets
import Testing

@Suite("Écrire un classeur XLSX")
struct EcritureTests {
  private func classeur(_ feuilles: [WrittenSheet]) throws -> WrittenWorkbook {
    WrittenWorkbook(
      title: "Essai",
      author: "Délibéré",
      created: try jour(2026, 1, 15),
      sheets: feuilles,
    )
  }

  private func relu(_ feuilles: [WrittenSheet]) throws -> Workbook {
    try Workbook.read(SpreadsheetWriter.write(classeur(feuilles)), name: "essai.xlsx")
  }

  @Test("tout ce qui est écrit se relit")
  func roundTrips() throws {
    let cellules: [[Cell]] = [
      [.text("Éloïse"), .number("12.5"), .number("0.1"), .boolean(true)],
      [],
      [
        .date(try jour(2006, 2, 28)), .dateTime(try jour(2026, 3, 2), minute: 839), .empty,
        .text(" espaces\net <balise> & \"x\" _x0041_ "),
      ],
      [.number("-7"), .number("99999.999999"), .number("19.999999999999"), .boolean(false)],
    ]
    var visible = WrittenSheet(name: "Notes : DS/1")
    visible.rows = cellules.map { $0.map { WrittenCell($0) } }
    var cachee = WrittenSheet(name: "Cachée")
    cachee.isHidden = true
    cachee.rows = [[WrittenCell(.text("x"))]]
    let lu = try relu([visible, cachee])
    #expect(lu.sheets.map(\.name) == ["Notes   DS 1", "Cachée"])
    #expect(lu.sheets.map(\.isHidden) == [false, true])
    #expect(lu.sheets[0].rows == cellules)
  }

  @Test(
    "un texte qui ressemble à une formule reste un texte",
    arguments: ["=", "+", "-", "@", "\t"],
  )
  func keepsFormulasAsTexts(debut: String) throws {
    var feuille = WrittenSheet(name: "S")
    feuille.rows = [[WrittenCell(.text(debut + "1+1"), .input)]]
    #expect(try relu([feuille]).sheets[0].rows == [[.text(debut + "1+1")]])
  }

  @Test("les caractères qu’aucun XML ne tient sont remplacés, les autres gardés")
  func replacesForbiddenCharacters() throws {
    var feuille = WrittenSheet(name: "a\u{FFFF}\u{1}")
    feuille.rows = [[WrittenCell(.text("a\0b\u{FFFE}\u{FFFF}\u{1}\t\u{1F600}"))]]
    let relu = try relu([feuille]).sheets[0]
    #expect(relu.name == "a\u{FFFD}")
    #expect(relu.rows == [[.text("a\u{FFFD}b\u{FFFD}\u{FFFD}\u{1}\t\u{1F600}")]])
  }

  @Test("le même contenu donne les mêmes octets ; protection, filtre et listes y sont")
  func isDeterministic() throws {
    var feuille = WrittenSheet(name: "S")
    feuille.columns = [.init(width: 10, isHidden: true), .init(width: 30)]
    feuille.rows = [
      [WrittenCell(.text("clé"), .heading), WrittenCell(.text("Note"), .heading)],
      [WrittenCell(.text("k")), WrittenCell(.empty, .input)],
    ]
    feuille.isProtected = true
    feuille.frozenRows = 1
    let corps = WrittenRange(CellReference(row: 0, column: 0), CellReference(row: 1, column: 1))
    let saisie = WrittenRange(CellReference(row: 1, column: 1), CellReference(row: 1, column: 1))
    feuille.filter = corps
    feuille.repeatedRow = 0
    feuille.validations = [
      WrittenValidation(saisie, .decimal(from: "0", through: "20"), hint: "i", refusal: "r"),
      WrittenValidation(corps, .list(["ABI", "ABJ"]), hint: "", refusal: "r"),
      WrittenValidation(saisie, .formula("B2<>\"\""), hint: "", refusal: ""),
    ]
    let octets = try SpreadsheetWriter.write(classeur([feuille]))
    #expect(try SpreadsheetWriter.write(classeur([feuille])) == octets)
    #expect(try Workbook.read(octets, name: "").sheets[0].rows.count == 2)
  }

  @Test(
    "ce qui ne peut pas s’écrire est une erreur",
    arguments: [
      String(repeating: "x", count: SpreadsheetLimit.cellLength.maximum + 1)
    ],
  )
  func refusesLongTexts(texte: String) throws {
    var feuille = WrittenSheet(name: "S")
    feuille.rows = [[], [WrittenCell(.text(texte))]]
    let place = CellPlace(sheet: "S", cell: CellReference(row: 1, column: 0))
    #expect(throws: SpreadsheetWriteError.longText(place)) {
      try SpreadsheetWriter.write(classeur([feuille]))
    }
    let double = [WrittenSheet(name: "s"), WrittenSheet(name: "S")]
    #expect(throws: SpreadsheetWriteError.sameName("S")) {
      try SpreadsheetWriter.write(classeur(double))
    }
    #expect(throws: SpreadsheetWriteError.temporaryFile(errno: 2)) {
      try SpreadsheetWriter.write(classeur([feuille]), temporaryFolder: "/nulle/part")
    }
  }

  @Test(
    "un nom de feuille est ramené à ce qu’Excel accepte",
    arguments: [
      ("R1.01 : DS [1]", "R1.01   DS  1"), ("'", "Feuille"), ("", "Feuille"),
      (String(repeating: "é", count: 40), String(repeating: "é", count: 31)),
    ],
  )
  func cleansNames(texte: String, nom: String) {
    #expect(WrittenSheet.acceptedName(texte) == nom)
  }
}
