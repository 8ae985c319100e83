import Spreadsheets
import Testing

@Suite("Lire un classeur XLSX")
struct XLSXTests {
  @Test("un classeur d’openpyxl : textes, nombres, dates, fusion, feuille cachée")
  func readsOpenpyxl() throws {
    let classeur = try classeur("openpyxl.xlsx")
    let liste = classeur.sheets[0]
    #expect(classeur.sheets.map(\.name) == ["Liste", "Cachée"])
    #expect(classeur.visibleSheets.map(\.name) == ["Liste"])
    #expect(liste.rows[0].prefix(2) == [.text("Nom"), .text("Note")])
    #expect(
      try liste.rows[1] == [
        .text("Éloïse"), .number("12.3"), .date(jour(2006, 2, 28)),
        .dateTime(jour(2026, 3, 2), minute: 839), .boolean(true), .uncomputed,
      ]
    )
    #expect(
      liste.rows[2] == [
        .text(" espaces "), .number("0.3"), .text("08:05"), .empty, .boolean(false),
        .error("#REF!"),
      ]
    )
    #expect(liste.rows[3].isEmpty && liste.rows[4] == [.text("fusion")])
    #expect(try liste[6, 1] == .date(jour(2026, 5, 12)))
    #expect(liste[6, 2] == .number("12.5") && liste[6, 3] == .text("gras et maigre"))
    #expect(classeur.sheets[1].rows == [[], [], [.empty, .empty, .text("secret")]])
  }

  @Test("un classeur à la manière d’Excel : textes partagés, lignes creuses, formules")
  func readsExcel() throws {
    let feuille = try classeur("excel.xlsx").sheets[0]
    let mai = try jour(2026, 5, 12)
    #expect(feuille.name == "Notes & co")
    #expect(feuille.rows[1] == [.empty, .text("Nom"), .empty, .text("É B")])
    #expect(
      feuille.rows[4] == [
        .text("un\ndeux _x0041_"), .number("12.3"), .date(mai), .dateTime(mai, minute: 839),
        .number("0.015"), .text("13:30"), .text("calc"), .number("24.6"), .error("#DIV/0!"),
        .boolean(true), .text("en ligne"), .uncomputed, .dateTime(mai, minute: 0),
      ]
    )
    #expect(
      feuille.rows[5] == [.text("Nom"), .empty],
      "une cellule fusionnée cache les suivantes",
    )
  }

  @Test("les jours d’un classeur qui compte depuis 1904")
  func readsDates1904() throws {
    #expect(try classeur("excel1904.xlsx").sheets[0][0, 0] == .date(jour(2026, 5, 12)))
  }

  @Test(
    "un nombre revient à ce qu’une personne a vu",
    arguments: [
      ("12.300000000000001", "12.3"), ("12.299999999999999", "12.3"), ("0.1", "0.1"),
      ("0.30000000000000004", "0.3"), ("1E3", "1000"), ("-1.50e-2", "-0.015"), ("007", "7"),
      ("999999999999999.9", "1000000000000000"), ("123456789012345", "123456789012345"),
      ("1234567890123456", "1234567890123460"), ("0", "0"), ("-0.0", "0"), (".5", "0.5"),
      ("9.9999999999999999", "10"), ("1e-300", "1E-300"), ("12e40", "1.2E41"),
    ],
  )
  func roundsNumbers(ecrit: String, vu: String) throws {
    let octets = xlsx("<row><c><v>\(ecrit)</v></c></row>")
    #expect(try Workbook.read(octets, name: "").sheets[0][0, 0] == .number(vu))
  }

  @Test(
    "ce qui n’est pas un nombre est une faute de sa cellule",
    arguments: ["abc", "1,5", "NaN"],
  )
  func refusesBadNumbers(texte: String) {
    let octets = xlsx("<row r=\"3\"><c r=\"C3\"><v>\(texte)</v></c></row>")
    let error = #expect(throws: SpreadsheetError.self) {
      try Workbook.read(octets, name: "n.xlsx")
    }
    #expect(error?.cause == .badNumber(texte) && error?.sheet == "S")
    #expect(error?.description.hasPrefix("n.xlsx : feuille « S », cellule C3 : ") == true)
  }

  @Test(
    "positions et textes partagés qui n’existent pas",
    arguments: [
      ("<row r=\"0\"/>", .badReference("0")), ("<row r=\"x\"/>", .badReference("x")),
      ("<row><c r=\"7B\"/></row>", .badReference("7B")),
      ("<row><c t=\"s\"><v>0</v></c></row>", .badSharedText("0")),
      ("<row><c t=\"s\"><v>-1</v></c></row>", .badSharedText("-1")),
    ] as [(String, SpreadsheetError.Cause)],
  )
  func refusesReferences(lignes: String, attendue: SpreadsheetError.Cause) {
    #expect(cause(xlsx(lignes)) == attendue)
  }

  @Test(
    "les jours des premières années, où Excel compte un 29 février qui n’a pas été",
    arguments: [
      (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (36_526, "2000-01-01"),
      (2_958_465, "9999-12-31"),
    ],
  )
  func readsSerialDates(nombre: Int, attendu: String) throws {
    let date = try #require(SpreadsheetDate(iso: attendu))
    var feuille = WrittenSheet(name: "S")
    var style = WrittenStyle()
    style.numberFormat = .day
    feuille.rows = [[WrittenCell(.number("\(nombre)"), style)]]
    let octets = try SpreadsheetWriter.write(
      WrittenWorkbook(title: "", author: "", created: date, sheets: [feuille])
    )
    #expect(try Workbook.read(octets, name: "").sheets[0][0, 0] == .date(date))
  }
}
