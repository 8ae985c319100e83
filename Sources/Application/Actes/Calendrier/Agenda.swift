public import Scolarite

/// A calendar to be read by the programs of a person: never a mark, a decision nor a reason.
public struct Agenda: Hashable, Sendable {
  /// The code of the establishment, a part of what names each event for ever.
  public let code: String
  public let nom: String
  public let evenements: [Evenement]

  public init(code: String, nom: String, evenements: [Evenement]) {
    self.code = code
    self.nom = nom
    self.evenements = evenements
  }

  /// Something that happens.
  public struct Evenement: Hashable, Sendable {
    /// What names it in the establishment: « seance-12 ».
    public let cle: String
    public let quand: Quand
    public let titre: String
    /// One line each.
    public let details: [String]
    /// Whether one is busy meanwhile.
    public let occupe: Bool
    /// 1 for the first.
    public let version: Int64
    /// When it was last written.
    public let ecrit: Horodatage

    public init(
      cle: String,
      quand: Quand,
      titre: String,
      details: [String] = [],
      occupe: Bool = false,
      version: Int64 = 1,
      ecrit: Horodatage,
    ) {
      self.cle = cle
      self.quand = quand
      self.titre = titre
      self.details = details
      self.occupe = occupe
      self.version = version
      self.ecrit = ecrit
    }
  }

  /// When something happens.
  public enum Quand: Hashable, Sendable {
    /// From a minute, on the clocks of Paris, for so many minutes.
    case creneau(Instant, minutes: Int)
    /// Whole days, both included.
    case journees(Jour, Jour)
  }
}
