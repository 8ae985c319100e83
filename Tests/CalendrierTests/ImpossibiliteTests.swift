import Testing

@testable import Calendrier

/// What cannot be placed, and the smallest reason.
struct ImpossibiliteTests {
  private func probleme(
    _ listes: [[Int]],
    periodes: Int = 3,
    salles: [Int] = [],
    relations: [Relation] = [],
  ) throws -> ProblemeDExamens {
    try ProblemeDExamens(
      epreuves: listes.enumerated().map { Epreuve(nom: "E\($0)", duree: 60, candidats: $1) },
      periodes: Exemples.periodes(jours: 1, parJour: periodes),
      salles: salles.map { Salle(nom: "S", capacite: $0) },
      candidats: (0..<12).map { Candidat(nom: "\($0)") },
      relations: relations,
      poids: Exemples.poids,
    )
  }

  private func raison(_ probleme: ProblemeDExamens) throws -> Impossibilite {
    try #require(throws: Impossibilite.self) {
      try Recherche(probleme).lancer(.init(budget: .propositions(1_000)), horloge: { 0 })
    }
  }

  @Test("more incompatible exams than periods are named, without the others")
  func clique() throws {
    let p = try probleme([[0, 5], [1], [0, 1, 2], [2, 0], [3], [0, 4]])
    let raison = try raison(p)
    #expect(raison.motif == .tropDIncompatibles(periodes: 3))
    #expect(raison.epreuves == [0, 2, 3, 5])
    #expect(
      raison.phrase(p)
        == "Les 4 épreuves « E0 », « E2 », « E3 », « E5 » sont incompatibles deux à deux, "
        + "et seules 3 périodes leur conviennent."
    )
  }

  @Test("rooms that cannot hold all are reduced to a minimal set of exams")
  func salles() throws {
    // Three periods of one room of four seats: twelve seats, and four exams of three.
    let p = try probleme(
      [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11], [0]],
      salles: [4],
    )
    let raison = try raison(p)
    #expect(raison.motif == .ensemble)
    #expect(raison.epreuves == [0, 1, 2, 3])
  }

  @Test("one exam whose parts need more rooms than there are is named alone")
  func seule() throws {
    let commune = try probleme([[0, 1]], salles: [4])
    let p = try ProblemeDExamens(
      epreuves: commune.epreuves,
      periodes: commune.periodes,
      salles: commune.salles,
      candidats: [Candidat(nom: "0", installation: .aPart)] + commune.candidats.dropFirst(),
    )
    let raison = try raison(p)
    #expect(raison == Impossibilite(motif: .ensemble, epreuves: [0]))
    #expect(
      raison.phrase(p)
        == "Aucune place n’a été trouvée pour « E0 » : tous la passent à la même heure, "
        + "et les salles ou les surveillants manquent."
    )
  }

  @Test("exams tied together that share candidates are named")
  func liees() throws {
    let p = try probleme(
      [[0], [1], [0, 2]],
      relations: [.coincidence(0, 1), .coincidence(1, 2)],
    )
    #expect(try raison(p) == Impossibilite(motif: .liees, epreuves: [0, 2]))
  }

  @Test("an exam that no period suits is named")
  func sansPeriode() throws {
    var p = try probleme([[0], [1]])
    p = try ProblemeDExamens(
      epreuves: p.epreuves,
      periodes: p.periodes,
      candidats: [Candidat(nom: "0", indisponible: [0, 1, 2])] + p.candidats.dropFirst(),
    )
    #expect(try raison(p) == Impossibilite(motif: .sansPeriode, epreuves: [0]))
  }
}
