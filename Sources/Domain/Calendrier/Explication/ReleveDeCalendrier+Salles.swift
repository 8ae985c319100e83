extension ReleveDeCalendrier {
  private struct Case: Hashable, Comparable {
    let periode: Int
    let salle: Int

    static func < (a: Case, b: Case) -> Bool {
      (a.periode, a.salle) < (b.periode, b.salle)
    }
  }

  mutating func compterSalles() {
    guard !probleme.salles.isEmpty else { return }
    var presents: [Case: [Int]] = [:]
    var durees: [Case: Set<Int>] = [:]
    for (rang, s) in seances.enumerated() {
      let epreuve = probleme.epreuves[s.epreuve]
      guard epreuve.forme != .projet else { continue }
      guard let salle = s.salle else {
        bilan.violations.append(.salleManquante(epreuve: s.epreuve))
        continue
      }
      if let permises = epreuve.salles, !permises.contains(salle) {
        bilan.violations.append(.salleInterdite(epreuve: s.epreuve, salle: salle))
      }
      bilan.cout.salles += probleme.salles[salle].penalite
      durees[Case(periode: s.periode, salle: salle), default: []].insert(
        epreuve.forme == .oral ? s.minutes : epreuve.duree
      )
      let fin = s.periode + probleme.periodesTenues(depuis: s.periode, minutes: s.minutes)
      for p in s.periode..<fin {
        presents[Case(periode: p, salle: salle), default: []].append(rang)
      }
    }
    for (_, liste) in durees {
      bilan.cout.dureesMelees += (liste.count - 1) * probleme.poids.dureesMelees
    }
    for (lieu, rangs) in presents.sorted(by: { $0.key < $1.key }) { verifier(lieu, rangs) }
  }

  private mutating func verifier(_ lieu: Case, _ rangs: [Int]) {
    let salle = probleme.salles[lieu.salle]
    if salle.indisponible.contains(lieu.periode) {
      bilan.violations.append(.sallePrise(salle: lieu.salle, periode: lieu.periode))
    }
    let assis = rangs.reduce(0) { $0 + places(seances[$1]) }
    if assis > salle.capacite {
      bilan.violations.append(
        .sallePleine(salle: lieu.salle, periode: lieu.periode, enTrop: assis - salle.capacite)
      )
    }
    guard rangs.count > 1 else { return }
    for rang in rangs where estExclusive(seances[rang]) {
      bilan.violations.append(
        .salleNonPartageable(
          epreuve: seances[rang].epreuve,
          salle: lieu.salle,
          periode: lieu.periode,
        )
      )
    }
  }

  private func places(_ s: Seance) -> Int {
    probleme.epreuves[s.epreuve].forme == .oral ? 1 : s.candidats.count
  }

  /// Whether nobody else may be in the room: an oral, those who sit apart, or the exam says so.
  private func estExclusive(_ s: Seance) -> Bool {
    let epreuve = probleme.epreuves[s.epreuve]
    return epreuve.exclusive || epreuve.forme == .oral
      || s.candidats.contains { probleme.candidats[$0].installation != .commune }
  }

  mutating func compterRelations() {
    var premiere = [Int?](repeating: nil, count: probleme.epreuves.count)
    for (rang, s) in seances.enumerated() where premiere[s.epreuve] == nil {
      premiere[s.epreuve] = rang
    }
    for relation in probleme.relations {
      let (a, b) = relation.epreuves
      let communs = Set(probleme.epreuves[a].candidats)
      let respectee: Bool
      switch relation {
      case .coincidence:
        guard let x = premiere[a], let y = premiere[b] else { continue }
        respectee =
          a == b || seances[x].periode == seances[y].periode
          || !communs.isDisjoint(with: probleme.epreuves[b].candidats)
      case .exclusion:
        respectee = paires(a, b) { $0.periode != $1.periode }
      case .apres:
        respectee = paires(a, b) { suit($0, $1) }
      }
      if !respectee { bilan.violations.append(.relation(relation)) }
    }
  }

  private func paires(_ a: Int, _ b: Int, _ condition: (Seance, Seance) -> Bool) -> Bool {
    let premieres = seances.filter { $0.epreuve == a }
    let secondes = seances.filter { $0.epreuve == b }
    return premieres.allSatisfy { x in secondes.allSatisfy { condition(x, $0) } }
  }

  private func suit(_ x: Seance, _ y: Seance) -> Bool {
    x.periode > y.periode
      && !probleme.seRecouvrent(x.periode, minutes: x.minutes, y.periode, minutes: y.minutes)
  }

  mutating func compterSurveillants() {
    var besoins = [Int](repeating: 0, count: probleme.periodes.count)
    var taches: [[Int]] = Array(repeating: [], count: probleme.surveillants.count)
    for (rang, s) in seances.enumerated() where probleme.epreuves[s.epreuve].forme != .projet {
      let epreuve = probleme.epreuves[s.epreuve]
      let fin = s.periode + probleme.periodesTenues(depuis: s.periode, minutes: s.minutes)
      for p in s.periode..<fin {
        besoins[p] += epreuve.surveillants.count + epreuve.surveillantsParSalle
      }
      for v in epreuve.surveillants {
        taches[v].append(rang)
        if probleme.surveillants[v].indisponible.contains(where: { (s.periode..<fin).contains($0) })
        {
          bilan.violations.append(.surveillantIndisponible(surveillant: v, epreuve: s.epreuve))
        }
      }
    }
    for (p, besoin) in besoins.enumerated() where besoin > 0 {
      let presents = probleme.surveillants.count { !$0.indisponible.contains(p) }
      if besoin > presents {
        bilan.violations.append(.surveillantsManquants(periode: p, nombre: besoin - presents))
      }
    }
    for (v, rangs) in taches.enumerated() { verifierSurveillant(v, rangs) }
  }

  private mutating func verifierSurveillant(_ v: Int, _ rangs: [Int]) {
    for (i, x) in rangs.enumerated() {
      for y in rangs[(i + 1)...] {
        let (a, b) = (seances[x], seances[y])
        // Parts of one exam, and exams that coincide, are watched together.
        guard a.epreuve != b.epreuve || a.periode != b.periode else { continue }
        if probleme.seRecouvrent(a.periode, minutes: a.minutes, b.periode, minutes: b.minutes) {
          bilan.violations.append(
            .surveillantDeuxFois(surveillant: v, epreuve: a.epreuve, autre: b.epreuve)
          )
        }
      }
    }
  }
}
