public import Scolarite

/// What a list says of a student who is to be enrolled.
public struct NouvelEtudiant: Hashable, Sendable {
  public let identite: IdentiteDEtudiant
  public let statut: Statut
  /// Names of groups of the promotion.
  public let groupes: [String]
  /// Where the list says it: a row of a sheet.
  public let lieu: String

  public init(identite: IdentiteDEtudiant, statut: Statut, groupes: [String], lieu: String) {
    self.identite = identite
    self.statut = statut
    self.groupes = groupes
    self.lieu = lieu
  }
}

/// What an import of students would change.
public struct PlanDInscription: Hashable, Sendable {
  /// Students whom the register does not know.
  public var nouveaux: [NouvelEtudiant] = []
  /// Students whom it knows, not yet enrolled in the promotion.
  public var connus: [Rapproche] = []
  /// Students enrolled already.
  public var dejaInscrits: [Rapproche] = []

  /// A student of the list and of the register.
  public struct Rapproche: Hashable, Sendable {
    public let etudiant: Etudiant
    public let nouveau: NouvelEtudiant
    /// The fields that the list would change: name, before, after; none of a stranger.
    public let changements: [Changement]
    /// Whether the person sees the student in no promotion: the import enrols the student, and
    /// leaves who it is as another department wrote it.
    public let estDAilleurs: Bool
  }

  /// A field that an import changes.
  public struct Changement: Hashable, Sendable {
    public let champ: String
    public let avant: String?
    public let apres: String?
  }
}
