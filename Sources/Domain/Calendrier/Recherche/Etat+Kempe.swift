extension Etat {
  /// Fills the chain with the exchange of two periods begun by one group; 0 when it is too long.
  ///
  /// Whoever stands in the way goes the other way: the exams of both periods that are connected.
  func chaineDeKempe(_ g: Int, _ q: Int, auPlus: Int) -> Int {
    let p = Int(periode[g])
    for k in 0..<mots { chaine.pris[k] = 0 }
    ajouterALaChaine(0, g, p, q)
    var n = 1
    var k = 0
    while k < n {
      let x = Int(chaine.groupe[k])
      let b = Int(chaine.nouvelle[k])
      // Whoever stands there and conflicts is of the chain: it can be too long already.
      let gene = conflits[x &* pas &+ b]
      if Int(gene) > auPlus { return 0 }
      if gene != 0 || special[x] != 0 {
        n = ajouterLesVoisins(x, b, Int(chaine.ancienne[k]), n, auPlus)
        if n == 0 { return 0 }
      }
      k &+= 1
    }
    return n
  }

  /// Adds to the chain the neighbours that stand in a period; 0 when it becomes too long.
  @inline(__always)
  private func ajouterLesVoisins(_ x: Int, _ b: Int, _ a: Int, _ n: Int, _ auPlus: Int) -> Int {
    var n = n
    for mot in 0..<mots {
      var bits =
        adjacence[x &* mots &+ mot] & presence[b &* mots &+ mot] & ~chaine.pris[mot]
      while bits != 0 {
        if n == auPlus { return 0 }
        ajouterALaChaine(n, mot &* 64 &+ bits.trailingZeroBitCount, b, a)
        n &+= 1
        bits &= bits &- 1
      }
    }
    return n
  }

  @inline(__always)
  private func ajouterALaChaine(_ k: Int, _ g: Int, _ a: Int, _ b: Int) {
    chaine.groupe[k] = Int32(truncatingIfNeeded: g)
    chaine.ancienne[k] = Int32(truncatingIfNeeded: a)
    chaine.nouvelle[k] = Int32(truncatingIfNeeded: b)
    chaine.pris[g &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: g & 63)
  }

  /// Fills the chain with all that stands in two periods; 0 when it is too long or one may not go.
  func chaineDesPeriodes(_ p: Int, _ q: Int) -> Int {
    let n = ajouterLaPeriode(p, q, 0)
    return n == 0 ? 0 : ajouterLaPeriode(q, p, n)
  }

  private func ajouterLaPeriode(_ a: Int, _ b: Int, _ dejaPris: Int) -> Int {
    var n = dejaPris
    for mot in 0..<mots {
      var bits = presence[a &* mots &+ mot]
      while bits != 0 {
        let g = mot &* 64 &+ bits.trailingZeroBitCount
        if n == Chaine.capacite || conflits[g &* pas &+ b] >= Self.jamais { return 0 }
        ajouterALaChaine(n, g, a, b)
        n &+= 1
        bits &= bits &- 1
      }
    }
    return n
  }

  /// The cost in periods of a Kempe chain; nil when it is not allowed.
  func variationDeKempe(_ n: Int, limite: Int) -> Int? {
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
    // What remains to be added is never negative.
    if total > limite { return nil }
    let double = 2 &* Int(prix[p &* pas &+ q])
    guard double != 0 else { return total }
    return total &+ double &* poidsInternes(n)
  }

  /// Students shared across both sides of the chain.
  ///
  /// A chain is closed: whoever is connected and stands on the other side belongs to it.
  private func poidsInternes(_ n: Int) -> Int {
    let (p, q) = (chaine.ancienne[0], Int(chaine.nouvelle[0]))
    var somme = 0
    for k in 0..<n where chaine.ancienne[k] == p {
      let g = Int(chaine.groupe[k])
      if conflits[g &* pas &+ q] == 0 { continue }
      for mot in 0..<mots {
        var bits = adjacence[g &* mots &+ mot] & presence[q &* mots &+ mot]
        while bits != 0 {
          if let i = lien(g, mot &* 64 &+ bits.trailingZeroBitCount) { somme &+= Int(poids[i]) }
          bits &= bits &- 1
        }
      }
    }
    return somme
  }
}
