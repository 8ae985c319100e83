/// Annealing whose temperature falls geometrically with the share of the budget that is spent.
struct Recuit {
  private let budget: Recherche.Budget
  private let melange: Melange
  private let chaud: Double
  private let froid: Double

  init(_ reglages: Recherche.Reglages, _ modele: Modele) {
    budget = reglages.budget
    melange = reglages.melange ?? Melange.pour(modele.probleme)
    let defaut = modele.probleme.salles.isEmpty ? (300.0, 1.5) : (120.0, 0.7)
    (chaud, froid) = reglages.temperatures ?? defaut
  }

  /// Anneals until the budget is spent; returns the number of proposals.
  mutating func refroidir(
    _ etat: inout Etat,
    debut: Int,
    horloge: () -> Int,
    suivre: (Recherche.Progres) -> Bool,
  ) -> Int {
    let tirages = Tableau<Int32>(Etat.tirages)
    defer { tirages.liberer() }
    let pente = Exponentielle.logarithme(froid / chaud)
    var propositions = 0
    var lots = 0
    while true {
      let duree = horloge() - debut
      let (part, tours) = avancement(propositions, duree)
      if tours <= 0 { break }
      let temperature = chaud * Exponentielle.puissance(pente * part)
      let progres = Recherche.Progres(
        propositions: propositions,
        duree: duree,
        cout: etat.cout,
        meilleur: min(etat.meilleurCout, etat.cout),
        temperature: temperature,
        acceptations: etat.acceptations,
      )
      if lots & 63 == 0, !suivre(progres) { break }
      lots += 1
      etat.tourner(
        tours,
        temperature: UInt64(temperature * 65_536),
        melange: melange,
        tirages: tirages,
      )
      propositions += tours
    }
    if etat.cout < etat.meilleurCout { etat.noterLeMeilleur() }
    return propositions
  }

  /// The share of the budget that is spent, and the proposals of the next lot.
  private func avancement(_ propositions: Int, _ duree: Int) -> (part: Double, tours: Int) {
    switch budget {
    case .propositions(let total):
      let lot = max(1, min(Recherche.lot, total / 256))
      return (Double(propositions) / Double(max(total, 1)), min(lot, total - propositions))
    case .nanosecondes(let total):
      guard duree < total else { return (1, 0) }
      return (Double(duree) / Double(total), Recherche.lot)
    }
  }
}
