import Testing

@testable import Calendrier

/// The format of the competition of 2007, read and written.
struct LectureITC2007Tests {
  static let exemple = """
    [Exams:4]
    120, 1, 2, 3
    60, 2, 4
    60, 5
    120
    [Periods:3]
    15:04:2005, 09:30:00, 120, 0
    15:04:2005, 14:00:00, 120, 5
    18:04:2005, 09:30:00, 60, 0
    [Rooms:2]
    4, 0
    2, 3
    [PeriodHardConstraints]
    0, AFTER, 1
    2, EXAM_COINCIDENCE, 3
    1, EXCLUSION, 2
    [RoomHardConstraints]
    2, ROOM_EXCLUSIVE
    [InstitutionalWeightings]
    TWOINAROW, 7
    TWOINADAY, 5
    PERIODSPREAD, 3
    NONMIXEDDURATIONS, 10
    FRONTLOAD, 1, 2, 5

    """

  private func lire(_ texte: String) throws(FauteDInstance) -> ProblemeDExamens {
    try .lireITC2007(Array(texte.utf8))
  }

  @Test("an instance is read with all that it says")
  func lecture() throws {
    let p = try lire(Self.exemple)
    #expect(p.epreuves.map(\.duree) == [120, 60, 60, 120])
    #expect(p.epreuves.map(\.candidats) == [[0, 1, 2], [1, 3], [4], []])
    #expect(p.epreuves.map(\.exclusive) == [false, false, true, false])
    #expect(p.jours == [0, 0, 1])
    #expect(p.periodes[1].debut == 14 * 3600)
    #expect(p.salles.map(\.penalite) == [0, 3])
    #expect(p.relations == [.apres(0, 1), .coincidence(2, 3), .exclusion(1, 2)])
    #expect(p.poids.ecart == 3)
    #expect(p.poids.chargeFinale == .init(epreuves: 1, periodes: 2, prix: 5))
  }

  @Test("what is written is what was read")
  func allerRetour() throws {
    #expect(try lire(Self.exemple).texteITC2007() == Self.exemple)
  }

  @Test("Windows line ends and blanks change nothing")
  func finsDeLigne() throws {
    let autre = Self.exemple.replacing("\n", with: " \r\n\r\n").replacing(", ", with: ",")
    #expect(try lire(autre) == lire(Self.exemple))
  }

  @Test(
    "a broken file is refused with its line and the reason",
    arguments: [
      ("[Exams:4]", "[Exams:5]", 1, "5 lignes sont annoncées, il y en a 4."),
      ("60, 5", "60, x5", 4, "« x5 » n’est pas un nombre entier permis."),
      ("60, 2, 4", "60, 2, 2", 3, "le candidat « 2 » figure deux fois sur la ligne."),
      (
        "09:30:00, 60, 0", "25:30:00, 60, 0", 9,
        "« 25:30:00 » n’est pas une heure, comme 09:30:00.",
      ),
      ("2, 3\n[P", "2\n[P", 12, "2 valeurs sont attendues, il y en a 1."),
      ("0, AFTER, 1", "0, BEFORE, 1", 14, "la contrainte « BEFORE » est inconnue."),
      ("1, EXCLUSION, 2", "1, AFTER, 0", 16, "l’ordre des épreuves 0, 1 tourne en rond."),
      ("1, EXCLUSION, 2", "1, EXCLUSION, 9", 16, "l’épreuve nº 9 n’existe pas."),
      ("2, ROOM_EXCLUSIVE", "9, ROOM_EXCLUSIVE", 18, "l’épreuve « 9 » n’existe pas."),
      ("TWOINADAY, 5", "TWOINADAY, 5, 6", 21, "1 valeurs sont attendues, il y en a 2."),
      ("TWOINADAY, 5", "THREEINADAY, 5", 21, "la pondération « THREEINADAY » est inconnue."),
      ("120, 1, 2, 3", "200, 1, 2, 3", 2, "aucune période ne dure 200 minutes."),
      ("4, 0\n", "2, 0\n", 2, "aucune salle permise n’a 3 places."),
      ("[Rooms:2]\n4, 0\n2, 3\n", "[Rooms:0]\n", 10, "il n’y a aucune salle."),
      ("[Rooms:2]", "[Halls:2]", 10, "la section « Halls » est inconnue."),
      ("[Exams:4]\n", "", 1, "un titre de section entre crochets est attendu avant toute donnée."),
    ],
  )
  func faute(avant: String, apres: String, ligne: Int, phrase: String) throws {
    let texte = Self.exemple.replacing(avant, with: apres, maxReplacements: 1)
    #expect(texte != Self.exemple)
    let faute = try #require(throws: FauteDInstance.self) { try lire(texte) }
    #expect(faute.ligne == ligne)
    #expect(faute.description.hasSuffix(phrase))
  }

  @Test("an instance without any student is refused")
  func personne() throws {
    let texte = Self.exemple.replacing("120, 1, 2, 3", with: "120")
      .replacing("60, 2, 4", with: "60").replacing("60, 5", with: "60")
    let faute = try #require(throws: FauteDInstance.self) { try lire(texte) }
    #expect(faute.description == "Ligne 1 : aucune épreuve n’a de candidat.")
  }

  @Test("the cost of a solution is that of the definition, by hand")
  func cout() throws {
    let p = try lire(Self.exemple)
    let solution = try CalendrierDExamens.lireITC2007(
      Array("1, 0\n0, 0\n1, 1\n1, 0\n".utf8),
      pour: p,
    )
    let bilan = p.bilan(solution)
    #expect(bilan.estFaisable)
    // Student 2 has exams 1 and 0 in a row; exam 0 is large and late, as it must be.
    #expect(bilan.cout.deuxDeSuite == 7)
    #expect(bilan.cout.ecart == 1)
    #expect(bilan.cout.periodes == 15)
    #expect(bilan.cout.salles == 3)
    #expect(bilan.cout.chargeFinale == 5)
    #expect(bilan.cout.dureesMelees == 0)
    #expect(bilan.cout.total == 31)
    #expect(solution.texteITC2007() == "1, 0\n0, 0\n1, 1\n1, 0\n")
  }

  @Test("each hard condition that a solution breaks is named")
  func violations() throws {
    let p = try lire(Self.exemple)
    let solution = try CalendrierDExamens.lireITC2007(
      Array("0, 1\n0, 0\n0, 0\n2, 0\n".utf8),
      pour: p,
    )
    let violations = Set(p.bilan(solution).violations)
    #expect(
      violations == [
        .conflit(epreuve: 0, autre: 1, candidats: 1),
        .sallePleine(salle: 1, periode: 0, enTrop: 1),
        .salleNonPartageable(epreuve: 2, salle: 0, periode: 0),
        .relation(.apres(0, 1)), .relation(.coincidence(2, 3)), .relation(.exclusion(1, 2)),
        .periodeTropCourte(epreuve: 3, periode: 2),
      ]
    )
  }
}
