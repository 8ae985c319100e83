/// The entry under which a test was last published.
public struct Publication: Hashable, Sendable {
  public let entree: Int64
  public let horodatage: Horodatage

  public init(entree: Int64, horodatage: Horodatage) {
    self.entree = entree
    self.horodatage = horodatage
  }
}

/// What is new for students, how far each has read, and where decisions can be contested.
public protocol RegistreDesNouvelles {
  /// When each test of a promotion that is published now was last published.
  func publications(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<EvaluationDeModule>: Publication]
  /// The entries of some acts that concern a student, after an entry, the oldest first.
  func journal(sujet: Identifiant<Etudiant>, actes: [String], apres: Int64) throws
    -> [EntreeDeJournal]
  /// The entry up to which somebody has read; `nil` where they never said so.
  func nouvellesLues(_ utilisateur: Identifiant<Utilisateur>) throws -> Int64?
  func marquerLesNouvelles(_ utilisateur: Identifiant<Utilisateur>, jusqua: Int64) throws

  /// `nil` while the establishment has given none.
  func voiesDeRecours() throws -> VoiesDeRecours?
  func fixer(_ voies: VoiesDeRecours, _ ecriture: Ecriture) throws
}
