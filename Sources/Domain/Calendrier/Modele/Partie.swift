/// Those of an exam who sit together: one room, one period.
struct Partie: Hashable, Sendable {
  let epreuve: Int
  let candidats: [Int]
  /// Minutes that must fit in the period.
  let duree: Int
  /// Minutes for which the room and the supervisors are held, extra time included.
  let tenue: Int
  /// Seats; nil when no room is needed.
  let places: Int?
  let exclusive: Bool
  let surveillants: [Int]
  let renforts: Int
  /// Rank among the series of an oral; parts of one series share their period.
  let serie: Int
}

extension ProblemeDExamens {
  /// The parts of every exam, in order.
  func parties() -> [Partie] {
    epreuves.indices.flatMap { rang in
      switch epreuves[rang].forme {
      case .ecrit: partiesDEcrit(rang)
      case .oral: seriesDOral(rang)
      case .projet: [remise(rang)]
      }
    }
  }

  private func remise(_ rang: Int) -> Partie {
    Partie(
      epreuve: rang,
      candidats: epreuves[rang].candidats,
      duree: 0,
      tenue: 0,
      places: nil,
      exclusive: false,
      surveillants: [],
      renforts: 0,
      serie: 0,
    )
  }

  private func partiesDEcrit(_ rang: Int) -> [Partie] {
    let e = epreuves[rang]
    guard !salles.isEmpty else { return [partie(rang, e.candidats, exclusive: false)] }
    let communs = e.candidats.filter { candidats[$0].installation == .commune }
    var resultat = diviser(communs, e).map { partie(rang, $0, exclusive: e.exclusive) }
    let aPart = e.candidats.filter { candidats[$0].installation == .aPart }
    let groupes = Dictionary(grouping: aPart) { candidats[$0].majoration.appliquee(a: e.duree) }
    for (_, groupe) in groupes.sorted(by: { $0.key < $1.key }) {
      resultat.append(partie(rang, groupe, exclusive: true))
    }
    for seul in e.candidats where candidats[seul].installation == .seul {
      resultat.append(partie(rang, [seul], exclusive: true))
    }
    return resultat.isEmpty ? [partie(rang, [], exclusive: e.exclusive)] : resultat
  }

  private func partie(_ rang: Int, _ liste: [Int], exclusive: Bool) -> Partie {
    let e = epreuves[rang]
    return Partie(
      epreuve: rang,
      candidats: liste,
      duree: e.duree,
      tenue: liste.map { candidats[$0].majoration.appliquee(a: e.duree) }.max() ?? e.duree,
      places: salles.isEmpty ? nil : liste.count,
      exclusive: exclusive,
      surveillants: e.surveillants,
      renforts: e.surveillantsParSalle,
      serie: 0,
    )
  }

  /// Divides candidates over as few of the largest rooms as can hold them.
  private func diviser(_ liste: [Int], _ e: Epreuve) -> [[Int]] {
    guard !liste.isEmpty else { return [] }
    let tailles = (e.salles ?? Array(salles.indices)).map { salles[$0].capacite }.sorted(by: >)
    var nombre = 1
    while nombre < min(e.sallesAuPlus, tailles.count),
      tailles.prefix(nombre).reduce(0, +) < liste.count
    {
      nombre += 1
    }
    guard nombre > 1 else { return [liste] }
    var reste = liste[...]
    var resultat: [[Int]] = []
    // The smallest of the rooms first, so that even shares never exceed a room.
    for k in (0..<nombre).reversed() {
      let part = min(tailles[k], (reste.count + k) / (k + 1))
      resultat.append(Array(reste.prefix(part)))
      reste = reste.dropFirst(part)
    }
    return resultat.reversed()
  }

  /// One series for each period that the slots of an oral fill.
  private func seriesDOral(_ rang: Int) -> [Partie] {
    let e = epreuves[rang]
    let permises = e.periodes ?? Array(periodes.indices)
    let limite = permises.map { periodes[$0].duree }.max() ?? 0
    var series: [(candidats: [Int], minutes: Int)] = [([], 0)]
    for c in e.candidats {
      let minutes = dureeDOral(e, c)
      if !series[series.count - 1].candidats.isEmpty,
        series[series.count - 1].minutes + minutes > limite
      {
        series.append(([], 0))
      }
      series[series.count - 1].candidats.append(c)
      series[series.count - 1].minutes += minutes
    }
    return series.enumerated().map { numero, serie in
      Partie(
        epreuve: rang,
        candidats: serie.candidats,
        duree: serie.minutes,
        tenue: serie.minutes,
        places: salles.isEmpty ? nil : 1,
        exclusive: true,
        surveillants: e.surveillants,
        renforts: e.surveillantsParSalle,
        serie: numero,
      )
    }
  }

  /// The minutes of one candidate before the jury.
  func dureeDOral(_ e: Epreuve, _ candidat: Int) -> Int {
    candidats[candidat].majoration.appliquee(a: e.duree)
  }

  /// The minutes for which one candidate is taken by a part; nil for work handed in.
  func dureePour(_ candidat: Int, _ partie: Partie) -> Int? {
    let e = epreuves[partie.epreuve]
    switch e.forme {
    case .ecrit: return candidats[candidat].majoration.appliquee(a: e.duree)
    case .oral: return partie.duree
    case .projet: return nil
    }
  }
}
