public import Scolarite

/// A moment, in milliseconds since 1 January 1970 UTC.
public struct Horodatage: Hashable, Comparable, Sendable {
  public let millisecondes: Int64

  public init(millisecondes: Int64) {
    self.millisecondes = millisecondes
  }

  public static func < (gauche: Self, droite: Self) -> Bool {
    gauche.millisecondes < droite.millisecondes
  }
}

/// A moment and what the clocks of Paris show then.
public struct Moment: Hashable, Sendable {
  public let horodatage: Horodatage
  /// The day and the minute in Paris.
  public let instant: Instant

  public init(horodatage: Horodatage, instant: Instant) {
    self.horodatage = horodatage
    self.instant = instant
  }

  public var jour: Jour { instant.jour }
}

/// Tells the time; the program gives the real one, a test its own.
public struct Horloge: Sendable {
  /// The present moment.
  public let maintenant: @Sendable () -> Moment
  /// What the clocks of Paris show at a moment.
  public let instant: @Sendable (Horodatage) -> Instant

  public init(
    maintenant: @escaping @Sendable () -> Moment,
    instant: @escaping @Sendable (Horodatage) -> Instant,
  ) {
    self.maintenant = maintenant
    self.instant = instant
  }
}
