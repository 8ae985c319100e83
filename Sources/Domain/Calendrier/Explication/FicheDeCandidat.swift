/// The exams of one student, and what is bad in them.
public struct FicheDeCandidat: Hashable, Sendable {
  public let candidat: Int
  /// In the order of periods.
  public let convocations: [Convocation]
  public let genes: [Gene]

  public var cout: Int { genes.reduce(0) { $0 + $1.prix } }

  public struct Convocation: Hashable, Sendable {
    public let epreuve: Int
    public let periode: Int
    public let salle: Int?
    /// Minutes, extra time included.
    public let minutes: Int
    /// Minutes after the start of the period when this candidate comes; 0 save in an oral.
    public let attente: Int
  }

  public enum Gene: Hashable, Sendable {
    case deuxDeSuite(Int, Int, prix: Int)
    case deuxParJour(Int, Int, prix: Int)
    case rapprochees(Int, Int, prix: Int)
    case chevauchement(Int, Int, prix: Int)
    case indisponible(Int, prix: Int)
    case tropParJour(periodes: [Int], prix: Int)
  }
}

extension FicheDeCandidat.Gene {
  public var prix: Int {
    switch self {
    case .deuxDeSuite(_, _, let prix), .deuxParJour(_, _, let prix),
      .rapprochees(_, _, let prix), .chevauchement(_, _, let prix), .indisponible(_, let prix),
      .tropParJour(_, let prix):
      prix
    }
  }
}

extension Explication {
  /// The exams of one student.
  public func fiche(de candidat: Int) -> FicheDeCandidat {
    let seances = ReleveDeCalendrier(probleme, calendrier).seances
      .filter { $0.candidats.contains(candidat) }
      .sorted { ($0.periode, $0.epreuve) < ($1.periode, $1.epreuve) }
    return FicheDeCandidat(
      candidat: candidat,
      convocations: seances.map { convocation(candidat, $0) },
      genes: genes(candidat, seances.filter { probleme.epreuves[$0.epreuve].forme != .projet }),
    )
  }

  private func convocation(
    _ c: Int,
    _ s: ReleveDeCalendrier.Seance,
  ) -> FicheDeCandidat.Convocation {
    let epreuve = probleme.epreuves[s.epreuve]
    let avant = s.candidats.prefix { $0 != c }
    let oral = epreuve.forme == .oral
    return FicheDeCandidat.Convocation(
      epreuve: s.epreuve,
      periode: s.periode,
      salle: s.salle,
      minutes: epreuve.forme == .projet
        ? 0 : probleme.candidats[c].majoration.appliquee(a: epreuve.duree),
      attente: oral ? avant.reduce(0) { $0 + probleme.dureeDOral(epreuve, $1) } : 0,
    )
  }

  private func genes(
    _ c: Int,
    _ seances: [ReleveDeCalendrier.Seance],
  ) -> [FicheDeCandidat.Gene] {
    var resultat: [FicheDeCandidat.Gene] = []
    for (i, a) in seances.enumerated() {
      if probleme.estAbsent(c, a) {
        resultat.append(.indisponible(a.epreuve, prix: probleme.poids.indisponibilite ?? 0))
      }
      for b in seances[(i + 1)...] { resultat += genes(c, a, b) }
    }
    guard let plafond = probleme.poids.plafondParJour else { return resultat }
    let parJour = Dictionary(grouping: seances.map(\.periode)) { probleme.jours[$0] }
    for (_, periodes) in parJour.sorted(by: { $0.key < $1.key })
    where periodes.count > plafond.nombre {
      resultat.append(
        .tropParJour(periodes: periodes, prix: (periodes.count - plafond.nombre) * plafond.prix)
      )
    }
    return resultat
  }

  private func genes(
    _ c: Int,
    _ a: ReleveDeCalendrier.Seance,
    _ b: ReleveDeCalendrier.Seance,
  ) -> [FicheDeCandidat.Gene] {
    let poids = probleme.poids
    let distance = abs(a.periode - b.periode)
    var resultat: [FicheDeCandidat.Gene] = []
    if probleme.sontEnMemeTemps(c, a, b) {
      resultat.append(.chevauchement(a.epreuve, b.epreuve, prix: poids.chevauchement ?? 0))
    }
    guard distance > 0 else { return resultat }
    let proximite = distance <= poids.proximite.count ? poids.proximite[distance - 1] : 0
    let rapprochees = proximite + (distance <= poids.ecart ? 1 : 0)
    if rapprochees > 0 { resultat.append(.rapprochees(a.epreuve, b.epreuve, prix: rapprochees)) }
    guard probleme.jours[a.periode] == probleme.jours[b.periode] else { return resultat }
    if distance == 1, poids.deuxDeSuite > 0 {
      resultat.append(.deuxDeSuite(a.epreuve, b.epreuve, prix: poids.deuxDeSuite))
    }
    if distance > 1, poids.deuxParJour > 0 {
      resultat.append(.deuxParJour(a.epreuve, b.epreuve, prix: poids.deuxParJour))
    }
    return resultat
  }
}

extension ProblemeDExamens {
  /// Whether one candidate has two parts at once.
  func sontEnMemeTemps(
    _ c: Int,
    _ a: ReleveDeCalendrier.Seance,
    _ b: ReleveDeCalendrier.Seance,
  ) -> Bool {
    seRecouvrent(
      a.periode,
      minutes: minutesDe(c, a.epreuve, a),
      b.periode,
      minutes: minutesDe(c, b.epreuve, b),
    )
  }

  /// Whether a part takes a candidate in a period declared impossible.
  func estAbsent(_ c: Int, _ s: ReleveDeCalendrier.Seance) -> Bool {
    let fin = s.periode + periodesTenues(depuis: s.periode, minutes: minutesDe(c, s.epreuve, s))
    return candidats[c].indisponible.contains { (s.periode..<fin).contains($0) }
  }
}
