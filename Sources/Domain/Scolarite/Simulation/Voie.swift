/// One way to an objective: its needs, each met by one of some thresholds, and what tests bring.
struct Voie {
  /// By need, what each of its thresholds lacks.
  private let besoins: [[Manque]]
  /// The tests without which a need cannot be met, by whatever threshold.
  let obligatoires: [Int]
  /// By test, the mark that it takes the place of.
  private let actuelles: [Int64]
  private let sansNote: [Bool]

  init(_ besoins: [[Manque]], _ epreuves: [Epreuve]) {
    self.besoins = besoins
    let parBesoin = besoins.map { manques in
      manques.dropFirst().reduce(Set(manques.first?.obligatoires ?? [])) { communs, manque in
        communs.intersection(manque.obligatoires)
      }
    }
    obligatoires = parBesoin.reduce(into: Set<Int>()) { $0.formUnion($1) }.sorted()
    sansNote = epreuves.map { $0.actuelle == nil }
    actuelles = epreuves.map { Manque.nano($0.actuelle ?? 0, arrondi: 0) }
  }

  /// What each test brings at most to a threshold with those marks, one for each test.
  private func gains(_ manque: Manque, _ notes: [Int64]) -> [Int64] {
    manque.parts.indices.map { test in
      let hausse = max(notes[test] - actuelles[test], 0)
      guard manque.parts[test] > 0, hausse > 0 else { return 0 }
      let produit = Int128(manque.parts[test]) * Int128(hausse)
      return Int64((produit + Int128(Manque.point) - 1) / Int128(Manque.point))
    }
  }

  /// Whether 20 at every test would do.
  var estPossible: Bool {
    let plafond = Array(repeating: 20 * Manque.point, count: actuelles.count)
    return suffisent(Array(actuelles.indices), plafond)
  }

  /// Whether some tests may do with those marks, one for each test of the situation.
  func suffisent(_ tests: [Int], _ notes: [Int64]) -> Bool {
    besoins.allSatisfy { manques in
      manques.contains { manque in
        let gains = gains(manque, notes)
        return manque.obligatoires.allSatisfy(tests.contains)
          && tests.reduce(0) { $0 + gains[$1] } >= manque.manque
      }
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
    let notes = Array(repeating: note, count: actuelles.count)
    return Couverture(
      besoins: besoins.map { manques in
        manques.map { Couverture.Seuil(manque: $0.manque, gains: gains($0, notes)) }
      },
      utiles: utiles(note),
      obligatoires: obligatoires,
      taille: taille,
    )
  }
}
