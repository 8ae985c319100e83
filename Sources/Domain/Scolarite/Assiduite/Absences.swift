/// The absences of a semester.
public struct Absences: Sendable {
  /// Hours counted elsewhere.
  public let heuresABI: Decimale
  public let heuresABJ: Decimale
  /// Slots missed, to be counted here.
  public let creneaux: [Creneau]

  /// A slot missed.
  public struct Creneau: Hashable, Sendable {
    public let debut: Instant
    public let heures: Decimale
    public let motif: Motif

    public init(debut: Instant, heures: Decimale, motif: Motif) {
      self.debut = debut
      self.heures = heures
      self.motif = motif
    }
  }

  /// Why a slot was missed.
  public enum Motif: Hashable, Sendable {
    case injustifiee
    case justifiee
    /// Declared as unavailability at that moment, or never.
    case indisponibilite(declaree: Instant?)
  }

  public init(
    heuresABI: Decimale = .zero,
    heuresABJ: Decimale = .zero,
    creneaux: [Creneau] = [],
  ) {
    self.heuresABI = heuresABI
    self.heuresABJ = heuresABJ
    self.creneaux = creneaux
  }
}
