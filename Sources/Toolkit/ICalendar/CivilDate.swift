/// A day of the Gregorian calendar, year 1 to 9999.
public struct CivilDate: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Takes a day; `nil` when there is no such one.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(of: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day that stands so many days after the first of January 1970.
  ///
  /// Years run from March here, so that the day that leap years add comes last.
  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let rank = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * rank + 2) / 5 + 1
    month = rank < 10 ? rank + 3 : rank - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since the first of January 1970.
  var daysSince1970: Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Zero for Monday, six for Sunday.
  public var weekday: Int { (daysSince1970 + 3) %% 7 }

  /// The day so many days later; `nil` out of the years 1 to 9999.
  public func adding(days: Int) -> CivilDate? {
    let (sum, isTooFar) = daysSince1970.addingReportingOverflow(days)
    guard !isTooFar, (-719_162...2_932_896).contains(sum) else { return nil }
    return CivilDate(daysSince1970: sum)
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

infix operator %% : MultiplicationPrecedence

/// What is left by the division that rounds down: never negative.
func %% (left: Int, right: Int) -> Int {
  let rest = left % right
  return rest < 0 ? rest + right : rest
}
