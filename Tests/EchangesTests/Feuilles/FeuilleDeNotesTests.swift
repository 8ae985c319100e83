import Echanges
import Scolarite
import Spreadsheets
import Testing

@Suite("Une feuille de notes à remplir")
struct FeuilleDeNotesTests {
  private let attendu = FeuilleDeNotes.Attendu(
    evaluation: "ev|42%7C",
    bareme: 15,
    identites: ["e1", "e2", "007"],
  )

  private func feuille() throws -> FeuilleDeNotes {
    func ligne(_ identite: String, _ nom: String, _ valeur: Entree?) -> FeuilleDeNotes.Ligne {
      .init(identite: identite, nom: nom, prenom: "Zoé", groupe: "TD1", valeur: valeur)
    }
    return FeuilleDeNotes(
      titre: "BUT MMI 1",
      module: "R1.01",
      evaluation: "DS 1 : bases",
      identite: attendu.evaluation,
      version: "v3",
      date: Jour(2026, 1, 15),
      bareme: attendu.bareme,
      coefficient: 2,
      lignes: [
        ligne("e1", "LÉVÊQUE", .note(try #require(Note("12,5/15")))),
        ligne("007", "=BOND", .absenceInjustifiee), ligne("e2", "ABADIE", nil),
      ],
    )
  }

  private func ecrite() throws -> Workbook {
    let jour = try #require(SpreadsheetDate(2026, 1, 10))
    return try Workbook.read(feuille().ecrire(leJour: jour), name: "notes.xlsx")
  }

  private func relue(_ lignes: [[Cell]]) throws -> FeuilleDeNotes.Relecture {
    try FeuilleDeNotes.lire(aller(lignes), nom: "notes.xlsx", attendu: attendu)
  }

  private func refus(_ lignes: [[Cell]]) -> [String] {
    fautes { () throws(FautesDeFeuille) in
      _ = try FeuilleDeNotes.lire(
        classeurDEssai(cellules: lignes),
        nom: "notes.xlsx",
        attendu: attendu,
      )
    }
  }

  private func valeurs(_ relecture: FeuilleDeNotes.Relecture) -> [String: String] {
    Dictionary(uniqueKeysWithValues: relecture.lignes.map { ($0.identite, $0.valeur?.mot ?? "") })
  }

  private let connues = ["e1": "12,5/15", "007": "ABI", "e2": ""]

  @Test("ce qui est écrit se relit, et la feuille est reconnue")
  func roundTrips() throws {
    let classeur = try ecrite()
    #expect(FeuilleDeNotes.evaluation(de: classeur) == attendu.evaluation)
    #expect(classeur.sheets.map(\.name) == ["R1.01 DS 1   bases"])
    let relecture = try FeuilleDeNotes.lire(classeur, nom: "notes.xlsx", attendu: attendu)
    #expect(relecture.version == "v3" && relecture.absentes.isEmpty)
    #expect(valeurs(relecture) == connues)
    #expect(relecture.lignes.map(\.place.cell.description) == ["E9", "E10", "E11"])
  }

  @Test("triée, aux colonnes déplacées, avec une ligne de moins, elle se relit")
  func survivesSorting() throws {
    let lignes = try ecrite().sheets[0].rows
    let triees = lignes[..<8] + lignes[8...].reversed()
    #expect(try valeurs(relue(Array(triees))) == connues)
    let largeur = 5
    let deplacees = lignes.map { ligne -> [Cell] in
      let complete = ligne + Array(repeating: .empty, count: largeur - ligne.count)
      return [.empty] + complete.reversed()
    }
    #expect(try valeurs(relue(deplacees)) == connues)
    let courte = try relue(Array(lignes.dropLast()))
    #expect(courte.absentes == ["e2"] && courte.lignes.count == 2)
  }

  @Test("enregistrée en CSV, elle se relit")
  func survivesCSV() throws {
    let tableau = TableauExporte(titre: "", intitules: ["x"], lignes: try ecrite().sheets[0].rows)
    let classeur = try Workbook.read(tableau.csv(), name: "notes.csv")
    let relecture = try FeuilleDeNotes.lire(classeur, nom: "notes.csv", attendu: attendu)
    #expect(valeurs(relecture) == connues)
  }

  @Test("ce qui ne va pas est nommé avec sa cellule")
  func namesFaults() throws {
    let lignes = try ecrite().sheets[0].rows
    func changee(_ rang: Int, _ colonne: Int, _ cellule: Cell) -> [[Cell]] {
      var copie = lignes
      while copie.count <= rang { copie.append([]) }
      while copie[rang].count <= colonne { copie[rang].append(.empty) }
      copie[rang][colonne] = cellule
      return copie
    }
    #expect(refus(changee(8, 4, .number("15.5"))) == ["E9 : 15,5 : horsBareme"])
    #expect(refus(changee(8, 4, .number("15"))) == [])
    #expect(refus(changee(8, 0, .text("e9"))) == ["A9 : e9 : identiteInconnue"])
    #expect(refus(changee(9, 0, .text("e1"))) == ["A10 : e1 : doublon"])
    #expect(refus(changee(11, 4, .number("3"))) == ["E12 : 3 : ligneSansIdentite"])
    #expect(refus(changee(7, 4, .text("Remarque"))) == ["A8 : colonneManquante"])
    #expect(refus(changee(7, 3, .text("Note bis"))).first == "E8 : Note sur 15 : colonneDouble")
    #expect(refus(changee(7, 0, .text("Identité"))) == ["– : feuilleNonReconnue"])
    let autre = Cell.text("delibere/notes/1|ev7|v1")
    #expect(refus(changee(7, 0, autre)) == ["A8 : ev7 : autreEvaluation"])
    #expect(
      refus(changee(20, 0, autre)) == [
        "A21 : plusieursFeuilles", "A21 : delibere/notes/1|ev7|v1 : identiteInconnue",
      ]
    )
  }

  @Test("lue comme un tableau de notes, elle donne aussi l’identité cachée")
  func readsAsTable() throws {
    let lues = try NotesLues.lire(ecrite(), nom: "notes.xlsx")
    #expect(lues.lignes.map(\.identite) == ["e1", "007", "e2"])
    #expect(lues.colonnes.map(\.evaluation) == ["Note"] && lues.colonnes.map(\.bareme) == [15])
    #expect(lues.lignes[0].entrees.map(\.entree.mot) == ["12,5/15"])
  }

  @Test("la même feuille donne les mêmes octets")
  func isDeterministic() throws {
    let jour = try #require(SpreadsheetDate(2026, 1, 10))
    #expect(try feuille().ecrire(leJour: jour) == feuille().ecrire(leJour: jour))
  }
}
