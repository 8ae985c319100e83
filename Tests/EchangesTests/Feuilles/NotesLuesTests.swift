import Echanges
import Scolarite
import Spreadsheets
import Testing

@Suite("Lire des notes")
struct NotesLuesTests {
  private func lire(_ cellules: [[Cell]]) throws -> NotesLues {
    try NotesLues.lire(classeurDEssai(cellules: cellules), nom: "notes.xlsx")
  }

  private func refus(_ cellules: [[Cell]]) -> [String] {
    fautes { () throws(FautesDeFeuille) in
      _ = try NotesLues.lire(classeurDEssai(cellules: cellules), nom: "notes.xlsx")
    }
  }

  private func entree(_ cellule: Cell, sous titre: String = "DS1") throws -> Entree? {
    try lire([[.text("NIP"), .text("Nom"), .text(titre)], [.text("1"), .text("A"), cellule]])
      .lignes[0].entrees.first?.entree
  }

  private func note(_ texte: String) throws -> Entree { .note(try #require(Note(texte))) }

  @Test(
    "une note s’écrit avec une virgule, un point, un barème, ou un mot la remplace",
    arguments: [
      ("12,5", "12,5"), ("12.5", "12,5"), (" 7 ", "7"), ("13/15", "13/15"), ("13 / 15", "13/15"),
      ("0", "0"), ("20", "20"), ("abi", "ABI"), ("ABS", "ABI"), ("Abj", "ABJ"), ("EXC", "EXC"),
      ("ATT", "ATT"), ("ITI", "ITI"), ("DEM", "DEM"), ("DEF", "DEF"), ("NUL", "NUL"),
      ("Abs.", "ABI"), ("ABJ 12", "ABJ 12"),
    ],
  )
  func readsMarks(texte: String, mot: String) throws {
    #expect(try entree(.text(texte))?.mot == mot)
  }

  @Test("un nombre du tableur est exact, une cellule vide ne dit rien")
  func readsNumbers() throws {
    #expect(try entree(.number("12.3")) == note("12,3"))
    #expect(try entree(.number("13"), sous: "DS1 (sur 15)") == note("13/15"))
    #expect(try entree(.empty) == nil)
    #expect(try entree(.text("  ")) == nil)
  }

  @Test("une note devenue date est reconnue et nommée")
  func namesDates() throws {
    let date = try #require(SpreadsheetDate(2026, 5, 12))
    let cellules: [[Cell]] = [
      [.text("NIP"), .text("Nom"), .text("DS")], [.text("1"), .text("A"), .date(date)],
    ]
    let error = #expect(throws: FautesDeFeuille.self) { try lire(cellules) }
    #expect(error?.fautes.map(\.nature) == [.devenueDate(saisie: "12.5")])
    #expect(
      error?.lignes[0].hasPrefix(
        "notes.xlsx : feuille « Liste », cellule C2 : lu « 12/05/2026 », le tableur a changé la note "
          + "en date : « 12.5 »"
      ) == true
    )
  }

  @Test(
    "chaque faute a sa cellule",
    arguments: [
      (.text("20,5"), "C2 : 20,5 : horsBareme"), (.number("21"), "C2 : 21 : horsBareme"),
      (.number("-1"), "C2 : -1 : horsBareme"), (.text("absent"), "C2 : absent : valeur"),
      (.number("13.3333333333333"), "C2 : 13,3333333333333 : tropDeDecimales"),
      (.boolean(true), "C2 : VRAI : valeur"), (.error("#N/A"), "C2 : #N/A : erreurDeFormule"),
      (.text("16/15"), "C2 : 16/15 : valeur"),
    ] as [(Cell, String)],
  )
  func namesFaults(cellule: Cell, faute: String) {
    let cellules: [[Cell]] = [
      [.text("NIP"), .text("Nom"), .text("DS")], [.text("1"), .text("A"), cellule],
    ]
    #expect(refus(cellules) == [faute])
  }

  @Test(
    "le titre d’une colonne dit le module, l’évaluation et le barème",
    arguments: [
      ("R101 — DS1", "R101", "DS1", "20"), ("R1.01 - DS 1 (sur 15)", "R1.01", "DS 1", "15"),
      ("SAE101/Soutenance", "SAE101", "Soutenance", "20"), ("DS1 /15", nil, "DS1", "15"),
      ("DS1 sur 12,5", nil, "DS1", "12,5"), ("DS1 (/10)", nil, "DS1", "10"),
      ("TP noté", nil, "TP noté", "20"),
    ] as [(String, String?, String, String)],
  )
  func readsTitles(titre: String, module: String?, evaluation: String, bareme: String) throws {
    let colonnes = try lire([[.text("NIP"), .text("Nom"), .text(titre)]]).colonnes
    #expect(colonnes.map(\.module) == [module] && colonnes.map(\.evaluation) == [evaluation])
    #expect(colonnes.map(\.bareme.description) == [bareme])
  }

  @Test("plusieurs évaluations, des colonnes sans notes, une ligne de total")
  func readsSeveralColumns() throws {
    let lues = try lire([
      [
        .text("Moyenne"), .text("INE"), .text("DS1"), .text("Remarques"), .text("DS2"),
        .text("NIP"),
      ],
      [
        .number("9"), .text("0123456789A"), .number("8"), .text("bien"), .text("ABI"), .number("4"),
      ],
      [.number("9"), .empty, .empty, .text("fin"), .empty, .empty],
    ])
    #expect(lues.colonnes.map(\.evaluation) == ["DS1", "DS2"])
    #expect(lues.ignorees.map(\.intitule) == ["Moyenne", "Remarques"])
    #expect(lues.lignes.count == 1 && lues.lignes[0].ine == "0123456789A")
    #expect(lues.lignes[0].entrees.map(\.colonne) == [0, 1])
    #expect(lues.lignes[0].entrees.map(\.place.cell.description) == ["C2", "E2"])
  }

  @Test("évaluation sans nom, ligne sans étudiant, étudiant deux fois, évaluation deux fois")
  func namesStructuralFaults() {
    let titres: [Cell] = [.text("NIP"), .text("Nom"), .text("DS")]
    #expect(
      refus([titres, [.text("1"), .text("A"), .empty, .number("3")]])
        == ["D1 : 3 : evaluationSansNom"]
    )
    #expect(refus([titres, [.empty, .text("A"), .number("3")]]) == ["A2 : ligneSansIdentite"])
    let double: [Cell] = [.text("1"), .text("A"), .number("3")]
    #expect(refus([titres, double, double]) == ["A3 : 1 : doublon"])
    #expect(refus([titres + [.text("ds")], double]) == ["D1 : ds : colonneDouble"])
    #expect(refus([[.text("Nom"), .text("TD"), .text("DS")]]) == ["A1 : colonneManquante"])
  }
}
