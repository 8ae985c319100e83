import Testing

@testable import Calendrier

/// Why a calendar is as it is, and what it takes to change it.
struct ExplicationTests {
  private func resoudre(_ probleme: ProblemeDExamens) throws -> (Recherche, CalendrierDExamens) {
    let recherche = Recherche(probleme)
    let resultat = try recherche.lancer(
      .init(budget: .propositions(30_000)),
      horloge: { 0 },
    )
    return (recherche, resultat.calendrier)
  }

  @Test("what an alternative would cost is what it costs once made", arguments: 1...1)
  func alternatives(graine: UInt64) throws {
    let probleme = try Exemples.concours(graine: graine)
    let (recherche, calendrier) = try resoudre(probleme)
    let explication = Explication(recherche, calendrier)
    let avant = probleme.bilan(calendrier).cout.total
    var verifiees = 0
    for e in probleme.epreuves.indices {
      let alternatives = explication.alternatives(a: e)
      #expect(alternatives.count == probleme.periodes.count - 1)
      for a in alternatives {
        #expect((a.variation == nil) == (a.empechement != nil))
        guard let variation = a.variation else { continue }
        var epreuves = probleme.epreuves
        epreuves[e] = epreuves[e].limitee(a: [a.periode])
        let force = Recherche(try probleme.avec(epreuves: epreuves))
        let resultat = try force.lancer(
          .init(budget: .propositions(0)),
          depart: .init(calendrier: calendrier.avec(e, a: a.periode, salle: nil)),
          horloge: { 0 },
        )
        // Only rooms may have been found in another order.
        let apres = probleme.bilan(resultat.calendrier).cout
        let memeSalles = avant + variation - apres.salles - apres.dureesMelees
        if resultat.calendrier.placements.count(where: { $0.epreuve != e })
          == calendrier.placements.count - 1, apres.total == avant + variation
        {
          verifiees += 1
        }
        #expect(memeSalles <= avant + variation)
      }
    }
    #expect(verifiees > 10)
  }

  @Test("the faults of all students add up to the cost of the calendar")
  func fiches() throws {
    let probleme = try Exemples.session(graine: 2)
    let (recherche, calendrier) = try resoudre(probleme)
    let explication = Explication(recherche, calendrier)
    let cout = probleme.bilan(calendrier).cout
    let somme = probleme.candidats.indices.reduce(0) { $0 + explication.fiche(de: $1).cout }
    #expect(
      somme == cout.deuxDeSuite + cout.deuxParJour + cout.ecart + cout.proximite
        + cout.chevauchements + cout.indisponibilites + cout.plafondParJour
    )
  }

  @Test("every clash is named, with a solution that causes no other")
  func chevauchements() throws {
    var session = SessionFictive()
    session.formations = 3
    session.inscrits = 60
    session.epreuves = 45
    session.contraries = 4
    let (probleme, _) = try session.tirer(graine: 1)
    let (recherche, calendrier) = try resoudre(probleme)
    let explication = Explication(recherche, calendrier)
    let prix = try #require(probleme.poids.chevauchement)
    let chevauchements = explication.chevauchements()
    #expect(chevauchements.count == 4)
    #expect(probleme.minorant() >= 4 * prix)
    #expect(chevauchements.count * prix == probleme.bilan(calendrier).cout.chevauchements)
    #expect(
      chevauchements.contains {
        if case .aPart = $0.solution { true } else { false }
      }
    )
    for c in chevauchements {
      guard case .aPart(let epreuve, let periode, let salle) = c.solution else { continue }
      #expect(salle != nil)
      let ailleurs = explication.fiche(de: c.candidat).convocations.filter {
        $0.epreuve != epreuve
      }
      #expect(!ailleurs.contains { $0.periode == periode })
    }
  }

  @Test("an exam moved by hand stays there, and as few others move as can be", arguments: 1...3)
  func reparation(graine: UInt64) throws {
    let probleme = try Exemples.concours(graine: graine)
    let (recherche, calendrier) = try resoudre(probleme)
    let e = 8
    let cible = try #require(
      Explication(recherche, calendrier).alternatives(a: e).first {
        $0.empechement == .epreuves
      }
    )
    let reparation = try recherche.changer(
      e,
      a: cible.periode,
      dans: calendrier,
      propositions: 30_000,
    )
    #expect(!reparation.bilan.estFaisable)
    let repare = try #require(reparation.repare)
    #expect(reparation.bilanRepare?.estFaisable == true)
    #expect(repare.placements[e].periode == cible.periode)
    // Whoever was in the way must move; hardly anybody else does.
    let deplaces = reparation.deplacements.filter { $0.avant?.periode != $0.apres.periode }
    #expect(!deplaces.isEmpty)
    #expect(deplaces.count <= cible.obstacles.count + 3)
  }

  @Test("a published calendar that still holds does not move when moving costs more than it gains")
  func fidelite() throws {
    let probleme = try Exemples.concours(graine: 5)
    let (recherche, calendrier) = try resoudre(probleme)
    let resultat = try recherche.reoptimiser(
      calendrier,
      prixDePeriode: 20_000,
      prixDeSalle: 1_000,
      .init(budget: .propositions(20_000)),
      horloge: { 0 },
    )
    #expect(Deplacement.entre(calendrier, resultat.calendrier) == [])
    #expect(resultat.cout == probleme.bilan(calendrier).cout.total)
  }
}
