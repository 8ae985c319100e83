/// Looks for the smallest set of exams that cannot be placed.
struct Diagnostic {
  private let modele: Modele
  /// Trials that are left.
  private var essais = 300

  init(_ modele: Modele) { self.modele = modele }

  mutating func impossibilite(_ reste: [Int]) -> Impossibilite {
    if let (a, b) = modele.liesEtIncompatibles.first {
      return Impossibilite(motif: .liees, epreuves: [a, b].sorted())
    }
    if let g = (0..<modele.nombreDeGroupes).first(where: { permises([$0]).isEmpty }) {
      return Impossibilite(motif: .sansPeriode, epreuves: epreuves([g]))
    }
    for g in reste {
      let clique = clique(autour: g)
      let periodes = permises(clique).count
      if clique.count > periodes {
        let minimale = Array(clique.prefix(periodes + 1))
        return Impossibilite(
          motif: .tropDIncompatibles(periodes: permises(minimale).count),
          epreuves: epreuves(minimale),
        )
      }
    }
    return Impossibilite(motif: .ensemble, epreuves: epreuves(reduire(etendre(reste))))
  }

  private func epreuves(_ groupes: [Int]) -> [Int] {
    Set(groupes.flatMap { modele.membres[$0].map { modele.parties[$0].epreuve } }).sorted()
  }

  /// Periods that suit at least one of the groups.
  private func permises(_ groupes: [Int]) -> [Int] {
    (0..<modele.periodes).filter { p in
      groupes.contains { !modele.interdit[$0 * modele.pas + p] }
    }
  }

  private func voisins(_ g: Int) -> [Int] {
    let liens = modele.liens
    return (liens.debut[g]..<liens.debut[g + 1])
      .filter { liens.classes[Int(liens.classe[$0])].nature != .chevauchement }
      .map { Int(liens.voisin[$0]) }
  }

  /// Groups two by two incompatible, taken greedily by the number of common neighbours.
  private func clique(autour g: Int) -> [Int] {
    var clique = [g]
    var candidats = Set(voisins(g))
    while !candidats.isEmpty {
      var choix = -1
      var communs = -1
      for h in candidats.sorted() {
        let n = voisins(h).count { candidats.contains($0) }
        if n > communs { (choix, communs) = (h, n) }
      }
      clique.append(choix)
      candidats.formIntersection(voisins(choix))
      candidats.remove(choix)
    }
    return clique
  }

  private mutating func sePlacent(_ groupes: [Int]) -> Bool {
    essais -= 1
    var etat = Etat(modele, graine: 1)
    return etat.construire(groupes, etapes: 200 + 20 * groupes.count).isEmpty
  }

  /// Adds whoever conflicts with the set until it cannot be placed alone.
  private mutating func etendre(_ reste: [Int]) -> [Int] {
    var ensemble = Array(Set(reste)).sorted()
    while ensemble.count < modele.nombreDeGroupes, essais > 0, sePlacent(ensemble) {
      var liens: [Int: Int] = [:]
      for g in ensemble {
        for h in voisins(g) { liens[h, default: 0] += 1 }
      }
      for g in ensemble { liens[g] = nil }
      let proches = liens.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
      let ajouts = proches.prefix(max(4, ensemble.count / 2))
      if ajouts.isEmpty { return Array(0..<modele.nombreDeGroupes) }
      ensemble += ajouts
    }
    return ensemble
  }

  /// Takes out by halves, then one by one, whoever is not needed for the set to be impossible.
  private mutating func reduire(_ ensemble: [Int]) -> [Int] {
    var garde = ensemble
    var pas = max(1, garde.count / 2)
    while essais > 0 {
      var debut = 0
      while debut < garde.count, essais > 0, garde.count > 1 {
        var sans = garde
        sans.removeSubrange(debut..<min(debut + pas, garde.count))
        if !sans.isEmpty, !sePlacent(sans) { garde = sans } else { debut += pas }
      }
      if pas == 1 { break }
      pas /= 2
    }
    return garde
  }
}
