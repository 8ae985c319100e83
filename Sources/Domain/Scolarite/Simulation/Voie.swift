/// One way to an objective: what each of its thresholds lacks, and what tests bring to it.
struct Voie {
  private let besoins: [Manque]
  /// The tests without which a UE of the way has no average.
  let obligatoires: [Int]
  /// By test, the mark that it takes the place of.
  private let actuelles: [Int64]

  init(_ besoins: [Manque], _ epreuves: [Epreuve]) {
    self.besoins = besoins
    obligatoires = Set(besoins.flatMap(\.obligatoires)).sorted()
    actuelles = epreuves.map { Manque.nano($0.actuelle ?? 0, arrondi: 0) }
  }

  /// By threshold, what each test brings at most with those marks, one for each test.
  func gains(_ notes: [Int64]) -> [[Int64]] {
    guard !besoins.isEmpty else { return [Array(repeating: 1, count: actuelles.count)] }
    let hausses = zip(notes, actuelles).map { max($0 - $1, 0) }
    return besoins.map { besoin in
      zip(besoin.parts, hausses).map { part, hausse in
        guard part > 0, hausse > 0 else { return 0 }
        let produit = Int128(part) * Int128(hausse)
        return Int64((produit + Int128(Manque.point) - 1) / Int128(Manque.point))
      }
    }
  }

  /// Whether 20 at every test would do.
  var estPossible: Bool {
    let plafond = Array(repeating: 20 * Manque.point, count: actuelles.count)
    return suffisent(Array(actuelles.indices), plafond)
  }

  /// Whether some tests may do with those marks, one for each test of the situation.
  func suffisent(_ tests: [Int], _ notes: [Int64]) -> Bool {
    guard obligatoires.allSatisfy(tests.contains) else { return false }
    return zip(gains(notes), besoins).allSatisfy { gains, besoin in
      tests.reduce(0) { $0 + gains[$1] } >= besoin.manque
    }
  }

  /// The tests that the mark raises and that concern the way.
  private func utiles(_ note: Int64) -> [Int] {
    guard !besoins.isEmpty else { return Array(actuelles.indices) }
    return actuelles.indices.filter { test in
      note > actuelles[test] && besoins.contains { $0.concernees.contains(test) }
    }
  }

  /// What covers the way with that mark, by so many tests at most; `nil` when none can.
  func couverture(_ note: Int64, taille: Int) -> Couverture? {
    guard obligatoires.count <= taille else { return nil }
    let gains = gains(Array(repeating: note, count: actuelles.count))
    for (siens, besoin) in zip(gains, besoins) where besoin.manque > 0 {
      let obtenus = obligatoires.reduce(0) { $0 + siens[$1] }
      let places = taille - obligatoires.count
      guard obtenus + Int64(places) * (siens.max() ?? 0) >= besoin.manque else { return nil }
    }
    return Couverture(
      gains: gains,
      utiles: utiles(note),
      besoins: besoins.isEmpty ? [0] : besoins.map(\.manque),
      obligatoires: obligatoires,
      taille: taille,
    )
  }
}
