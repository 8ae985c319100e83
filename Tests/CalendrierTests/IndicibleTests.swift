import Testing

@testable import Calendrier

/// What the benchmarks cannot say, and calendars that are not of their problem.
struct IndicibleTests {
  @Test("an IUT’s session is refused by both formats, each reason once")
  func session() throws {
    var session = SessionFictive()
    (session.formations, session.inscrits, session.epreuves) = (2, 30, 8)
    let probleme = try session.tirer(graine: 2).probleme
    for raisons in [
      probleme.raisonsDeNePasDireITC2007(), probleme.raisonsDeNePasDireToronto(),
    ] {
      #expect(raisons.count > 4 && Set(raisons).count == raisons.count)
    }
    #expect(probleme.texteITC2007() == nil && probleme.textesToronto() == nil)
  }

  @Test("each format says its own instances, and not those of the other")
  func propres() throws {
    let toronto = try ProblemeDExamens.lireToronto(
      epreuves: Array("0001 1\n0002 1\n".utf8),
      etudiants: Array("0001 0002\n".utf8),
      periodes: 2,
    )
    #expect(toronto.raisonsDeNePasDireToronto().isEmpty)
    #expect(toronto.raisonsDeNePasDireITC2007().count == 2)
    let concours = try Exemples.concours(graine: 1)
    #expect(concours.raisonsDeNePasDireToronto().contains("Toronto ignore les salles"))
  }

  @Test(
    "a calendar that is not of its instance is refused with its line",
    arguments: [
      ("1 0\n3 1\n", "Ligne 2 : l’épreuve « 3 » n’existe pas."),
      ("1 0\n1 1\n", "Ligne 2 : l’épreuve « 1 » figure deux fois."),
      ("1 0\n2 7\n", "Ligne 2 : « 2 7 » n’est ni une période ni une salle du problème."),
      ("1 0\n", "2 lignes sont annoncées, il y en a 1."),
      ("1 0\n2\n", "Ligne 2 : 2 valeurs sont attendues, il y en a 1."),
    ],
  )
  func calendrier(texte: String, phrase: String) throws {
    let probleme = try ProblemeDExamens.lireToronto(
      epreuves: Array("1 1\n2 1\n".utf8),
      etudiants: Array("1 2\n".utf8),
      periodes: 6,
    )
    let faute = try #require(throws: FauteDInstance.self) {
      try CalendrierDExamens.lireToronto(Array(texte.utf8), pour: probleme)
    }
    #expect(faute.description == phrase)
  }

  @Test("a part for each exam, in order, is what benchmarks write")
  func parties() throws {
    let probleme = try Exemples.concours(graine: 1)
    let places = probleme.epreuves.indices.map { _ in (periode: 0, salle: Int?(0)) }
    let calendrier = CalendrierDExamens(probleme, places: places)
    #expect(calendrier.estDUnePartieParEpreuve(probleme))
    let sans = CalendrierDExamens(placements: Array(calendrier.placements.dropFirst()))
    #expect(!sans.estDUnePartieParEpreuve(probleme))
  }
}
