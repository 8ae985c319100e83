/// A threshold in whole numbers: what is lacking, and what each test brings.
///
/// Billionths of a point: what a test brings is rounded up, what is lacking down, so that nothing
/// that really does is ever left out.
struct Manque {
  /// What a point more at each test brings.
  let parts: [Int64]
  /// What is lacking; nothing below zero.
  let manque: Int64
  /// The tests without which a UE concerned has no average.
  let obligatoires: [Int]

  static let point: Int64 = 1_000_000_000

  init(_ exigence: Exigence, _ situation: Situation) {
    let epreuves = situation.epreuves
    let estime = situation.estime(exigence.grandeur, exigence.reprises)
    let poids = situation.poids(exigence)
    parts = epreuves.map { epreuve in
      let part = epreuve.effets.reduce(Fraction.zero) { $0 + $1.part * (poids[$1.ue] ?? 0) }
      return Self.nano(part, arrondi: 1)
    }
    manque = Self.nano(exigence.seuil - situation.marge - estime, arrondi: 0)
    obligatoires = epreuves.indices.filter { rang in
      epreuves[rang].actuelle == nil && situation.attend(exigence, epreuves[rang])
    }
  }

  /// Billionths, rounded towards the sky (1) or the ground (0); zero stays zero.
  static func nano(_ valeur: Fraction, arrondi: Int64) -> Int64 {
    guard valeur != 0 else { return 0 }
    let entier = (valeur * 1_000_000_000).partieEntiere
    guard entier.estDefinie, let nano = Int64(exactly: entier.numerateur) else {
      return arrondi == 1 ? 1 << 40 : 0
    }
    return nano + arrondi
  }
}
