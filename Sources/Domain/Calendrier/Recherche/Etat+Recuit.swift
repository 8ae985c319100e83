extension Etat {
  /// −ln of the middle of each 1,024th, in 65,536ths: the draw of an acceptance.
  static let tirages: [Int32] = (0..<1024).map { i in
    Int32(-Exponentielle.logarithme((Double(i) + 0.5) / 1024) * 65_536)
  }

  /// Proposes so many moves at one temperature, given in 65,536ths.
  mutating func tourner(
    _ tours: Int,
    temperature: UInt64,
    melange: Melange,
    tirages: Tableau<Int32>,
  ) {
    let seuilSalle = UInt64(melange.salle)
    let seuilEchange = seuilSalle + UInt64(melange.echange)
    let seuilRenvoi = seuilEchange + UInt64(melange.renvoi)
    let seuilKempe = seuilRenvoi + UInt64(melange.kempe)
    let seuilPeriodes = seuilKempe + UInt64(melange.periodes)
    let nombre = UInt64(groupes)
    let largeur = UInt64(periodes)
    for _ in 0..<tours {
      let x = alea.suivant()
      let tirage = UInt64(tirages[Int(truncatingIfNeeded: (x &>> 7) & 1023)])
      let limite = Int(truncatingIfNeeded: (temperature &* tirage) &>> 32)
      let g = Int(truncatingIfNeeded: (((x &>> 17) & 0xff_ffff) &* nombre) &>> 24)
      let haut = x &>> 41
      let genre = x & 127
      if genre >= seuilPeriodes {
        let q = Int(truncatingIfNeeded: (haut &* largeur) &>> 23)
        if conflits[g &* pas &+ q] != 0 { continue }
        changerDePeriode(g, q, limite, x)
      } else if genre < seuilSalle {
        changerDeSalle(g, limite, haut)
      } else if genre < seuilEchange {
        let h = Int(truncatingIfNeeded: (haut &* nombre) &>> 23)
        echanger(g, h, limite)
      } else if genre < seuilRenvoi {
        let q = Int(truncatingIfNeeded: (haut &* largeur) &>> 23)
        renvoyer(g, q, limite)
      } else if genre < seuilKempe {
        let q = Int(truncatingIfNeeded: (haut &* largeur) &>> 23)
        permuter(g, q, limite, melange.chaine)
      } else {
        let q = Int(truncatingIfNeeded: (haut &* largeur) &>> 23)
        echangerLesPeriodes(Int(periode[g]), q, limite)
      }
    }
  }

  /// Moves one group to a period without conflict.
  @inline(__always)
  private mutating func changerDePeriode(_ g: Int, _ q: Int, _ limite: Int, _ x: UInt64) {
    let p = Int(periode[g])
    let v = Int(couts[g &* pas &+ q] &- couts[g &* pas &+ p])
    if v > limite &+ Int(gainMaximal) || p == q { return }
    let m = Int(seul[g])
    if m == -1 {
      if v > limite { return }
      if v > 0, cout < meilleurCout { noterLeMeilleur() }
      deplacer(g, de: p, a: q)
      cout &+= v
      acceptations &+= 1
      return
    }
    if m < 0 {
      chaine.groupe[0] = Int32(truncatingIfNeeded: g)
      chaine.ancienne[0] = Int32(truncatingIfNeeded: p)
      chaine.nouvelle[0] = Int32(truncatingIfNeeded: q)
      _ = tenter(1, v, limite: limite)
      return
    }
    let reste = limite &- v &+ Int(gainAuDepart(m, p))
    if reste < 0 { return }
    let (r, prixEnSalle) = (x &>> 10) & 7 == 0 ? tirerSalle(m, q) : chercherSalle(m, q)
    if r < 0 { return }
    if Int(prixEnSalle) > reste { return }
    let total = v &+ Int(prixEnSalle &- gainAuDepart(m, p))
    if total > 0, cout < meilleurCout { noterLeMeilleur() }
    quitter(m, p)
    occuper(m, q, r)
    deplacer(g, de: p, a: q)
    cout &+= total
    acceptations &+= 1
  }

  @inline(__always)
  private mutating func tirerSalle(_ m: Int, _ p: Int) -> (salle: Int, cout: Int32) {
    let r = salleAuHasard(m, alea.suivant())
    guard r >= 0, tient(m, p, r) else { return (-1, 0) }
    return (r, coutEnSalle(m, p, r))
  }

  /// Moves one part to another room of its period.
  @inline(__always)
  private mutating func changerDeSalle(_ g: Int, _ limite: Int, _ tirage: UInt64) {
    let premier = Int(debutMembres[g])
    let n = Int(debutMembres[g &+ 1]) &- premier
    let m = Int(membre[n == 1 ? premier : premier &+ alea.rang(n)])
    let r = salleAuHasard(m, tirage)
    let ancienne = Int(salle[m])
    if r < 0 || r == ancienne { return }
    let p = Int(periode[g])
    if !tient(m, p, r) { return }
    let v = Int(coutEnSalle(m, p, r) &- gainAuDepart(m, p))
    if v > limite { return }
    if v > 0, cout < meilleurCout { noterLeMeilleur() }
    quitter(m, p)
    occuper(m, p, r)
    cout &+= v
  }

  /// Exchanges the periods of two groups.
  @inline(__always)
  private mutating func echanger(_ g: Int, _ h: Int, _ limite: Int) {
    let p = Int(periode[g])
    let q = Int(periode[h])
    if p == q || conflits[g &* pas &+ q] > 1 || conflits[h &* pas &+ p] > 1 { return }
    guard let v = variation(g, p, q, h, q, p), v <= limite &+ 2 &* Int(gainMaximal) else { return }
    preparer(0, g, p, q)
    preparer(1, h, q, p)
    _ = tenter(2, v, limite: limite)
  }

  /// Moves one group to a period and the only one in its way to a third.
  @inline(__always)
  private mutating func renvoyer(_ g: Int, _ q: Int, _ limite: Int) {
    let p = Int(periode[g])
    if p == q || conflits[g &* pas &+ q] != 1 { return }
    let h = obstacle(g, q)
    if h < 0 { return }
    let r = alea.rang(periodes)
    if r == q || conflits[h &* pas &+ r] > (r == p ? 1 : 0) { return }
    guard let v = variation(g, p, q, h, q, r), v <= limite &+ 2 &* Int(gainMaximal) else { return }
    preparer(0, g, p, q)
    preparer(1, h, q, r)
    _ = tenter(2, v, limite: limite)
  }

  /// The neighbour of a group that stands in a period, or −1.
  private func obstacle(_ g: Int, _ q: Int) -> Int {
    for i in Int(debut[g])..<Int(debut[g &+ 1]) where Int(periode[Int(voisin[i])]) == q {
      return Int(voisin[i])
    }
    return -1
  }

  /// Exchanges two periods for all exams that hang together, from one of them on.
  private mutating func permuter(_ g: Int, _ q: Int, _ limite: Int, _ auPlus: Int) {
    if Int(periode[g]) == q || conflits[g &* pas &+ q] == 0 { return }
    let n = chaineDeKempe(g, q, auPlus: auPlus)
    if n == 0 { return }
    let largesse = limite &+ n &* Int(gainMaximal)
    guard let v = variationDeKempe(n, limite: largesse), v <= largesse else { return }
    _ = tenter(n, v, limite: limite)
  }

  /// Exchanges all that stands in two periods.
  private mutating func echangerLesPeriodes(_ p: Int, _ q: Int, _ limite: Int) {
    if p == q { return }
    let n = chaineDesPeriodes(p, q)
    if n == 0 { return }
    let largesse = limite &+ n &* Int(gainMaximal)
    guard let v = variationDeKempe(n, limite: largesse), v <= largesse else { return }
    _ = tenter(n, v, limite: limite)
  }

  @inline(__always)
  private func preparer(_ k: Int, _ g: Int, _ a: Int, _ b: Int) {
    chaine.groupe[k] = Int32(truncatingIfNeeded: g)
    chaine.ancienne[k] = Int32(truncatingIfNeeded: a)
    chaine.nouvelle[k] = Int32(truncatingIfNeeded: b)
  }
}
