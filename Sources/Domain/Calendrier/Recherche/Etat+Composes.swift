extension Etat {
  /// Tries the first moves of the chain together, whose periods cost `variation` more.
  ///
  /// Rooms are taken and given back for real; if it is refused everything is as before.
  mutating func tenter(_ n: Int, _ variation: Int, limite: Int) -> Bool {
    if cout < meilleurCout { noterLeMeilleur() }
    var total = variation
    for k in 0..<n { total += degager(k) }
    if n > 2 { trierLaChaine(n) }
    for k in 0..<n {
      guard let cout = installer(k) else { return revenir(n) }
      total += cout
    }
    guard total <= limite else { return revenir(n) }
    for k in 0..<n {
      chaine.marque[Int(chaine.groupe[k])] = 0
      deplacer(Int(chaine.groupe[k]), de: Int(chaine.ancienne[k]), a: Int(chaine.nouvelle[k]))
    }
    cout += total
    acceptations &+= 1
    return true
  }

  /// Takes a group of the chain out of its rooms, and says what the cost loses (negative).
  private func degager(_ k: Int) -> Int {
    let g = Int(chaine.groupe[k])
    let p = Int(chaine.ancienne[k])
    var total = 0
    for i in Int(debutMembres[g])..<Int(debutMembres[g &+ 1]) {
      let m = Int(membre[i])
      chaine.ancienneSalle[m] = salle[m]
      if salle[m] >= 0 {
        total &-= Int(gainAuDepart(m, p))
        quitter(m, p)
      }
      if aSurveillants { convoquer(m, p, -1) }
    }
    if plafond >= 0 { total += compterParJour(g, p, -1) }
    return total
  }

  /// Finds rooms for a group of the chain in its new period; nil when it does not fit.
  private func installer(_ k: Int) -> Int? {
    let g = Int(chaine.groupe[k])
    let p = Int(chaine.nouvelle[k])
    var total = 0
    var complet = true
    for i in Int(debutMembres[g])..<Int(debutMembres[g &+ 1]) {
      let m = Int(membre[i])
      if aSurveillants, !convoquer(m, p, 1) { complet = false }
      guard complet, places[m] >= 0 else { continue }
      let (r, cout) = chercherSalle(m, p)
      if r < 0 {
        complet = false
        continue
      }
      occuper(m, p, r)
      total &+= Int(cout)
    }
    if plafond >= 0 { total += compterParJour(g, p, 1) }
    // What is half in place is undone by `revenir`, which needs to know how far it went.
    chaine.marque[g] = 1
    return complet ? total : nil
  }

  /// Puts everything back as it was before `tenter`.
  private func revenir(_ n: Int) -> Bool {
    for k in 0..<n {
      let g = Int(chaine.groupe[k])
      let q = Int(chaine.nouvelle[k])
      let installe = chaine.marque[g] != 0
      chaine.marque[g] = 0
      for i in Int(debutMembres[g])..<Int(debutMembres[g &+ 1]) {
        let m = Int(membre[i])
        if salle[m] >= 0 { quitter(m, q) }
        if installe, aSurveillants { convoquer(m, q, -1) }
      }
      if installe, plafond >= 0 { _ = compterParJour(g, q, -1) }
    }
    for k in 0..<n {
      let g = Int(chaine.groupe[k])
      let p = Int(chaine.ancienne[k])
      for i in Int(debutMembres[g])..<Int(debutMembres[g &+ 1]) {
        let m = Int(membre[i])
        if chaine.ancienneSalle[m] >= 0 { occuper(m, p, Int(chaine.ancienneSalle[m])) }
        if aSurveillants { convoquer(m, p, 1) }
      }
      if plafond >= 0 { _ = compterParJour(g, p, 1) }
    }
    return false
  }

  /// Counts the people that a part takes; false when there are not enough.
  @discardableResult
  func convoquer(_ m: Int, _ p: Int, _ signe: Int32) -> Bool {
    guard besoin[m] > 0 else { return true }
    var assez = true
    for k in 0..<Int(tenue[m * pas + p]) {
      presents[p + k] -= signe * besoin[m]
      if presents[p + k] < 0 { assez = false }
    }
    return assez
  }

  /// Counts a group in the days of its students, and says by how much the cost changes.
  func compterParJour(_ g: Int, _ p: Int, _ signe: Int16) -> Int {
    let d = Int(jour[p])
    let seuil = signe > 0 ? plafond : plafond &+ 1
    var depassements = 0
    for i in Int(debutEtudiants[g])..<Int(debutEtudiants[g &+ 1]) {
      let c = Int(etudiant[i]) &* jours &+ d
      if parJour[c] >= seuil { depassements &+= 1 }
      parJour[c] &+= signe
    }
    return depassements &* Int(signe) &* Int(prixDuPlafond)
  }

  /// Largest first, so that rooms are found more often.
  private func trierLaChaine(_ n: Int) {
    for i in 1..<n {
      var k = i
      while k > 0, taille[Int(chaine.groupe[k])] > taille[Int(chaine.groupe[k - 1])] {
        echangerDansLaChaine(k, k - 1)
        k -= 1
      }
    }
  }

  @inline(__always)
  private func echangerDansLaChaine(_ a: Int, _ b: Int) {
    chaine.groupe.echanger(a, b)
    chaine.ancienne.echanger(a, b)
    chaine.nouvelle.echanger(a, b)
  }

  /// Keeps what is placed as the best calendar.
  mutating func noterLeMeilleur() {
    meilleurCout = cout
    meilleurePeriode.copier(de: periode)
    meilleureSalle.copier(de: salle)
  }
}
