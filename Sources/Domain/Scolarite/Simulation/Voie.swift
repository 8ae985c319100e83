/// One way to an objective in whole numbers: by threshold, what is lacking and what tests bring.
///
/// Billionths of a point: what a test brings is rounded up, what is lacking down, so that nothing
/// that really does is ever left out.
struct Voie {
  /// By threshold, what a point more at each test brings; one threshold for a way that asks nothing.
  private let parts: [[Int64]]
  let besoins: [Int64]
  /// The tests without which a UE of the way has no average.
  let obligatoires: [Int]
  /// By test, the mark that it takes the place of.
  private let actuelles: [Int64]
  private let sansExigence: Bool

  static let point: Int64 = 1_000_000_000

  init(_ exigences: [Exigence], _ situation: Situation) {
    let epreuves = situation.epreuves
    sansExigence = exigences.isEmpty
    parts = exigences.map { exigence in
      epreuves.map { Self.nano(situation.part($0, exigence), arrondi: 1) }
    }
    besoins =
      sansExigence
      ? [0]
      : exigences.map { exigence in
        let estime = situation.estime(exigence.grandeur, exigence.reprises)
        return Self.nano(exigence.seuil - situation.marge - estime, arrondi: 0)
      }
    obligatoires = epreuves.indices.filter { rang in
      epreuves[rang].actuelle == nil
        && exigences.contains { situation.attend($0.grandeur, epreuves[rang]) }
    }
    actuelles = epreuves.map { Self.nano($0.actuelle ?? 0, arrondi: 0) }
  }

  /// By threshold, what each test brings at most with those marks, one for each test.
  func gains(_ notes: [Int64]) -> [[Int64]] {
    guard !sansExigence else { return [Array(repeating: 1, count: actuelles.count)] }
    let hausses = zip(notes, actuelles).map { max($0 - $1, 0) }
    return parts.map { siennes in
      zip(siennes, hausses).map { part, hausse in
        guard part > 0, hausse > 0 else { return 0 }
        let produit = Int128(part) * Int128(hausse)
        return Int64((produit + Int128(Self.point) - 1) / Int128(Self.point))
      }
    }
  }

  /// Whether 20 at every test would do.
  var estPossible: Bool {
    let plafond = Array(repeating: 20 * Self.point, count: actuelles.count)
    return suffisent(Array(actuelles.indices), plafond)
  }

  /// Whether some tests may do with those marks, one for each test of the situation.
  func suffisent(_ tests: [Int], _ notes: [Int64]) -> Bool {
    guard obligatoires.allSatisfy(tests.contains) else { return false }
    return zip(gains(notes), besoins).allSatisfy { gains, besoin in
      tests.reduce(0) { $0 + gains[$1] } >= besoin
    }
  }

  /// What covers the way with that mark, by so many tests at most; `nil` when none can.
  func couverture(_ note: Int64, taille: Int) -> Couverture? {
    guard obligatoires.count <= taille else { return nil }
    let gains = gains(Array(repeating: note, count: actuelles.count))
    for (siens, besoin) in zip(gains, besoins) where besoin > 0 {
      let obtenus = obligatoires.reduce(0) { $0 + siens[$1] }
      let places = taille - obligatoires.count
      guard obtenus + Int64(places) * (siens.max() ?? 0) >= besoin else { return nil }
    }
    return Couverture(
      gains: gains,
      besoins: besoins,
      obligatoires: obligatoires,
      taille: taille,
    )
  }

  /// Billionths, rounded towards the sky (1) or the ground (0); zero stays zero.
  private static func nano(_ valeur: Fraction, arrondi: Int64) -> Int64 {
    guard valeur != 0 else { return 0 }
    let entier = (valeur * 1_000_000_000).partieEntiere
    guard entier.estDefinie, let nano = Int64(exactly: entier.numerateur) else {
      return arrondi == 1 ? 1 << 40 : 0
    }
    return nano + arrondi
  }
}
