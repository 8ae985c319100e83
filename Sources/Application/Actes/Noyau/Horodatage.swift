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

  /// Whether it lies between two minutes, both included.
  ///
  /// In the hour that Paris shows twice at the end of summer time, the first minute is the first of
  /// its name and the last one the second: what is open does not close and open again.
  func estEntre(_ debut: Instant, _ fin: Instant) -> Bool {
    let present = instant.rangs
    guard instant.estMontreDeuxFois else {
      return debut.rangs <= present && present <= fin.rangs
    }
    let estEnHiver = minutesDAvance == 60
    let estOuvert =
      debut.rangs <= present || (estEnHiver && debut.jour == jour && debut.estMontreDeuxFois)
    let dure = present <= fin.rangs || (!estEnHiver && fin.jour == jour && fin.estMontreDeuxFois)
    return estOuvert && dure
  }

  /// What the clocks of Paris are ahead of UTC by, seconds left out.
  private var minutesDAvance: Int {
    let minutes = Int(horodatage.millisecondes / 60_000)
    let jours = jour.ecart(depuis: Self.origine)
    return 1_440 * jours + instant.minute - minutes
  }

  private static let origine: Jour = {
    guard let jour = Jour(1970, 1, 1) else { preconditionFailure("1970 began with a day") }
    return jour
  }()
}

extension Instant {
  /// Whether clocks show it twice: from 2 to 3 on the last Sunday of October.
  fileprivate var estMontreDeuxFois: Bool {
    guard jour.mois == 10, jour.quantieme >= 25, let dimanche = Jour(2026, 10, 25) else {
      return false
    }
    return jour.ecart(depuis: dimanche) % 7 == 0 && (120..<180).contains(minute)
  }
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
