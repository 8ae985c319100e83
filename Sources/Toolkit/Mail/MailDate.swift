/// The day and time of a message on a clock, with what separates this clock from UTC.
public struct MailDate: Hashable, Sendable {
  /// « Sun, 22 Nov 2026 00:29:38 +0100 ».
  public let text: String

  /// Takes a date of the Gregorian calendar, and the minutes that separate its clock from UTC.
  ///
  /// Throws `MailError.malformed` for a day or a time that does not exist; east is positive.
  public init(
    year: Int,
    month: Int,
    day: Int,
    hour: Int,
    minute: Int,
    second: Int,
    offset: Int,
  ) throws(MailError) {
    guard (1900...9999).contains(year), (1...12).contains(month),
      (1...Self.days(of: month, in: year)).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...59).contains(second), (-1439...1439).contains(offset)
    else { throw .malformed(.date) }
    let clock = [hour, minute, second].map(Self.twoDigits).joined(separator: ":")
    let zone =
      (offset < 0 ? "-" : "+") + Self.twoDigits(abs(offset) / 60)
      + Self.twoDigits(abs(offset) % 60)
    let weekday = Self.weekdays[Self.weekday(year, month, day)]
    text = "\(weekday), \(day) \(Self.months[month - 1]) \(year) \(clock) \(zone)"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The rank of the weekday, zero for Sunday, by Sakamoto’s table.
  private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + shift + day) % 7
  }

  private static func days(of month: Int, in year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
