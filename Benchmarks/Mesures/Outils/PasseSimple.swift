internal import Terrain

/// The least that can be done with data: read it once, and sum.
///
/// None is inlined, so that no run can be merged with another.
enum PasseSimple {
  @inline(never)
  static func somme(_ cases: [Int32]) -> Int64 {
    cases.reduce(0) { $0 &+ Int64($1) }
  }

  @inline(never)
  static func octets(_ octets: [UInt8]) -> Int64 {
    octets.reduce(0) { $0 &+ Int64($1) }
  }
}

/// Marks in rows of 32 bits, and the weights of a few sums: no rule, no word, no missing mark.
struct Grille {
  private let cases: [Int32]
  /// Sum after sum, the weight of each column.
  private let poids: [Int32]
  private let largeur: Int

  var lignes: Int { cases.count / largeur }

  /// A grid of marks on 20 in quarters.
  init(lignes: Int, poids: [[Int32]]) {
    let largeur = exige(poids.first?.count, "a sum has columns")
    self.poids = poids.flatMap(\.self)
    self.largeur = largeur
    cases = (0..<(lignes * largeur)).map {
      Int32(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) & 63
    }
  }

  /// The sum of all cells.
  func somme() -> Int64 { PasseSimple.somme(cases) }

  /// What the cells take in memory.
  var octets: Int { cases.count * MemoryLayout<Int32>.stride }

  /// The weighed sums of every row.
  @inline(never)
  func sommesPonderees() -> Int64 {
    var temoin: Int64 = 0
    for ligne in 0..<lignes { temoin ^= sommes(ligne) }
    return temoin
  }

  /// The weighed sums of one row.
  @inline(never)
  func sommes(_ ligne: Int) -> Int64 {
    unsafe cases.withUnsafeBufferPointer { cases in
      unsafe poids.withUnsafeBufferPointer { poids in
        var temoin: Int64 = 0
        let debut = ligne * largeur
        var rang = 0
        while rang < poids.count {
          var somme: Int64 = 0
          for colonne in 0..<largeur {
            let valeur = unsafe cases[debut &+ colonne]
            let sien = unsafe poids[rang &+ colonne]
            somme &+= Int64(valeur) &* Int64(sien)
          }
          temoin = (temoin << 1) ^ somme
          rang += largeur
        }
        return temoin
      }
    }
  }
}
