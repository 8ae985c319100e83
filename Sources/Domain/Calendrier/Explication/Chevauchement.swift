/// A clash that a calendar leaves, with what to do about it.
public struct Chevauchement: Hashable, Sendable {
  public let candidat: Int
  public let motif: Motif
  public let solution: Solution

  public enum Motif: Hashable, Sendable {
    /// Two exams at once.
    case deuxEpreuves(Int, Int)
    /// Called in a period declared impossible.
    case indisponible(epreuve: Int)
  }

  /// What is proposed; whoever decides may do otherwise.
  public enum Solution: Hashable, Sendable {
    /// The whole exam moves, and nobody else gets a clash by it.
    case deplacer(epreuve: Int, periode: Int, variation: Int)
    /// This student sits the exam alone in another period and room.
    case aPart(epreuve: Int, periode: Int, salle: Int?)
    /// No period is left to them: another form or date for this exam.
    case horsSession(epreuve: Int)
  }
}

extension Explication {
  /// Every clash of the calendar, by student, each with one proposed solution.
  public func chevauchements() -> [Chevauchement] {
    let seances = ReleveDeCalendrier(probleme, calendrier).seances
    var presences: [[Int]] = Array(repeating: [], count: probleme.candidats.count)
    for (rang, s) in seances.enumerated() where probleme.epreuves[s.epreuve].forme != .projet {
      for c in s.candidats { presences[c].append(rang) }
    }
    var solveur = SolutionDeChevauchement(self, seances, presences)
    var resultat: [Chevauchement] = []
    for (c, rangs) in presences.enumerated() {
      for (i, a) in rangs.enumerated() {
        if probleme.estAbsent(c, seances[a]) {
          resultat.append(solveur.absence(c, a))
        }
        for b in rangs[(i + 1)...]
        where probleme.sontEnMemeTemps(c, seances[a], seances[b]) {
          resultat.append(solveur.simultaneite(c, a, b))
        }
      }
    }
    return resultat
  }
}

/// Finds what to propose for clashes; seats that it gives are not given twice.
struct SolutionDeChevauchement {
  private let explication: Explication
  private let seances: [ReleveDeCalendrier.Seance]
  private let presences: [[Int]]
  private var deplacements: [Int: Explication.Alternative?] = [:]
  private var sallesPrises: Set<[Int]>
  private var donnees: [Int: [(periode: Int, minutes: Int)]] = [:]

  init(
    _ explication: Explication,
    _ seances: [ReleveDeCalendrier.Seance],
    _ presences: [[Int]],
  ) {
    self.explication = explication
    self.seances = seances
    self.presences = presences
    let probleme = explication.probleme
    var prises: Set<[Int]> = []
    for s in seances {
      guard let salle = s.salle else { continue }
      let n = probleme.periodesTenues(depuis: s.periode, minutes: s.minutes)
      for p in s.periode..<(s.periode + n) { prises.insert([p, salle]) }
    }
    for (r, salle) in probleme.salles.enumerated() {
      for p in salle.indisponible { prises.insert([p, r]) }
    }
    sallesPrises = prises
  }

  mutating func absence(_ c: Int, _ a: Int) -> Chevauchement {
    let epreuve = seances[a].epreuve
    let solution = deplacer(epreuve) ?? aPart(c, a) ?? .horsSession(epreuve: epreuve)
    return Chevauchement(
      candidat: c,
      motif: .indisponible(epreuve: epreuve),
      solution: solution,
    )
  }

  mutating func simultaneite(_ c: Int, _ a: Int, _ b: Int) -> Chevauchement {
    let (x, y) = (seances[a].epreuve, seances[b].epreuve)
    // The exam with fewer candidates is the one that changes.
    let (petite, grande) =
      seances[a].candidats.count < seances[b].candidats.count ? (a, b) : (b, a)
    let solution =
      deplacer(seances[petite].epreuve) ?? deplacer(seances[grande].epreuve)
      ?? aPart(c, petite) ?? aPart(c, grande)
      ?? .horsSession(epreuve: seances[petite].epreuve)
    return Chevauchement(
      candidat: c,
      motif: .deuxEpreuves(min(x, y), max(x, y)),
      solution: solution,
    )
  }

  /// Moves a whole exam, when that costs less than what it leaves.
  private mutating func deplacer(_ epreuve: Int) -> Chevauchement.Solution? {
    let meilleure: Explication.Alternative?
    if let connue = deplacements[epreuve] {
      meilleure = connue
    } else {
      meilleure = explication.alternatives(a: epreuve).first { ($0.variation ?? 0) < 0 }
      deplacements[epreuve] = .some(meilleure)
    }
    guard let meilleure, let variation = meilleure.variation else { return nil }
    return .deplacer(epreuve: epreuve, periode: meilleure.periode, variation: variation)
  }

  /// A period and an empty room for one student, the nearest first.
  private mutating func aPart(_ c: Int, _ rang: Int) -> Chevauchement.Solution? {
    let probleme = explication.probleme
    let s = seances[rang]
    let minutes = probleme.candidats[c].majoration.appliquee(
      a: probleme.epreuves[s.epreuve].duree
    )
    let ordre = probleme.periodes.indices.sorted {
      (abs($0 - s.periode), $0) < (abs($1 - s.periode), $1)
    }
    for p in ordre where convient(c, rang, p, minutes) {
      let fin = p + probleme.periodesTenues(depuis: p, minutes: minutes)
      if probleme.salles.isEmpty {
        donnees[c, default: []].append((p, minutes))
        return .aPart(epreuve: s.epreuve, periode: p, salle: nil)
      }
      let permises = probleme.epreuves[s.epreuve].salles ?? Array(probleme.salles.indices)
      let libre = permises.filter { probleme.salles[$0].capacite > 0 }
        .sorted { (probleme.salles[$0].capacite, $0) < (probleme.salles[$1].capacite, $1) }
        .first { r in (p..<fin).allSatisfy { !sallesPrises.contains([$0, r]) } }
      guard let libre else { continue }
      for k in p..<fin { sallesPrises.insert([k, libre]) }
      donnees[c, default: []].append((p, minutes))
      return .aPart(epreuve: s.epreuve, periode: p, salle: libre)
    }
    return nil
  }

  /// Whether one student could sit an exam in a period, even one that the exam itself may not use.
  private func convient(_ c: Int, _ rang: Int, _ p: Int, _ minutes: Int) -> Bool {
    let probleme = explication.probleme
    let epreuve = probleme.epreuves[seances[rang].epreuve]
    guard epreuve.duree <= probleme.periodes[p].duree else { return false }
    let fin = p + probleme.periodesTenues(depuis: p, minutes: minutes)
    guard !probleme.candidats[c].indisponible.contains(where: { (p..<fin).contains($0) }) else {
      return false
    }
    let ailleurs = presences[c].filter { $0 != rang }.allSatisfy { autre in
      let s = seances[autre]
      return !probleme.seRecouvrent(
        p,
        minutes: minutes,
        s.periode,
        minutes: probleme.minutesDe(c, s.epreuve, s),
      )
    }
    let deja = (donnees[c] ?? []).allSatisfy {
      !probleme.seRecouvrent(p, minutes: minutes, $0.periode, minutes: $0.minutes)
    }
    return ailleurs && deja
  }
}
