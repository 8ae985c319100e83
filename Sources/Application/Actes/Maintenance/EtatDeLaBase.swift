/// What a base holds, and how large it is.
public struct EtatDeLaBase: Hashable, Sendable {
  /// « SQLite », « PostgreSQL ».
  public let moteur: String
  public let octets: Int64
  /// The number of steps of the schema.
  public let schema: Int
  /// How many rows of each kind the establishment has.
  public let comptes: [Compte]

  /// A kind of thing and how many there are.
  public struct Compte: Hashable, Sendable {
    public let quoi: Quoi
    public let nombre: Int64

    public init(_ quoi: Quoi, _ nombre: Int64) {
      self.quoi = quoi
      self.nombre = nombre
    }
  }

  /// What is counted.
  public enum Quoi: String, CaseIterable, Hashable, Sendable {
    case utilisateur, etudiant, promotion, evaluation, note, presence, fichier, journal
  }

  public init(moteur: String, octets: Int64, schema: Int, comptes: [Compte]) {
    self.moteur = moteur
    self.octets = octets
    self.schema = schema
    self.comptes = comptes
  }
}

/// The base itself.
public protocol RegistreDeLaBase {
  func etatDeLaBase() throws -> EtatDeLaBase
}
