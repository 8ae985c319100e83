/// What a calendar costs and breaks, computed from its definition alone.
///
/// It shares no table with the search, whose incremental cost the tests compare with it.
public struct Bilan: Hashable, Sendable {
  public var cout = Cout()
  public var violations: [Violation] = []

  public var estFaisable: Bool { violations.isEmpty }
}

extension ProblemeDExamens {
  /// The full account of a calendar.
  public func bilan(_ calendrier: CalendrierDExamens) -> Bilan {
    var releve = ReleveDeCalendrier(self, calendrier)
    releve.compterEpreuves()
    releve.compterCandidats()
    releve.compterSalles()
    releve.compterRelations()
    releve.compterSurveillants()
    return releve.bilan
  }
}

/// Goes through a calendar and writes its account.
struct ReleveDeCalendrier {
  /// A placement with the minutes for which it holds its room and people.
  struct Seance {
    let epreuve: Int
    let candidats: [Int]
    let periode: Int
    let salle: Int?
    let minutes: Int
  }

  let probleme: ProblemeDExamens
  let seances: [Seance]
  var bilan = Bilan()

  init(_ probleme: ProblemeDExamens, _ calendrier: CalendrierDExamens) {
    self.probleme = probleme
    let valables = calendrier.placements.filter {
      probleme.epreuves.indices.contains($0.epreuve)
        && probleme.periodes.indices.contains($0.periode)
        && ($0.salle.map { probleme.salles.indices.contains($0) } ?? true)
        && $0.candidats.allSatisfy { probleme.candidats.indices.contains($0) }
    }
    seances = valables.map { p in
      Seance(
        epreuve: p.epreuve,
        candidats: p.candidats,
        periode: p.periode,
        salle: p.salle,
        minutes: probleme.minutesTenues(p.epreuve, p.candidats),
      )
    }
  }

  mutating func compterEpreuves() {
    let grandes = probleme.grandesEpreuves()
    let charge = probleme.poids.chargeFinale
    var places: [[Int]] = Array(repeating: [], count: probleme.epreuves.count)
    for (rang, s) in seances.enumerated() { places[s.epreuve].append(rang) }
    for (e, rangs) in places.enumerated() {
      guard let premier = rangs.first else {
        bilan.violations.append(.epreuveNonPlacee(e))
        continue
      }
      verifierCandidats(e, rangs)
      let epreuve = probleme.epreuves[e]
      if epreuve.forme == .ecrit, rangs.contains(where: { periode($0) != periode(premier) }) {
        bilan.violations.append(.partiesDispersees(epreuve: e))
      }
      for p in epreuve.forme == .ecrit ? [periode(premier)] : rangs.map(periode) {
        if p >= probleme.periodes.count - charge.periodes, grandes.contains(e) {
          bilan.cout.chargeFinale += charge.prix
        }
      }
      for rang in rangs { verifierPeriode(e, seances[rang]) }
    }
  }

  private func periode(_ rang: Int) -> Int { seances[rang].periode }

  private mutating func verifierCandidats(_ e: Int, _ rangs: [Int]) {
    var fois: [Int: Int] = [:]
    for rang in rangs {
      for c in seances[rang].candidats { fois[c, default: 0] += 1 }
    }
    for c in probleme.epreuves[e].candidats {
      let n = fois.removeValue(forKey: c) ?? 0
      if n != 1 { bilan.violations.append(.candidatMalPlace(candidat: c, epreuve: e)) }
    }
    for c in fois.keys.sorted() {
      bilan.violations.append(.candidatMalPlace(candidat: c, epreuve: e))
    }
  }

  private mutating func verifierPeriode(_ e: Int, _ s: Seance) {
    let epreuve = probleme.epreuves[e]
    bilan.cout.periodes += probleme.periodes[s.periode].penalite
    if let permises = epreuve.periodes, !permises.contains(s.periode) {
      bilan.violations.append(.periodeInterdite(epreuve: e, periode: s.periode))
    }
    let minutes = epreuve.forme == .ecrit ? epreuve.duree : s.minutes
    if minutes > probleme.periodes[s.periode].duree {
      bilan.violations.append(.periodeTropCourte(epreuve: e, periode: s.periode))
    }
  }

