/// Finds sets of tests that cover needs: what each test brings at most, what is needed at least.
///
/// Whole numbers of billionths of a point: gains are rounded up and needs down, so that no set that
/// really covers is ever missed. A set found is only likely to do: the rules say whether it does.
struct Couverture {
  /// By need, what each test brings.
  let gains: [[Int64]]
  let besoins: [Int64]
  /// The tests worth trying, the most useful first.
  private let ordre: [Int]
  /// By need, the greatest gains among the tests from each rank of `ordre` on, in falling order.
  private let meilleurs: [[[Int64]]]
  /// By test, the share that it brings of all needs together, in millionths, rounded up.
  private let parts: [Int64]
  private let meilleuresParts: [[Int64]]

  /// - Parameters:
  ///   - gains: by need, what each test brings.
  ///   - besoins: what is needed.
  ///   - obligatoires: tests that every set must hold; they are left out of the choice.
  init(gains: [[Int64]], besoins: [Int64], obligatoires: Set<Int>) {
    self.gains = gains
    self.besoins = besoins
    let nombre = gains.first?.count ?? 0
    let parts = (0..<nombre).map { test in
      zip(gains, besoins).reduce(Int64(0)) { somme, paire in
        guard paire.1 > 0 else { return somme }
        let compte = Int128(min(paire.0[test], paire.1)) * 1_000_000
        let besoin = Int128(paire.1)
        return somme + Int64((compte + besoin - 1) / besoin)
      }
    }
    let utiles = (0..<nombre).filter { test in
      !obligatoires.contains(test) && gains.contains { $0[test] > 0 }
    }
    let ordre = utiles.sorted { (parts[$0], $1) > (parts[$1], $0) }
    self.ordre = ordre
    self.parts = parts
    meilleurs = gains.map { siens in
      ordre.indices.map { debut in ordre[debut...].map { siens[$0] }.sorted(by: >) } + [[]]
    }
    meilleuresParts =
      ordre.indices.map { debut in ordre[debut...].map { parts[$0] }.sorted(by: >) } + [[]]
  }

  /// The first set of so many tests, beside those already held, that covers and is accepted.
  func premiere(
    _ taille: Int,
    avec tenus: [Int],
    accepte: ([Int]) -> Bool,
  ) -> [Int]? {
    var restants = besoins
    for test in tenus { retirer(test, &restants) }
    var choisis = tenus
    return chercher(0, taille, &restants, &choisis, accepte) ? choisis : nil
  }

  private func retirer(_ test: Int, _ restants: inout [Int64]) {
    for rang in restants.indices { restants[rang] -= gains[rang][test] }
  }

  private func chercher(
    _ debut: Int,
    _ places: Int,
    _ restants: inout [Int64],
    _ choisis: inout [Int],
    _ accepte: ([Int]) -> Bool,
  ) -> Bool {
    guard peutCouvrir(debut, places, restants) else { return false }
    guard places > 0 else { return accepte(choisis) }
    guard debut + places <= ordre.count else { return false }
    let test = ordre[debut]
    let avant = restants
    retirer(test, &restants)
    choisis.append(test)
    if chercher(debut + 1, places - 1, &restants, &choisis, accepte) { return true }
    choisis.removeLast()
    restants = avant
    return chercher(debut + 1, places, &restants, &choisis, accepte)
  }

  /// Whether so many of the tests left can still meet each need, and all needs together.
  private func peutCouvrir(_ debut: Int, _ places: Int, _ restants: [Int64]) -> Bool {
    var total: Int64 = 0
    for rang in restants.indices where restants[rang] > 0 {
      guard meilleurs[rang][debut].prefix(places).reduce(0, +) >= restants[rang] else {
        return false
      }
      total += Int64(Int128(restants[rang]) * 1_000_000 / Int128(besoins[rang]))
    }
    guard total > 0 else { return true }
    return meilleuresParts[debut].prefix(places).reduce(0, +) >= total
  }
}
