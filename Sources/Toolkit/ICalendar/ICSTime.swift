/// A time as a calendar writes it.
public enum ICSTime: Hashable, Sendable {
  case utc(CivilDateTime)
  /// On the clocks of Paris.
  case paris(CivilDateTime)
  /// On the clocks of whoever reads: here, as those of Paris.
  case floating(CivilDateTime)
  /// A whole day.
  case day(CivilDate)

  /// Whether it is a whole day.
  public var isDay: Bool {
    switch self {
    case .day: true
    case .utc, .paris, .floating: false
    }
  }

  /// What the clocks of Paris show, midnight for a whole day; a skipped time is moved on.
  public var local: CivilDateTime {
    switch self {
    case .utc(let time): ParisClock.local(utc: time)
    case .paris(let time), .floating(let time): ParisClock.local(utc: ParisClock.utc(local: time))
    case .day(let date): CivilDateTime(secondsSince1970: date.daysSince1970 * 86_400)
    }
  }

  /// Seconds since 1970 in UTC.
  var instant: Int {
    switch self {
    case .utc(let time): time.secondsSince1970
    case .paris(let time), .floating(let time): ParisClock.utc(local: time).secondsSince1970
    case .day: ParisClock.utc(local: local).secondsSince1970
    }
  }

  /// What is written, without the zone.
  var written: CivilDateTime {
    switch self {
    case .utc(let time), .paris(let time), .floating(let time): time
    case .day: local
    }
  }

  /// The same kind of time with another day and hour.
  func with(_ written: CivilDateTime) -> ICSTime {
    switch self {
    case .utc: .utc(written)
    case .paris: .paris(written)
    case .floating: .floating(written)
    case .day: .day(written.date)
    }
  }
}
