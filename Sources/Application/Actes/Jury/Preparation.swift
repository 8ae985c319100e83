/// What the commission de passage proposes to a jury for a student, before it meets.
public struct PropositionDeCommission: Hashable, Sendable {
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>
  /// What it proposes beside the rules; empty where it only has something to say.
  public let decisions: [DecisionPrise]
  /// What it says to the jury.
  public let avis: String
  /// 1 for the first.
  public let version: Int64

  public init(
    jury: Identifiant<SessionDeJury>,
    etudiant: Identifiant<Etudiant>,
    decisions: [DecisionPrise],
    avis: String,
    version: Int64,
  ) {
    self.jury = jury
    self.etudiant = etudiant
    self.decisions = decisions
    self.avis = avis
    self.version = version
  }
}

extension PropositionDeCommission {
  /// Whether it still proposes or says anything.
  public var aQuelqueChoseADire: Bool { !avis.isEmpty || !decisions.isEmpty }
}

/// Something that juries of the year must know of a student before they decide.
public struct SituationSignalee: Hashable, Sendable {
  public let id: Identifiant<SituationSignalee>
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let texte: String
  /// Whether it was withdrawn.
  public var levee: Bool

  public init(
    id: Identifiant<SituationSignalee>,
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    texte: String,
    levee: Bool = false,
  ) {
    self.id = id
    self.promotion = promotion
    self.etudiant = etudiant
    self.texte = texte
    self.levee = levee
  }
}

/// What is prepared before a jury meets.
public protocol RegistreDesPreparations {
  /// What the commission proposed to a jury.
  func preparations(_ jury: Identifiant<SessionDeJury>) throws -> [PropositionDeCommission]
  /// Writes a proposal where none stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ proposition: PropositionDeCommission, _ ecriture: Ecriture) throws -> Bool

  /// What was signalled of the students of a promotion, withdrawn or not, the oldest first.
  func situations(_ promotion: Identifiant<Promotion>) throws -> [SituationSignalee]
  func situation(_ id: Identifiant<SituationSignalee>) throws -> SituationSignalee?
  func ajouter(_ situation: SituationSignalee, _ ecriture: Ecriture) throws
  /// Withdraws what was signalled.
  func lever(_ situation: Identifiant<SituationSignalee>, _ ecriture: Ecriture) throws
}
