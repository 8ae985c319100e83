extension Etat {
  /// Fills the chain with the exchange of two periods begun by one group; 0 when it is too long.
  ///
  /// Whoever stands in the way goes the other way: the exams of both periods that are connected.
  func chaineDeKempe(_ g: Int, _ q: Int, auPlus: Int) -> Int {
    let p = Int(periode[g])
    chaine.groupe[0] = Int32(g)
    chaine.ancienne[0] = Int32(p)
    chaine.nouvelle[0] = Int32(q)
    chaine.marque[g] = 1
    var n = 1
    var k = 0
    var trop = false
    while k < n, !trop {
      let x = Int(chaine.groupe[k])
      let b = chaine.nouvelle[k]
      // The groups still to be found there; those of the chain count among them.
      var reste = Int(conflits[x &* pas &+ Int(b)])
      if reste >= Int(Self.jamais) || (special[x] == 0 && reste == 0) {
        trop = reste != 0
        k &+= 1
        continue
      }
      var i = Int(debut[x])
      let fin = Int(debut[x &+ 1])
      while i < fin {
        let h = Int(voisin[i])
        if periode[h] == b {
          reste &-= 1
          if chaine.marque[h] == 0 {
            if n == auPlus {
              trop = true
              break
            }
            chaine.groupe[n] = Int32(truncatingIfNeeded: h)
            chaine.ancienne[n] = b
            chaine.nouvelle[n] = chaine.ancienne[k]
            chaine.marque[h] = 1
            n &+= 1
          }
          if special[x] == 0, reste == 0 { break }
        }
        i &+= 1
      }
      k &+= 1
    }
    for j in 0..<n { chaine.marque[Int(chaine.groupe[j])] = 0 }
    return trop ? 0 : n
  }

  /// The cost in periods of a Kempe chain; nil when it is not allowed.
  func variationDeKempe(_ n: Int) -> Int? {
    var simple = true
    for k in 0..<n where special[Int(chaine.groupe[k])] != 0 { simple = false }
    guard simple else { return variationDeLaChaine(n) }
    // All edges are simple: whoever conflicts is in the chain, and pairs differ by one cost.
    let p = Int(chaine.ancienne[0])
    let q = Int(chaine.nouvelle[0])
    var total = 0
    for k in 0..<n {
      let g = Int(chaine.groupe[k])
      let (a, b) = (Int(chaine.ancienne[k]), Int(chaine.nouvelle[k]))
      total &+= Int(couts[g &* pas &+ b] &- couts[g &* pas &+ a])
    }
    let double = 2 &* Int(prix[p &* pas &+ q])
    guard double != 0 else { return total }
    return total &+ double &* poidsInternes(n)
  }

  /// Students shared across both sides of the chain.
  private func poidsInternes(_ n: Int) -> Int {
    var somme = 0
    for k in 0..<n where chaine.ancienne[k] == chaine.ancienne[0] {
      let g = Int(chaine.groupe[k])
      for l in 0..<n where chaine.ancienne[l] != chaine.ancienne[0] {
        if let i = lien(g, Int(chaine.groupe[l])) { somme &+= Int(poids[i]) }
      }
    }
    return somme
  }
}