  /// Every pair of exams of every candidate.
  mutating func compterCandidats() {
    var presences: [[Int]] = Array(repeating: [], count: probleme.candidats.count)
    for (rang, s) in seances.enumerated() where probleme.epreuves[s.epreuve].forme != .projet {
      for c in s.candidats { presences[c].append(rang) }
    }
    var conflits: [Couple: Int] = [:]
    for (c, rangs) in presences.enumerated() {
      for (i, a) in rangs.enumerated() {
        compterAbsence(c, seances[a])
        for b in rangs[(i + 1)...] where compterPaire(c, seances[a], seances[b]) {
          let (x, y) = (seances[a].epreuve, seances[b].epreuve)
          conflits[Couple(premiere: min(x, y), seconde: max(x, y)), default: 0] += 1
        }
      }
      compterJours(rangs)
    }
    for (couple, n) in conflits.sorted(by: { $0.key < $1.key }) {
      bilan.violations.append(
        .conflit(epreuve: couple.premiere, autre: couple.seconde, candidats: n)
      )
    }
  }

  private struct Couple: Hashable, Comparable {
    let premiere: Int
    let seconde: Int

    static func < (a: Couple, b: Couple) -> Bool {
      (a.premiere, a.seconde) < (b.premiere, b.seconde)
    }
  }

  private mutating func compterAbsence(_ c: Int, _ s: Seance) {
    let fin =
      s.periode
      + probleme.periodesTenues(depuis: s.periode, minutes: probleme.minutesDe(c, s.epreuve, s))
    guard probleme.candidats[c].indisponible.contains(where: { (s.periode..<fin).contains($0) })
    else { return }
    if let prix = probleme.poids.indisponibilite {
      bilan.cout.indisponibilites += prix
    } else {
      bilan.violations.append(.candidatIndisponible(candidat: c, epreuve: s.epreuve))
    }
  }

  /// Counts one pair; true when both are at once though that is forbidden.
  private mutating func compterPaire(_ c: Int, _ a: Seance, _ b: Seance) -> Bool {
    let poids = probleme.poids
    let (p, q) = (a.periode, b.periode)
    let distance = abs(p - q)
    if distance > 0 {
      if probleme.jours[p] == probleme.jours[q] {
        if distance == 1 {
          bilan.cout.deuxDeSuite += poids.deuxDeSuite
        } else {
          bilan.cout.deuxParJour += poids.deuxParJour
        }
      }
      if distance <= poids.ecart { bilan.cout.ecart += 1 }
      if distance <= poids.proximite.count {
        bilan.cout.proximite += poids.proximite[distance - 1]
      }
    }
    let enMemeTemps = probleme.seRecouvrent(
      p,
      minutes: probleme.minutesDe(c, a.epreuve, a),
      q,
      minutes: probleme.minutesDe(c, b.epreuve, b),
    )
    guard enMemeTemps else { return false }
    guard let prix = poids.chevauchement else { return true }
    bilan.cout.chevauchements += prix
    return false
  }

  private mutating func compterJours(_ rangs: [Int]) {
    guard let plafond = probleme.poids.plafondParJour else { return }
    var parJour: [Int: Int] = [:]
    for rang in rangs { parJour[probleme.jours[periode(rang)], default: 0] += 1 }
    for n in parJour.values where n > plafond.nombre {
      bilan.cout.plafondParJour += (n - plafond.nombre) * plafond.prix
    }
  }
}

extension ProblemeDExamens {
  /// Minutes for which a part of an exam with these candidates holds its room.
  func minutesTenues(_ e: Int, _ liste: [Int]) -> Int {
    let epreuve = epreuves[e]
    switch epreuve.forme {
    case .projet: return 0
    case .oral: return liste.reduce(0) { $0 + dureeDOral(epreuve, $1) }
    case .ecrit:
      return liste.map { candidats[$0].majoration.appliquee(a: epreuve.duree) }.max()
        ?? epreuve.duree
    }
  }

  /// Minutes for which one candidate is taken by a part.
  func minutesDe(_ c: Int, _ e: Int, _ seance: ReleveDeCalendrier.Seance) -> Int {
    epreuves[e].forme == .oral
      ? seance.minutes : candidats[c].majoration.appliquee(a: epreuves[e].duree)
  }
}
