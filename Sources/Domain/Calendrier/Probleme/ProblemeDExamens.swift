/// Exams to be placed in periods and rooms, and what each fault of the result costs.
///
/// It knows nothing of any institution: the public benchmarks and the resit session of an IUT are
/// both values of this type. What it holds was checked at birth, except that a solution exists.
public struct ProblemeDExamens: Hashable, Sendable {
  public let epreuves: [Epreuve]
  public let periodes: [Periode]
  /// Empty when rooms do not matter.
  public let salles: [Salle]
  public let candidats: [Candidat]
  public let surveillants: [Surveillant]
  public let relations: [Relation]
  public let poids: Poids
  public let horaire: Horaire
  /// Rank of the day of each period, from 0.
  public let jours: [Int]

  public init(
    epreuves: [Epreuve],
    periodes: [Periode],
    salles: [Salle] = [],
    candidats: [Candidat],
    surveillants: [Surveillant] = [],
    relations: [Relation] = [],
    poids: Poids = Poids(),
    horaire: Horaire = .parPeriode,
  ) throws(Faute) {
    self.epreuves = epreuves
    self.periodes = periodes
    self.salles = salles
    self.candidats = candidats
    self.surveillants = surveillants
    self.relations = relations
    self.poids = poids
    self.horaire = horaire
    var jours: [Int] = []
    for (rang, periode) in periodes.enumerated() {
      let suite = rang > 0 && periodes[rang - 1].date == periode.date
      jours.append((jours.last ?? -1) + (suite ? 0 : 1))
    }
    self.jours = jours
    try verifier()
  }
}

extension ProblemeDExamens {
  /// What tells whether two exams are at once.
  public enum Horaire: Hashable, Sendable {
    /// The same period: periods never overlap, whatever their hours.
    case parPeriode
    /// The hours of the day: an exam with extra time may reach into the next period.
    case parHeure
  }

  /// The same problem with other exams, weights or relations.
  public func avec(
    epreuves: [Epreuve]? = nil,
    poids: Poids? = nil,
    relations: [Relation]? = nil,
  ) throws(Faute) -> ProblemeDExamens {
    try ProblemeDExamens(
      epreuves: epreuves ?? self.epreuves,
      periodes: periodes,
      salles: salles,
      candidats: candidats,
      surveillants: surveillants,
      relations: relations ?? self.relations,
      poids: poids ?? self.poids,
      horaire: horaire,
    )
  }

  /// How many periods an exam begun in one holds its room and its people.
  func periodesTenues(depuis p: Int, minutes: Int) -> Int {
    guard horaire == .parHeure else { return 1 }
    let fin = periodes[p].debut + minutes * 60
    var nombre = 1
    while p + nombre < periodes.count, jours[p + nombre] == jours[p],
      periodes[p + nombre].debut < fin
    {
      nombre += 1
    }
    return nombre
  }

  /// Whether exams that begin in two periods and last so many minutes are at once.
  func seRecouvrent(_ p: Int, minutes a: Int, _ q: Int, minutes b: Int) -> Bool {
    if p == q { return true }
    guard horaire == .parHeure, jours[p] == jours[q] else { return false }
    return periodes[p].debut < periodes[q].debut + b * 60
      && periodes[q].debut < periodes[p].debut + a * 60
  }
}
