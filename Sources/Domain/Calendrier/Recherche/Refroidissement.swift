/// The temperature for each share of a budget: geometric, or drawn from a pilot run.
///
/// A calendar freezes by stages: at some temperatures its cost varies much for little change of
/// temperature, and it is there that time is well spent. The pilot cools once quickly and notes
/// how much the cost varies; the time spent at each temperature is in proportion.
struct Refroidissement {
  /// Temperatures in falling order, and the share of the budget spent before each.
  private var temperatures: [Double]
  private var parts: [Double]

  init(de chaud: Double, a froid: Double) {
    let pente = Exponentielle.logarithme(froid / chaud)
    temperatures = (0...64).map { chaud * Exponentielle.puissance(pente * Double($0) / 64) }
    parts = (0...64).map { Double($0) / 64 }
  }

  /// From what the pilot saw: temperatures in falling order, and how much the cost varied at each.
  init(pilote: [(temperature: Double, ecartType: Double)]) {
    guard pilote.count > 1, pilote.contains(where: { $0.ecartType > 0 }) else {
      // Nothing was measured, or nothing varies: any plan will do.
      temperatures = [pilote.first?.temperature ?? 1]
      parts = [0]
      return
    }
    var poids = pilote.map { $0.ecartType / $0.temperature }
    // A neighbour counts too: the pilot is short, hence noisy.
    poids = poids.indices.map { k in
      (poids[max(0, k - 1)] + 2 * poids[k] + poids[min(poids.count - 1, k + 1)]) / 4
    }
    let plancher = (poids.max() ?? 1) * 0.2
    let retenus = poids.indices.filter { poids[$0] > plancher }
    let debut = retenus.first ?? 0
    let fin = retenus.last ?? poids.count - 1
    temperatures = []
    parts = []
    // Half of the time goes evenly: where the pilot passed too fast it measured too little.
    let moyenne = poids[debut...fin].reduce(0, +) / Double(fin - debut + 1)
    let total = 2 * moyenne * Double(fin - debut + 1)
    var somme = 0.0
    for k in debut...fin {
      temperatures.append(pilote[k].temperature)
      parts.append(somme / total)
      somme += poids[k] + moyenne
    }
  }

  var extremes: (Double, Double) { (temperatures.first ?? 1, temperatures.last ?? 1) }

  func temperature(_ part: Double) -> Double {
    var bas = 0
    var haut = temperatures.count - 1
    while bas < haut {
      let milieu = (bas + haut + 1) / 2
      if parts[milieu] <= part { bas = milieu } else { haut = milieu - 1 }
    }
    guard bas + 1 < temperatures.count else { return temperatures[bas] }
    let largeur = parts[bas + 1] - parts[bas]
    let f = largeur > 0 ? min(1, (part - parts[bas]) / largeur) : 0
    return temperatures[bas] + (temperatures[bas + 1] - temperatures[bas]) * f
  }
}
