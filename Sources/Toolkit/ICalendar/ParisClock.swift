/// The clocks of Paris by the rule of the European Union, the same every year since 1996.
///
/// One hour east of UTC, two from the last Sunday of March to the last one of October; both changes
/// happen at one o’clock UTC (directive 2000/84/CE).
public enum ParisClock {
  /// The years that are converted: the rule is not older, and nobody knows it later.
  public static let years = 1996...2199

  /// What the clocks of Paris show at a time of UTC.
  public static func local(utc: CivilDateTime) -> CivilDateTime {
    let seconds = utc.secondsSince1970
    return CivilDateTime(secondsSince1970: seconds + offset(at: seconds))
  }

  /// The time of UTC when the clocks of Paris show a time: the first one where they show it twice.
  ///
  /// A time that they skip counts as if they had not been changed yet (RFC 5545, 3.3.5).
  public static func utc(local: CivilDateTime) -> CivilDateTime {
    let seconds = local.secondsSince1970
    // In the hour shown twice summer time comes first; in the hour skipped it does not hold yet.
    let summer = seconds - 7_200
    let isSummer = offset(at: summer) == 7_200
    return CivilDateTime(secondsSince1970: isSummer ? summer : seconds - 3_600)
  }

  /// Seconds east of UTC at a time of UTC, counted from 1970.
  private static func offset(at seconds: Int) -> Int {
    let year = CivilDateTime(secondsSince1970: seconds).date.year
    return (change(3, year)..<change(10, year)).contains(seconds) ? 7_200 : 3_600
  }

  /// One o’clock UTC on the last Sunday of March or October, counted from 1970.
  private static func change(_ month: Int, _ year: Int) -> Int {
    guard let last = CivilDate(year, month, 31) else { preconditionFailure("both have 31 days") }
    return (last.daysSince1970 - (last.weekday + 1) % 7) * 86_400 + 3_600
  }
}
