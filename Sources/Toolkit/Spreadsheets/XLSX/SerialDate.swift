/// Days as Excel counts them: a number since the end of 1899, or of 1903, with a fraction of a day.
enum SerialDate {
  /// The first of January 1970, in each of the two counts.
  private static let epoch1900 = 25_569
  private static let epoch1904 = 24_107
  private static let minutesADay = 1440

  /// What a number shows under its format; the number itself when it is no date.
  static func cell(_ digits: String, _ format: NumberFormatKind, from1904: Bool) -> Cell {
    guard format != .number, let moment = Moment(digits) else { return .number(digits) }
    guard format != .time || moment.days > 0 else { return .text(clock(moment.minute)) }
    guard format != .time, let date = date(moment.days, from1904: from1904) else {
      return .number(digits)
    }
    return format == .date ? .date(date) : .dateTime(date, minute: moment.minute)
  }

  /// The day of a whole number; `nil` for 0, and for the 29 February 1900 that never was.
  private static func date(_ days: Int, from1904: Bool) -> SpreadsheetDate? {
    guard !from1904 else { return SpreadsheetDate(daysSince1970: days - epoch1904) }
    guard days > 0, days != 60 else { return nil }
    return SpreadsheetDate(daysSince1970: days - epoch1900 + (days < 60 ? 1 : 0))
  }

  /// Whole days and the nearest minute.
  private struct Moment {
    var days: Int
    var minute: Int

    init?(_ digits: String) {
      let parts = digits.split(separator: ".", maxSplits: 1)
      guard let whole = parts.first, whole.utf8.count <= 7, let days = wholeNumber(whole) else {
        return nil
      }
      let decimals = parts.count == 2 ? String(parts[1].prefix(12)) : "0"
      guard let fraction = wholeNumber(decimals) else { return nil }
      let scale = decimals.utf8.reduce(1) { power, _ in power * 10 }
      self.days = days
      minute = (2 * fraction * minutesADay + scale) / (2 * scale)
      if minute == minutesADay {
        self.days += 1
        minute = 0
      }
    }
  }
}
