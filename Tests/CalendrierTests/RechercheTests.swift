import Testing

@testable import Calendrier

/// Searches: what they promise whatever the problem.
struct RechercheTests {
  private func chercher(
    _ probleme: ProblemeDExamens,
    graine: UInt64 = 1,
    propositions: Int = 20_000,
  ) throws(Impossibilite) -> Recherche.Resultat {
    try Recherche(probleme).lancer(
      .init(graine: graine, budget: .propositions(propositions)),
      horloge: { 0 },
    )
  }

  @Test("the same seed and number of proposals give the same calendar")
  func reproductible() throws {
    let probleme = try Exemples.session(graine: 4)
    let premier = try chercher(probleme, graine: 7)
    #expect(try chercher(probleme, graine: 7).calendrier == premier.calendrier)
    #expect(try chercher(probleme, graine: 8).calendrier != premier.calendrier)
    #expect(premier.propositions == 20_000)
  }

  /// Changes only when the search does; never with the machine.
  @Test("the calendar of a seed is this one, on every machine")
  func memeCalendrierPartout() throws {
    let resultat = try chercher(
      try Exemples.concours(graine: 2),
      graine: 11,
      propositions: 50_000,
    )
    let places = resultat.calendrier.placements.map { [$0.periode, $0.salle ?? -1] }
    #expect(resultat.cout == 13)
    let attendues = [
      [7, 1], [8, 2], [11, 3], [5, 2], [1, 1], [7, 3], [4, 3], [4, 2], [4, 2], [11, 3], [11, 2],
      [11, 1], [11, 2], [2, 3], [11, 2], [1, 1], [1, 2], [4, 1], [1, 2], [8, 3], [1, 3], [8, 1],
      [7, 2], [10, 3],
    ]
    #expect(places == attendues)
  }

  @Test("the result is feasible and costs what it says", arguments: 1...4)
  func resultat(graine: UInt64) throws {
    for probleme in [
      try Exemples.concours(graine: graine), try Exemples.session(graine: graine),
    ] {
      let resultat = try chercher(probleme, graine: graine)
      let bilan = probleme.bilan(resultat.calendrier)
      #expect(bilan.violations == [])
      #expect(bilan.cout.total == resultat.cout)
      #expect(resultat.cout >= probleme.minorant())
    }
  }

  @Test("of several seeds the best is kept")
  func plusieursGraines() async throws {
    let probleme = try Exemples.concours(graine: 4)
    let couts = try [3, 4, 5].map { try chercher(probleme, graine: $0).cout }
    let meilleur = try await Recherche(probleme).lancer(
      graines: [3, 4, 5],
      .init(budget: .propositions(20_000)),
      horloge: { 0 },
    )
    #expect(meilleur.cout == couts.min())
  }

  @Test("searching longer than building pays")
  func amelioration() throws {
    let probleme = try Exemples.concours(graine: 3, epreuves: 30)
    let court = try chercher(probleme, propositions: 0)
    let long = try chercher(probleme, propositions: 100_000)
    #expect(long.cout < court.cout * 9 / 10)
  }

  @Test("a search told to stop returns the best calendar that it holds")
  func arret() throws {
    let probleme = try Exemples.concours(graine: 2)
    var appels = 0
    func suivre(_ progres: Recherche.Progres) -> Bool {
      appels += 1
      #expect(progres.meilleur <= progres.cout)
      return appels < 3
    }
    let resultat = try Recherche(probleme).lancer(
      .init(budget: .propositions(200_000)),
      horloge: { 0 },
      suivre: suivre,
    )
    #expect(appels == 3)
    #expect(resultat.propositions < 10_000)
    #expect(probleme.bilan(resultat.calendrier).estFaisable)
  }

  @Test("a budget in time is that of the clock given")
  func horloge() throws {
    var instant = 0
    let resultat = try Recherche(Exemples.concours(graine: 2)).lancer(
      .init(budget: .nanosecondes(10_000)),
      horloge: {
        instant += 1_000
        return instant
      },
    )
    #expect(resultat.duree >= 10_000)
    #expect(resultat.duree < 30_000)
  }

  @Test("an invented session has its clash-free calendar found")
  func sessionCachee() throws {
    var session = SessionFictive()
    session.inscrits = 300
    session.epreuves = 60
    session.salles = 15
    let (probleme, cache) = try session.tirer(graine: 5)
    #expect(cache.count == 60)
    let resultat = try chercher(probleme, propositions: 100_000)
    let bilan = probleme.bilan(resultat.calendrier)
    #expect(bilan.cout.chevauchements == 0)
    #expect(bilan.violations == [])
    #expect(try session.tirer(graine: 5).probleme == probleme)
  }
}
