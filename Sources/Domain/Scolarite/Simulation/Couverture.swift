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
  /// The tests that every set must hold; they are left out of the choice.
  private let obligatoires: [Int]
  /// The number of tests to be chosen beside them.
  private let places: Int
  /// By need, what the best tests from each rank of `ordre` on bring together, by their number.
  private let meilleurs: [Cumuls]
  /// The same of the share that a test brings of all needs together, in millionths, rounded up.
  private let meilleuresParts: Cumuls

  /// - Parameters:
  ///   - gains: by need, what each test brings.
  ///   - utiles: the tests worth trying.
  ///   - besoins: what is needed.
  ///   - obligatoires: tests that every set must hold.
  ///   - taille: the number of tests of a set, not under that of those it must hold.
  init(gains: [[Int64]], utiles: [Int], besoins: [Int64], obligatoires: [Int], taille: Int) {
    self.gains = gains
    self.besoins = besoins
    self.obligatoires = obligatoires
    places = taille - obligatoires.count
    let nombre = gains.first?.count ?? 0
    let parts = (0..<nombre).map { test in
      zip(gains, besoins).reduce(Int64(0)) { somme, paire in
        guard paire.1 > 0 else { return somme }
        let compte = Int128(min(paire.0[test], paire.1)) * 1_000_000
        let besoin = Int128(paire.1)
        return somme + Int64((compte + besoin - 1) / besoin)
      }
    }
    let libres = utiles.filter { !obligatoires.contains($0) }
    let ordre = libres.sorted { (parts[$0], $1) > (parts[$1], $0) }
    self.ordre = ordre
    let places = places
    meilleurs = gains.map { siens in Cumuls(ordre.map { siens[$0] }, places) }
    meilleuresParts = Cumuls(ordre.map { parts[$0] }, places)
  }

  /// The first set that covers and is accepted.
  func premiere(accepte: ([Int]) -> Bool) -> [Int]? {
    var restants = besoins
    for test in obligatoires { retirer(test, &restants) }
    var choisis = obligatoires
    return chercher(0, places, &restants, &choisis, accepte) ? choisis : nil
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
    guard debut + places <= ordre.count else { return false }
    var total: Int64 = 0
    for rang in restants.indices where restants[rang] > 0 {
      guard meilleurs[rang].somme(debut, places) >= restants[rang] else { return false }
      total += Int64(Int128(restants[rang]) * 1_000_000 / Int128(besoins[rang]))
    }
    return total == 0 || meilleuresParts.somme(debut, places) >= total
  }
}

/// The sums of the greatest of some values, from each rank on.
private struct Cumuls {
  private let sommes: [Int64]
  private let largeur: Int

  /// - Parameters:
  ///   - valeurs: in the order in which they may be taken.
  ///   - places: how many may be taken at most.
  init(_ valeurs: [Int64], _ places: Int) {
    largeur = places + 1
    var sommes = Array(repeating: Int64(0), count: (valeurs.count + 1) * largeur)
    var plusGrandes: [Int64] = []
    for debut in valeurs.indices.reversed() {
      let place = plusGrandes.firstIndex { $0 < valeurs[debut] } ?? plusGrandes.count
      plusGrandes.insert(valeurs[debut], at: place)
      if plusGrandes.count > places { plusGrandes.removeLast() }
      var somme: Int64 = 0
      for nombre in 0..<places {
        if nombre < plusGrandes.count { somme += plusGrandes[nombre] }
        sommes[debut * largeur + nombre + 1] = somme
      }
    }
    self.sommes = sommes
  }

  /// What so many of the values from a rank on make at most.
  func somme(_ debut: Int, _ nombre: Int) -> Int64 { sommes[debut * largeur + nombre] }
}
