extension Etat {
  /// What two moves made together cost beyond the sum of both, and the conflicts that they leave.
  ///
  /// Both counts are corrections to the tables, which know each move on its own only.
  @inline(__always)
  func correction(
    _ g: Int,
    _ a: Int,
    _ b: Int,
    _ h: Int,
    _ c: Int,
    _ d: Int,
  ) -> (cout: Int, deG: Int, deH: Int) {
    guard let premier = lien(g, h) else { return (0, 0, 0) }
    var cout = 0
    var deG = 0
    var deH = 0
    let fin = Int(debut[g &+ 1])
    var i = premier
    while i < fin, Int(voisin[i]) == h {
      let t = Int(classe[i]) &* pas &* pas
      let x =
        prix[t &+ b &* pas &+ d] &+ prix[t &+ a &* pas &+ c]
        &- prix[t &+ b &* pas &+ c] &- prix[t &+ a &* pas &+ d]
      cout &+= Int(x) &* Int(poids[i])
      let final = Int(interdits[t &+ b &* pas &+ d])
      deG &+= final &- Int(interdits[t &+ b &* pas &+ c])
      deH &+= final &- Int(interdits[t &+ a &* pas &+ d])
      i &+= 1
    }
    return (cout, deG, deH)
  }

  /// What two moves would cost in periods; nil when they are not allowed together.
  @inline(__always)
  func variation(_ g: Int, _ a: Int, _ b: Int, _ h: Int, _ c: Int, _ d: Int) -> Int? {
    let kg = Int(conflits[g &* pas &+ b])
    let kh = Int(conflits[h &* pas &+ d])
    var v =
      Int(couts[g &* pas &+ b] &- couts[g &* pas &+ a])
      &+ Int(couts[h &* pas &+ d] &- couts[h &* pas &+ c])
    // Legal where the other stands: a simple edge would have counted, so there is none.
    if kg | kh == 0, special[g] & special[h] == 0, b == c || a == d { return v }
    let x = correction(g, a, b, h, c, d)
    guard kg &+ x.deG == 0, kh &+ x.deH == 0 else { return nil }
    v &+= x.cout
    return v
  }

  /// The exact cost in periods of the first moves of the chain; nil when not allowed.
  func variationDeLaChaine(_ n: Int) -> Int? {
    var total = 0
    for k in 0..<n {
      let g = Int(chaine.groupe[k])
      let (a, b) = (Int(chaine.ancienne[k]), Int(chaine.nouvelle[k]))
      var interdictions = Int(conflits[g * pas + b])
      total += Int(couts[g * pas + b] - couts[g * pas + a])
      for l in 0..<n where l != k {
        let h = Int(chaine.groupe[l])
        let x = correction(g, a, b, h, Int(chaine.ancienne[l]), Int(chaine.nouvelle[l]))
        interdictions += x.deG
        if l < k { total += x.cout }
      }
      guard interdictions == 0 else { return nil }
    }
    return total
  }
}
