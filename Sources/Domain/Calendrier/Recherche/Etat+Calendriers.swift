extension Etat {
  /// The best calendar found.
  func meilleurCalendrier() -> CalendrierDExamens {
    CalendrierDExamens(
      placements: modele.parties.enumerated().map { m, partie in
        let r = meilleureSalle[m]
        return CalendrierDExamens.Placement(
          epreuve: partie.epreuve,
          candidats: partie.candidats,
          periode: Int(meilleurePeriode[modele.groupe[m]]),
          salle: r < 0 ? nil : Int(r),
        )
      }
    )
  }

  /// Goes back to the best calendar found.
  mutating func revenirAuMeilleur() {
    guard cout > meilleurCout else { return }
    for g in 0..<groupes where periode[g] >= 0 { enlever(g) }
    for g in 0..<groupes { poserComme(g, Int(meilleurePeriode[g]), meilleureSalle) }
  }

  /// Places a group in a period and in the rooms given, which are known to be free.
  mutating func poserComme(_ g: Int, _ p: Int, _ salles: Tableau<Int32>) {
    cout += Int(couts[g * pas + p])
    for i in Int(debutMembres[g])..<Int(debutMembres[g + 1]) {
      let m = Int(membre[i])
      convoquer(m, p, 1)
      guard salles[m] >= 0 else { continue }
      cout += Int(coutEnSalle(m, p, Int(salles[m])))
      occuper(m, p, Int(salles[m]))
    }
    if plafond >= 0 { cout += compterParJour(g, p, 1) }
    inscrire(g, p, signe: 1)
    periode[g] = Int32(p)
  }

  /// Tries to place every part where a calendar has it; what does not fit stays out.
  mutating func reprendre(periodes: [Int32], salles: [Int32]) {
    let voulues = Tableau<Int32>(salles)
    defer { voulues.liberer() }
    for g in 0..<groupes where periode[g] < 0 && periodes[g] >= 0 {
      let p = Int(periodes[g])
      guard legal(g, p) else { continue }
      if tiennent(g, p, voulues) {
        poserComme(g, p, voulues)
      } else {
        _ = placer(g, p)
      }
    }
  }

  /// Whether all parts of a group fit in the rooms given, one after the other.
  private func tiennent(_ g: Int, _ p: Int, _ voulues: Tableau<Int32>) -> Bool {
    var poses: [Int] = []
    var complet = true
    for i in Int(debutMembres[g])..<Int(debutMembres[g + 1]) {
      let m = Int(membre[i])
      if !convoquer(m, p, 1) { complet = false }
      poses.append(m)
      guard complet, places[m] >= 0 else { continue }
      let r = Int(voulues[m])
      if r < 0 || !modele.sallesPossibles[m].contains(r) || !tient(m, p, r) {
        complet = false
      } else {
        occuper(m, p, r)
      }
    }
    for m in poses {
      convoquer(m, p, -1)
      if salle[m] >= 0 { quitter(m, p) }
    }
    return complet
  }
}
