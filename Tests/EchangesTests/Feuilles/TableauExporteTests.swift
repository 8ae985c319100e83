import Echanges
import Spreadsheets
import Testing

@Suite("Donner un tableau à un tableur")
struct TableauExporteTests {
  private let tableau = TableauExporte(
    titre: "Liste : BUT1",
    intitules: ["Nom", "Moyenne", "Boursier"],
    lignes: [
      [.text("=LÉVÊQUE"), .number("12.5"), .boolean(true)], [.text("a;b \"c\""), .empty, .empty],
    ],
  )

  @Test("en CSV : marque UTF-8, points-virgules, virgule décimale, formules neutralisées")
  func writesCSV() throws {
    let attendu = "\u{FEFF}Nom;Moyenne;Boursier\n'=LÉVÊQUE;12,5;VRAI\n\"a;b \"\"c\"\"\";;\n"
    #expect(tableau.csv() == Array(attendu.utf8))
    let relu = try Workbook.read(tableau.csv(), name: "l.csv").sheets[0].rows
    #expect(relu[1] == [.text("=LÉVÊQUE"), .text("12,5"), .text("VRAI")])
    #expect(relu[2] == [.text("a;b \"c\"")])
  }

  @Test("en XLSX : titre, intitulés, lignes")
  func writesXLSX() throws {
    let jour = try #require(SpreadsheetDate(2026, 1, 10))
    let feuille = try Workbook.read(tableau.xlsx(leJour: jour), name: "l.xlsx").sheets[0]
    #expect(feuille.name == "Liste   BUT1" && feuille.rows[0] == [.text("Liste : BUT1")])
    #expect(feuille.rows[2] == [.text("Nom"), .text("Moyenne"), .text("Boursier")])
    #expect(feuille.rows[3] == [.text("=LÉVÊQUE"), .number("12.5"), .boolean(true)])
    #expect(feuille.rows[4] == [.text("a;b \"c\"")])
  }
}
