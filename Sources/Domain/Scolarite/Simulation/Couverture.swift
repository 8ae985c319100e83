/// Finds sets of tests that cover needs: what each test brings at most, what is needed at least.
///
/// A need has several thresholds, one of which is to be met. Whole numbers of billionths of a point:
/// gains are rounded up and needs down, so that no set that really covers is ever missed. A set found
/// is only likely to do: the rules say whether it does.
struct Couverture {
  /// A threshold of a need: what is lacking, and what each test brings.
  struct Seuil {
    let manque: Int64
    let gains: [Int64]
  }

  private let seuils: [Seuil]
  /// By need, the ranks of its thresholds.
  private let besoins: [Range<Int>]
  /// The tests worth trying, the most useful first.
  private let ordre: [Int]
  /// The tests that every set must hold; they are left out of the choice.
  private let obligatoires: [Int]
  /// The number of tests to be chosen beside them.
  private let places: Int
  /// By threshold, what the best tests from each rank of `ordre` on bring together, by their number.
  private let meilleurs: [Cumuls]
  /// The same of the share that a test brings of all needs together, in millionths, rounded up.
  private let meilleuresParts: Cumuls

  /// - Parameters:
  ///   - besoins: the thresholds of each need, all needs to be met.
  ///   - utiles: the tests worth trying.
  ///   - obligatoires: tests that every set must hold.
  ///   - taille: the number of tests of a set, not under that of those it must hold.
  init(besoins: [[Seuil]], utiles: [Int], obligatoires: [Int], taille: Int) {
    let seuils = besoins.flatMap(\.self)
    self.seuils = seuils
    var debut = 0
    self.besoins = besoins.map { siens in
      defer { debut += siens.count }
      return debut..<(debut + siens.count)
    }
    self.obligatoires = obligatoires
    let places = taille - obligatoires.count
    self.places = places
    let libres = utiles.filter { !obligatoires.contains($0) }
    var parts: [Int: Int64] = [:]
    for test in libres {
      parts[test] = besoins.reduce(0) { $0 + ($1.map { $0.part(test) }.max() ?? 0) }
    }
    let ordre = libres.sorted { (parts[$0] ?? 0, $1) > (parts[$1] ?? 0, $0) }
    self.ordre = ordre
    meilleurs = seuils.map { seuil in Cumuls(ordre.map { seuil.gains[$0] }, places) }
    meilleuresParts = Cumuls(ordre.map { parts[$0] ?? 0 }, places)
  }

  /// The first set that covers and is accepted.
  func premiere(accepte: ([Int]) -> Bool) -> [Int]? {
    var restants = seuils.map(\.manque)
    for test in obligatoires { retirer(test, &restants) }
    var choisis = obligatoires
    return chercher(0, places, &restants, &choisis, accepte) ? choisis : nil
  }

  private func retirer(_ test: Int, _ restants: inout [Int64]) {
    for rang in restants.indices { restants[rang] -= seuils[rang].gains[test] }
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
    for besoin in besoins {
      guard let reste = reste(besoin, debut, places, restants) else { return false }
      total += reste
    }
    return total == 0 || meilleuresParts.somme(debut, places) >= total
  }

  /// The share of a need that is still lacking at least, in millionths; `nil` when it cannot be met.
  private func reste(
    _ besoin: Range<Int>,
    _ debut: Int,
    _ places: Int,
    _ restants: [Int64],
  ) -> Int64? {
    var moindre: Int64?
    for rang in besoin {
      guard restants[rang] > 0 else { return 0 }
      guard meilleurs[rang].somme(debut, places) >= restants[rang] else { continue }
      let part = Int64(Int128(restants[rang]) * 1_000_000 / Int128(seuils[rang].manque))
      moindre = min(moindre ?? part, part)
    }
    return moindre
  }
}

extension Couverture.Seuil {
  /// The share of what is lacking that a test brings, in millionths, rounded up.
  fileprivate func part(_ test: Int) -> Int64 {
    guard manque > 0 else { return 0 }
    let compte = Int128(min(gains[test], manque)) * 1_000_000
    return Int64((compte + Int128(manque) - 1) / Int128(manque))
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
