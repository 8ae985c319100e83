public import Scolarite

/// A bonus that a student was given for a year.
public struct BonusAttribue: Hashable, Sendable {
  public let id: Identifiant<BonusAttribue>
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let nature: Nature
  /// The day of the list of the sports service, or of the commission.
  public let date: Jour
  public let motif: String

  /// What it is given for.
  public enum Nature: Hashable, Sendable {
    case sport(Bonus.Sport)
    /// The type that caps are counted by, the activity itself, and the points granted.
    case engagement(type: String, activite: String, points: Decimale)
  }

  public init(
    id: Identifiant<BonusAttribue>,
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    nature: Nature,
    date: Jour,
    motif: String,
  ) {
    self.id = id
    self.promotion = promotion
    self.etudiant = etudiant
    self.nature = nature
    self.date = date
    self.motif = motif
  }
}

/// The « avis contraire » that lifts the 30 % rule for a semester of a student.
public struct AvisContraire: Hashable, Sendable {
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let semestre: NumeroSemestre
  /// Who gives it, when, why.
  public let acte: ActeMotive
  /// 1 for the first.
  public let version: Int64

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    semestre: NumeroSemestre,
    acte: ActeMotive,
    version: Int64,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.semestre = semestre
    self.acte = acte
    self.version = version
  }
}

/// Bonuses, and what lifts the 30 % rule.
public protocol RegistreDesBonifications {
  func bonus(_ id: Identifiant<BonusAttribue>) throws -> BonusAttribue?
  /// The bonuses of a promotion, student by student, in the order of their numbers.
  func bonus(promotion: Identifiant<Promotion>) throws -> [BonusAttribue]
  /// The bonuses of a student, in every promotion.
  func bonus(etudiant: Identifiant<Etudiant>) throws -> [BonusAttribue]
  func ajouter(_ bonus: BonusAttribue, _ ecriture: Ecriture) throws
  func supprimer(_ bonus: Identifiant<BonusAttribue>, _ ecriture: Ecriture) throws

  func avis(promotion: Identifiant<Promotion>) throws -> [AvisContraire]
  func avis(etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) throws
    -> [AvisContraire]
  /// Writes an avis where none stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ avis: AvisContraire, _ ecriture: Ecriture) throws -> Bool
  /// Takes an avis away.
  /// - Returns: whether the version was still the one given.
  func supprimer(_ avis: AvisContraire, _ ecriture: Ecriture) throws -> Bool
}

extension RegistreDesBonifications {
  /// The bonus of each student of a promotion who has some, as results depend on it.
  public func bonusParEtudiant(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<Etudiant>: Bonus]
  {
    Dictionary(grouping: try bonus(promotion: promotion), by: \.etudiant).mapValues(Bonus.init)
  }

  /// The bonus of a student in a promotion.
  public func bonus(_ etudiant: Identifiant<Etudiant>, _ promotion: Identifiant<Promotion>) throws
    -> Bonus
  {
    Bonus(try bonus(etudiant: etudiant).filter { $0.promotion == promotion })
  }
}

extension Bonus {
  /// The bonus that the parts given to one student make.
  init(_ attribues: [BonusAttribue]) {
    var sport: Sport?
    var engagements: [Engagement] = []
    for attribue in attribues {
      switch attribue.nature {
      case .sport(let obtenu): sport = obtenu
      case .engagement(let type, _, let points):
        engagements.append(Engagement(type: type, points: points))
      }
    }
    self.init(sport: sport, engagements: engagements)
  }
}
