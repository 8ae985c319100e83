import Testing

@testable import Calendrier

/// The cost that the search keeps is the cost that the definition gives.
struct AccordTests {
  /// Searches at a temperature, and compares after every `pas` proposals.
  private func comparer(
    _ probleme: ProblemeDExamens,
    graine: UInt64,
    tours: Int,
    pas: Int,
    melange: Melange,
  ) {
    let modele = Modele(probleme)
    var etat = Etat(modele, graine: graine)
    let reste = etat.construire(etapes: 20_000)
    #expect(reste.isEmpty)
    guard reste.isEmpty else { return }
    let tirages = Tableau<Int32>(Etat.tirages)
    defer { tirages.liberer() }
    var fautes = 0
    var changements = 0
    var precedent = etat.cout
    for _ in 0..<(tours / pas) {
      etat.tourner(pas, temperature: 40 << 16, melange: melange, tirages: tirages)
      etat.noterLeMeilleur()
      let bilan = probleme.bilan(etat.meilleurCalendrier())
      if bilan.cout.total != etat.cout || !bilan.estFaisable { fautes += 1 }
      if etat.cout != precedent { changements += 1 }
      precedent = etat.cout
    }
    #expect(fautes == 0)
    #expect(changements > 10)
  }

  private var riche: Melange {
    var melange = Melange.defaut
    melange.kempe = 20
    melange.periodes = 8
    return melange
  }

  @Test("the cost kept equals the full recomputation after every proposal", arguments: 1...4)
  func chaqueProposition(graine: UInt64) throws {
    let probleme = try Exemples.concours(graine: graine)
    comparer(probleme, graine: graine, tours: 1_500, pas: 1, melange: riche)
  }

  @Test("with everything that an IUT has, too", arguments: 1...4)
  func chaquePropositionDUnIUT(graine: UInt64) throws {
    let probleme = try Exemples.session(graine: graine)
    comparer(probleme, graine: graine, tours: 800, pas: 1, melange: riche)
  }

  @Test("over a million proposals, compared every thousandth")
  func unMillion() throws {
    let probleme = try Exemples.concours(graine: 9, epreuves: 30)
    comparer(probleme, graine: 3, tours: 1_000_000, pas: 1_000, melange: riche)
  }
}
