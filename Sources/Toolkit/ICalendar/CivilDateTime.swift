/// A day and a time on a clock, to the second, of a place that is told elsewhere.
public struct CivilDateTime: Hashable, Comparable, Sendable {
  public let date: CivilDate
  public let hour: Int
  public let minute: Int
  public let second: Int

  /// Takes a time; `nil` when no clock shows it.
  public init?(_ date: CivilDate, hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    self.init(date, secondOfDay: hour * 3_600 + minute * 60 + second)
  }

  private init(_ date: CivilDate, secondOfDay: Int) {
    self.date = date
    hour = secondOfDay / 3_600
    minute = secondOfDay / 60 % 60
    second = secondOfDay % 60
  }

  /// What a clock shows so many seconds after the one that opens 1970 on it.
  init(secondsSince1970 seconds: Int) {
    let rest = seconds %% 86_400
    self.init(CivilDate(daysSince1970: (seconds - rest) / 86_400), secondOfDay: rest)
  }

  /// Seconds since 1970 opened on the same clock, were it never changed.
  var secondsSince1970: Int {
    date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
  }

  public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}
