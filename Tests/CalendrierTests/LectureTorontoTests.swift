import Testing

@testable import Calendrier

/// Carter’s format, read and written.
struct LectureTorontoTests {
  private func lire(_ epreuves: String, _ etudiants: String) throws(FauteDInstance)
    -> ProblemeDExamens
  {
    try .lireToronto(
      epreuves: Array(epreuves.utf8),
      etudiants: Array(etudiants.utf8),
      periodes: 6,
    )
  }

  @Test("exams keep their names, students their lines")
  func lecture() throws {
    let p = try lire("0001 2\n0002 1\n0010 2\n", "0001 0010 \n0002\n\n0001 0010\n")
    #expect(p.epreuves.map(\.nom) == ["0001", "0002", "0010"])
    #expect(p.epreuves.map(\.candidats) == [[0, 2], [1], [0, 2]])
    #expect(p.candidats.count == 3)
    #expect(p.periodes.count == 6)
    let textes = try #require(p.textesToronto())
    #expect(textes.epreuves == "0001 2\n0002 1\n0010 2\n")
    #expect(textes.etudiants == "0001 0010\n0002\n0001 0010\n")
  }

  @Test("a name ends at a comma as at a blank")
  func virgules() throws {
    let p = try lire(",0001 2\n0002,1\n", "0001, 0002\n,,,\n")
    #expect(p.epreuves.map(\.nom) == ["0001", "0002"])
    #expect(p.candidats.count == 1)
  }

  @Test(
    "two exams cost 16, 8, 4, 2, 1, then nothing",
    arguments: [16, 8, 4, 2, 1, 0].enumerated(),
  )
  func proximite(distance: Int, prix: Int) throws {
    let p = try ProblemeDExamens.lireToronto(
      epreuves: Array("1 1\n2 1\n".utf8),
      etudiants: Array("1 2\n".utf8),
      periodes: 7,
    )
    let calendrier = CalendrierDExamens(p, places: [(0, nil), (distance + 1, nil)])
    #expect(p.bilan(calendrier).cout.total == prix)
  }

  @Test("a solution may count periods from 0 or from 1")
  func bases() throws {
    let p = try lire("1 1\n2 1\n", "1 2\n")
    let zero = try CalendrierDExamens.lireToronto(Array("1 0\n2 5\n".utf8), pour: p)
    let un = try CalendrierDExamens.lireToronto(Array("1 1\n2 6\n".utf8), pour: p)
    #expect(zero == un)
    #expect(zero.texteToronto(p) == "1 0\n2 5\n")
  }

  @Test(
    "a broken file is refused with its line and the reason",
    arguments: [
      ("1 1\n1 2\n", "1\n", "Ligne 2 : l’épreuve « 1 » figure deux fois."),
      ("1 1\n2\n", "1\n", "Ligne 2 : 2 valeurs sont attendues, il y en a 1."),
      ("1 1\n", "1 7\n", "Ligne 1 : l’épreuve « 7 » n’existe pas."),
      ("1 1\n", "\n1 1\n", "Ligne 2 : l’épreuve « 1 » figure deux fois."),
      ("1 1\n", "", "aucune épreuve n’a de candidat."),
      ("", "", "il n’y a aucune épreuve à placer."),
    ],
  )
  func fautes(epreuves: String, etudiants: String, phrase: String) throws {
    let faute = try #require(throws: FauteDInstance.self) { try lire(epreuves, etudiants) }
    #expect(faute.description == phrase)
  }
}
