/// How many exams each candidate has each day, and those that are at once.
public struct ChargeDesCandidats: Hashable, Sendable {
  /// Two exams of one candidate at once, by their ranks.
  public struct Simultaneite: Hashable, Sendable {
    public let candidat: Int
    public let premiere: Int
    public let seconde: Int
  }

  /// The days as they are written, in order.
  public let jours: [String]
  /// For each candidate, the number of exams of each day.
  public let parJour: [[Int]]
  /// For each candidate, the periods in which they are called, in order.
  public let periodes: [[Int]]
  public let simultaneites: [Simultaneite]

  public init(_ probleme: ProblemeDExamens, _ calendrier: CalendrierDExamens) {
    let seances = ReleveDeCalendrier(probleme, calendrier).seances
      .filter { probleme.epreuves[$0.epreuve].forme != .projet }
    let nombre = (probleme.jours.last ?? -1) + 1
    jours = (0..<nombre).map { jour in
      probleme.jours.firstIndex(of: jour).map { probleme.periodes[$0].jour } ?? ""
    }
    var presences: [[Int]] = Array(repeating: [], count: probleme.candidats.count)
    for (rang, seance) in seances.enumerated() {
      for c in seance.candidats { presences[c].append(rang) }
    }
    var simultaneites: [Simultaneite] = []
    for (c, rangs) in presences.enumerated() {
      for (i, a) in rangs.enumerated() {
        for b in rangs[(i + 1)...] where probleme.sontEnMemeTemps(c, seances[a], seances[b]) {
          simultaneites.append(
            .init(candidat: c, premiere: seances[a].epreuve, seconde: seances[b].epreuve)
          )
        }
      }
    }
    self.simultaneites = simultaneites
    periodes = presences.map { rangs in rangs.map { seances[$0].periode }.sorted() }
    parJour = periodes.map { siennes in
      siennes.reduce(into: Array(repeating: 0, count: nombre)) { $0[probleme.jours[$1]] += 1 }
    }
  }

  /// How many candidates have 0, 1, 2… exams on a day, among those who have some in the session.
  public func effectifs(jour: Int) -> [Int] {
    var resultat = [Int](repeating: 0, count: plusGrandNombre + 1)
    for (c, nombres) in parJour.enumerated() where !periodes[c].isEmpty {
      resultat[nombres[jour]] += 1
    }
    return resultat
  }

  /// The most exams that one candidate has on one day.
  public var plusGrandNombre: Int { parJour.compactMap { $0.max() }.max() ?? 0 }

  /// Candidates with exams, those with most on one day first, then with most in all.
  public var lesPlusCharges: [Int] {
    parJour.indices.filter { !periodes[$0].isEmpty }.sorted { a, b in
      (parJour[b].max() ?? 0, periodes[b].count, a) < (parJour[a].max() ?? 0, periodes[a].count, b)
    }
  }
}
