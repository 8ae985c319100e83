public import Scolarite

/// Juries, what they are about to decide, and what they sealed.
public protocol RegistreDuJury {
  func jury(_ id: Identifiant<SessionDeJury>) throws -> SessionDeJury?
  func jurys(_ promotion: Identifiant<Promotion>) throws -> [SessionDeJury]
  func ajouter(_ jury: SessionDeJury, _ ecriture: Ecriture) throws
  /// Replaces the day, the nomination and the members of an open jury, and closes it where it is to
  /// be.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ jury: SessionDeJury, _ ecriture: Ecriture) throws -> Bool

  func projets(_ jury: Identifiant<SessionDeJury>) throws -> [ProjetDeDecision]
  /// Writes a draft where none stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ projet: ProjetDeDecision, _ ecriture: Ecriture) throws -> Bool

  /// Takes a draft back.
  /// - Returns: whether it was still there at that version.
  func retirer(_ projet: ProjetDeDecision, _ ecriture: Ecriture) throws -> Bool
  /// Takes away an open jury and its members.
  func supprimer(_ jury: SessionDeJury, _ ecriture: Ecriture) throws

  /// The JSON text of facts, of which their digest is taken.
  func texte(_ faits: Faits) -> String
  /// The digest of facts: SHA-256 of their JSON text, in hexadecimal.
  func empreinte(_ faits: Faits) -> String
  func sceller(_ cloture: ClotureDeJury, empreinte: String, _ ecriture: Ecriture) throws
  func sceller(_ scelle: Scelle, empreinte: String, _ ecriture: Ecriture) throws
  /// How a jury was closed; an error where it no longer has the digest of its seal.
  func cloture(_ jury: Identifiant<SessionDeJury>) throws -> ClotureDeJury?
  /// What the rules proposed for each student when a jury was closed, as JSON, by their numbers.
  func propositionsScellees(_ jury: Identifiant<SessionDeJury>) throws
    -> [(etudiant: Identifiant<Etudiant>, proposition: String)]
  /// What was sealed for a student; an error where it no longer has the digest of its seal.
  func scelle(_ jury: Identifiant<SessionDeJury>, _ etudiant: Identifiant<Etudiant>) throws
    -> Scelle?
  /// What was sealed for every student, by their numbers, as for one.
  func scelles(_ jury: Identifiant<SessionDeJury>) throws -> [Scelle]

  /// What juries decided for the students of a promotion, the first seal to the last.
  func deliberees(promotion: Identifiant<Promotion>) throws -> [DecisionsDeliberees]
  /// The same for one student.
  func deliberees(etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) throws
    -> [DecisionsDeliberees]
}

/// What a jury decided for a student, without the facts.
public struct DecisionsDeliberees: Hashable, Sendable {
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>
  /// The jury that this one puts right.
  public let rectifie: Identifiant<SessionDeJury>?
  public let decisions: [DecisionDeJury]
  public let horodatage: Horodatage
  /// The entry of the journal under which it was sealed.
  public let entree: Int64

  public init(
    jury: Identifiant<SessionDeJury>,
    etudiant: Identifiant<Etudiant>,
    rectifie: Identifiant<SessionDeJury>?,
    decisions: [DecisionDeJury],
    horodatage: Horodatage,
    entree: Int64,
  ) {
    self.jury = jury
    self.etudiant = etudiant
    self.rectifie = rectifie
    self.decisions = decisions
    self.horodatage = horodatage
    self.entree = entree
  }

  /// The jury at the head of its rectifications.
  var origine: Identifiant<SessionDeJury> { rectifie ?? jury }
}

extension RegistreDuJury {
  /// The decisions in force for each student of a promotion.
  public func decisions(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<Etudiant>: [DecisionDeJury]]
  {
    Dictionary(grouping: try deliberees(promotion: promotion), by: \.etudiant)
      .mapValues { DecisionsDeliberees.enVigueur($0) }
  }

  /// The decisions in force for a student, now or at a moment.
  public func decisions(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Identifiant<Promotion>,
    a horodatage: Horodatage? = nil,
  ) throws -> [DecisionDeJury] {
    DecisionsDeliberees.enVigueur(
      try deliberees(etudiant: etudiant, promotion: promotion).filter { deliberee in
        horodatage.map { deliberee.horodatage <= $0 } ?? true
      }
    )
  }
}

extension DecisionsDeliberees {
  /// A later decision takes the place of those that it contradicts; a rectification, of all that
  /// the jury that it puts right had decided for the student.
  static func enVigueur(_ deliberees: some Sequence<DecisionsDeliberees>) -> [DecisionDeJury] {
    var enVigueur: [(origine: Identifiant<SessionDeJury>, decision: DecisionDeJury)] = []
    for deliberee in deliberees {
      enVigueur.removeAll { ancienne in
        ancienne.origine == deliberee.origine
          || deliberee.decisions.contains { $0.contredit(ancienne.decision) }
      }
      enVigueur += deliberee.decisions.map { (deliberee.origine, $0) }
    }
    return enVigueur.map(\.decision)
  }
}
