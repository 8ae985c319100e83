import Spreadsheets
import Testing

@Suite("Positions et jours")
struct CellReferenceTests {
  @Test(
    "une position se lit et s’écrit",
    arguments: [
      ("A1", 0, 0), ("B7", 6, 1), ("Z10", 9, 25), ("AA2", 1, 26),
      ("XFD1048576", 1_048_575, 16_383),
    ],
  )
  func readsReferences(texte: String, ligne: Int, colonne: Int) {
    let place = CellReference(row: ligne, column: colonne)
    #expect(CellReference(texte) == place && place.description == texte)
  }

  @Test(
    "ce qui n’est pas une position",
    arguments: ["", "A", "1", "A0", "a1", "ABCD1", "A12345678", "A1B"],
  )
  func refusesReferences(texte: String) {
    #expect(CellReference(texte) == nil)
  }

  @Test("une position dit sa feuille")
  func namesPlaces() {
    let place = CellPlace(sheet: "DS", cell: CellReference(row: 6, column: 1))
    #expect(place.description == "feuille « DS », cellule B7")
  }

  @Test(
    "un jour existe ou non",
    arguments: [
      ("2024-02-29", true), ("2026-02-29", false), ("2026-13-01", false), ("2026-1-1", false),
    ],
  )
  func checksDays(texte: String, existe: Bool) {
    let jour = SpreadsheetDate(iso: texte)
    #expect((jour != nil) == existe && (jour == nil || jour?.description == texte))
  }

  @Test("ce qu’une cellule montre")
  func displaysCells() throws {
    let mai = try jour(2026, 5, 2)
    let cellules: [Cell] = [
      .empty, .number("-12.5"), .boolean(false), .date(mai), .dateTime(mai, minute: 65),
      .error("#REF!"),
    ]
    #expect(
      cellules.map(\.displayed) == [
        "", "-12,5", "FAUX", "02/05/2026", "02/05/2026 01:05", "#REF!",
      ]
    )
    #expect(Cell.text(" \u{A0}").isBlank && !Cell.number("0").isBlank)
  }
}
