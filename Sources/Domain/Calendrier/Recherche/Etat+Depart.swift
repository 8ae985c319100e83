extension Etat {
  /// Places a group without period; false when no rooms or people are left for it.
  mutating func placer(_ g: Int, _ p: Int) -> Bool {
    var total = Int(couts[g * pas + p])
    var pose = Int(debutMembres[g])
    var complet = true
    while complet, pose < Int(debutMembres[g + 1]) {
      let m = Int(membre[pose])
      pose += 1
      if !convoquer(m, p, 1) { complet = false }
      guard complet, places[m] >= 0 else { continue }
      let (r, cout) = chercherSalle(m, p)
      if r < 0 {
        complet = false
      } else {
        occuper(m, p, r)
        total += Int(cout)
      }
    }
    guard complet else {
      for i in Int(debutMembres[g])..<pose {
        let m = Int(membre[i])
        if salle[m] >= 0 { quitter(m, p) }
        convoquer(m, p, -1)
      }
      return false
    }
    if plafond >= 0 { total += compterParJour(g, p, 1) }
    inscrire(g, p, signe: 1)
    periode[g] = Int32(p)
    cout += total
    return true
  }

  /// Takes a group out of the calendar.
  mutating func enlever(_ g: Int) {
    let p = Int(periode[g])
    var total = Int(couts[g * pas + p])
    for i in Int(debutMembres[g])..<Int(debutMembres[g + 1]) {
      let m = Int(membre[i])
      if salle[m] >= 0 {
        total += Int(gainAuDepart(m, p))
        quitter(m, p)
      }
      convoquer(m, p, -1)
    }
    if plafond >= 0 { total -= compterParJour(g, p, -1) }
    inscrire(g, p, signe: -1)
    periode[g] = -1
    cout -= total
  }

  /// Groups without period.
  var absents: [Int] { (0..<groupes).filter { periode[$0] < 0 } }

  /// Places everything, most constrained first; whoever is in the way is taken out for a while.
  ///
  /// Returns the groups left without a place after so many steps.
  mutating func construire(etapes: Int) -> [Int] { construire(absents, etapes: etapes) }

  /// Places some groups, with whoever they take out.
  mutating func construire(
    _ groupes: [Int],
    etapes: Int,
    continuer: () -> Bool = { true },
  ) -> [Int] {
    var reste = groupes
    var echecs = [Int](repeating: 1, count: self.groupes)
    var tabou = [Int](repeating: 0, count: self.groupes * pas)
    var etape = 0
    while !reste.isEmpty, etape < etapes {
      etape += 1
      if etape & 255 == 0, !continuer() { break }
      let rang = plusContraint(reste, echecs)
      let g = reste[rang]
      if placerAuMieux(g) {
        reste.swapAt(rang, reste.count - 1)
        reste.removeLast()
        continue
      }
      echecs[g] += 1
      guard let p = periodeAForcer(g, echecs, tabou, etape) else { break }
      let chasses = forcer(g, p)
      for h in chasses {
        tabou[h * pas + p] = etape + 10 + alea.rang(10)
        reste.append(h)
      }
      if periode[g] >= 0 {
        reste.swapAt(rang, reste.count - 1)
        reste.removeLast()
      } else {
        tabou[g * pas + p] = etape + 10 + alea.rang(10)
      }
    }
    return reste
  }

  /// The rank of the group with fewest periods left, those that failed most first.
  private mutating func plusContraint(_ reste: [Int], _ echecs: [Int]) -> Int {
    var choix = 0
    var moindre = Int.max
    for (rang, g) in reste.enumerated() {
      var libres = 0
      for p in 0..<periodes where conflits[g * pas + p] == 0 { libres += 1 }
      let note = libres * 1_000_000 / echecs[g] - Int(debut[g + 1] - debut[g])
      if note < moindre {
        moindre = note
        choix = rang
      }
    }
    return choix
  }

  /// Places a group where it costs least without taking anybody's place.
  private mutating func placerAuMieux(_ g: Int) -> Bool {
    let ordre = (0..<periodes).filter { legal(g, $0) }
      .map { (prix: couts[g * pas + $0], tirage: alea.rang(1 << 20), periode: $0) }
      .sorted { ($0.prix, $0.tirage) < ($1.prix, $1.tirage) }
    return ordre.contains { placer(g, $0.periode) }
  }

  /// The period whose occupants are the least trouble to take out; nil when none is allowed.
  private mutating func periodeAForcer(
    _ g: Int,
    _ echecs: [Int],
    _ tabou: [Int],
    _ etape: Int,
  ) -> Int? {
    var gene = [Int](repeating: 0, count: periodes)
    for i in Int(debut[g])..<Int(debut[g + 1]) {
      let h = Int(voisin[i])
      guard periode[h] >= 0 else { continue }
      for p in 0..<periodes where interdit(i, p, Int(periode[h])) { gene[p] += echecs[h] }
    }
    let permises = (0..<periodes).filter { conflits[g * pas + $0] < Self.jamais / 2 }
    let libres = permises.filter { tabou[g * pas + $0] <= etape }
    return (libres.isEmpty ? permises : libres)
      .map { (gene: gene[$0], tirage: alea.rang(1 << 20), periode: $0) }
      .min { ($0.gene, $0.tirage) < ($1.gene, $1.tirage) }?.periode
  }

  private func interdit(_ i: Int, _ p: Int, _ q: Int) -> Bool {
    interdits[Int(classe[i]) * pas * pas + p * pas + q] != 0
  }

  /// Takes out whoever keeps a group from a period, then places it; returns who was taken out.
  private mutating func forcer(_ g: Int, _ p: Int) -> [Int] {
    var chasses: [Int] = []
    for i in Int(debut[g])..<Int(debut[g + 1]) {
      let h = Int(voisin[i])
      if periode[h] >= 0, interdit(i, p, Int(periode[h])) {
        enlever(h)
        chasses.append(h)
      }
    }
    while !placer(g, p) {
      // Rooms or people are short: whoever is there makes way, one after the other.
      let presents = (0..<groupes).filter { tientEnPeriode($0, p) }
      guard !presents.isEmpty else { break }
      let h = presents[alea.rang(presents.count)]
      enlever(h)
      chasses.append(h)
    }
    return chasses
  }

  /// Whether a group holds rooms or people in a period.
  private func tientEnPeriode(_ h: Int, _ p: Int) -> Bool {
    let q = Int(periode[h])
    guard q >= 0, q <= p else { return false }
    return (Int(debutMembres[h])..<Int(debutMembres[h + 1])).contains {
      q + Int(tenue[Int(membre[$0]) * pas + q]) > p
    }
  }
}
