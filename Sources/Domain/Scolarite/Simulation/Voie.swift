/// One way to an objective: what each of its thresholds lacks, and what tests bring to it.
struct Voie {
  private let manques: [Manque]
  /// The tests without which a UE of the way has no average.
  let obligatoires: [Int]
  /// By test, the lowest mark that it takes the place of.
  private let actuelles: [Int64]
  private let sansNote: [Bool]

  init(_ manques: [Manque], _ epreuves: [Epreuve]) {
    self.manques = manques
    obligatoires = Set(manques.flatMap(\.obligatoires)).sorted()
    sansNote = epreuves.map { $0.actuelle == nil }
    actuelles = epreuves.map { Manque.nano($0.plancher, arrondi: 0) }
  }

  /// By threshold, what each test brings at most with those marks, one for each test.
  func gains(_ notes: [Int64]) -> [[Int64]] {
    guard !manques.isEmpty else { return [Array(repeating: 1, count: actuelles.count)] }
    let hausses = zip(notes, actuelles).map { max($0 - $1, 0) }
    return manques.map { manque in
      zip(manque.parts, hausses).map { part, hausse in
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
    return zip(gains(notes), manques).allSatisfy { gains, manque in
      tests.reduce(0) { $0 + gains[$1] } >= manque.manque
    }
  }

  /// The tests that the mark raises, or gives a mark to: even one that no threshold asks for may
  /// free a UE that absences block, or carry a lower level.
  private func utiles(_ note: Int64) -> [Int] {
    actuelles.indices.filter { sansNote[$0] || note > actuelles[$0] }
  }

  /// What covers the way with that mark, by so many tests at most; `nil` when none can.
  func couverture(_ note: Int64, taille: Int) -> Couverture? {
    guard obligatoires.count <= taille else { return nil }
    let gains = gains(Array(repeating: note, count: actuelles.count))
    for (siens, manque) in zip(gains, manques) where manque.manque > 0 {
      let obtenus = obligatoires.reduce(0) { $0 + siens[$1] }
      let places = taille - obligatoires.count
      guard obtenus + Int64(places) * (siens.max() ?? 0) >= manque.manque else { return nil }
    }
    return Couverture(
      gains: gains,
      utiles: utiles(note),
      besoins: manques.isEmpty ? [0] : manques.map(\.manque),
      obligatoires: obligatoires,
      taille: taille,
    )
  }
}
