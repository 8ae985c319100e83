/// One exam to be placed, with those who sit it.
public struct Epreuve: Hashable, Sendable {
  public let nom: String
  /// What it is called in full; its name says it when this is empty.
  public let intitule: String
  /// Those who follow one course, for whoever reads a calendar; nothing depends on it.
  public let formation: String
  /// Minutes, before any individual extra time; for an oral, the minutes of one candidate.
  public let duree: Int
  /// Ranks in the candidates of the problem.
  public let candidats: [Int]
  public let forme: Forme
  /// No other exam in its room.
  public let exclusive: Bool
  /// Ranks of the rooms that suit; nil when all do.
  public let salles: [Int]?
  /// In how many rooms it may be divided.
  public let sallesAuPlus: Int
  /// Ranks of the periods that suit (one period: it is fixed there); nil when all do.
  public let periodes: [Int]?
  /// Ranks of those who must be there: the jury of an oral, the teacher of a subject.
  public let surveillants: [Int]
  /// Supervisors taken from the pool for each of its rooms.
  public let surveillantsParSalle: Int

  public init(
    nom: String,
    duree: Int,
    candidats: [Int],
    forme: Forme = .ecrit,
    exclusive: Bool = false,
    salles: [Int]? = nil,
    sallesAuPlus: Int = 1,
    periodes: [Int]? = nil,
    surveillants: [Int] = [],
    surveillantsParSalle: Int = 0,
    intitule: String = "",
    formation: String = "",
  ) {
    self.nom = nom
    self.intitule = intitule
    self.formation = formation
    self.duree = duree
    self.candidats = candidats
    self.forme = forme
    self.exclusive = exclusive
    self.salles = salles
    self.sallesAuPlus = sallesAuPlus
    self.periodes = periodes
    self.surveillants = surveillants
    self.surveillantsParSalle = surveillantsParSalle
  }
}

extension Epreuve {
  /// How an exam is held.
  public enum Forme: Hashable, Sendable {
    /// All candidates at once, in rooms.
    case ecrit
    /// One candidate after the other before the jury; divided into series when a period is short.
    case oral
    /// Work to be handed in by the end of its period: neither room nor presence.
    case projet
  }

  /// The same exam with other periods allowed.
  public func limitee(a periodes: [Int]?) -> Epreuve {
    Epreuve(
      nom: nom,
      duree: duree,
      candidats: candidats,
      forme: forme,
      exclusive: exclusive,
      salles: salles,
      sallesAuPlus: sallesAuPlus,
      periodes: periodes,
      surveillants: surveillants,
      surveillantsParSalle: surveillantsParSalle,
      intitule: intitule,
      formation: formation,
    )
  }

  /// The same exam with other rooms allowed.
  public func limitee(auxSalles salles: [Int]?) -> Epreuve {
    Epreuve(
      nom: nom,
      duree: duree,
      candidats: candidats,
      forme: forme,
      exclusive: exclusive,
      salles: salles,
      sallesAuPlus: sallesAuPlus,
      periodes: periodes,
      surveillants: surveillants,
      surveillantsParSalle: surveillantsParSalle,
      intitule: intitule,
      formation: formation,
    )
  }
}
