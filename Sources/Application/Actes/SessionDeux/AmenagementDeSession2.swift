/// How an arrangement of session 1 differs at a session 2; without one it is carried over (R0.15).
public struct EcartDAmenagement: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let nature: Amenagement.Nature
  /// Whether it holds at session 2.
  public var maintenu: Bool
  /// What it is at session 2, where it is not as at session 1.
  public var precision: String
  public var motif: String
  public var version: Int64

  public init(
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    nature: Amenagement.Nature,
    maintenu: Bool,
    precision: String,
    motif: String,
    version: Int64 = 1,
  ) {
    self.campagne = campagne
    self.etudiant = etudiant
    self.nature = nature
    self.maintenu = maintenu
    self.precision = precision
    self.motif = motif
    self.version = version
  }
}

/// An arrangement that holds at a session 2.
public struct AmenagementDeSession2: Hashable, Sendable {
  public let etudiant: Identifiant<Etudiant>
  public let nature: Amenagement.Nature
  public let precision: String
  /// Why it is not as at session 1; `nil` where it is carried over as it was.
  public let motif: String?

  public init(
    etudiant: Identifiant<Etudiant>,
    nature: Amenagement.Nature,
    precision: String,
    motif: String?,
  ) {
    self.etudiant = etudiant
    self.nature = nature
    self.precision = precision
    self.motif = motif
  }
}
