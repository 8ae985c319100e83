import Spreadsheets
import Testing

@Suite("Lire un classeur ODS")
struct ODSTests {
  @Test("un classeur d’odfpy : valeurs, espaces, sauts de ligne, cellule couverte")
  func readsOdfpy() throws {
    let feuille = try classeur("odfpy.ods").sheets[0]
    #expect(feuille.name == "Élèves")
    #expect(
      try feuille.rows == [
        [
          .number("12.3"), .date(jour(2026, 5, 12)), .boolean(true),
          .text("deux   mots\nfin\nsuite"),
        ]
      ]
    )
  }

  @Test(
    "un classeur à la manière de LibreOffice : répétitions, commentaire, erreur, feuille cachée"
  )
  func readsLibreOffice() throws {
    let classeur = try classeur("libreoffice.ods")
    #expect(classeur.sheets.map(\.isHidden) == [false, true])
    #expect(
      try classeur.sheets[0].rows == [
        [.text("Nom"), .text("DS"), .text("DS")], [], [], [],
        [
          .empty, .number("12.5"), .error("#DIV/0 !"),
          .dateTime(jour(2026, 5, 12), minute: 510),
        ],
        [.text("pareil")], [.text("pareil")],
      ]
    )
  }
}
