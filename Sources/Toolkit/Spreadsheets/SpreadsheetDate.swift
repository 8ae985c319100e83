/// A day of the Gregorian calendar, from the year 1 to 9999.
public struct SpreadsheetDate: Hashable, Sendable {
  private let packedYear: Int16
  private let packedMonth: Int8
  private let packedDay: Int8

  public var year: Int { Int(packedYear) }
  public var month: Int { Int(packedMonth) }
  public var day: Int { Int(packedDay) }

  /// A day that exists.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(year, month)).contains(day)
    else { return nil }
    packedYear = Int16(year)
    packedMonth = Int8(month)
    packedDay = Int8(day)
  }

  /// Reads « 2026-05-12 ».
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      let year = wholeNumber(parts[0]), let month = wholeNumber(parts[1]),
      let day = wholeNumber(parts[2])
    else { return nil }
    self.init(year, month, day)
  }

  /// The day so many days after the first of January 1970; `nil` out of the years.
  init?(daysSince1970 days: Int) {
    // Years start in March here, so that a leap day is the last of its year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The number of days since the first of January 1970, negative before.
  var daysSince1970: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func length(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

/// A whole number of ASCII digits only.
func wholeNumber(_ digits: some StringProtocol) -> Int? {
  guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(digits)
}

extension SpreadsheetDate: CustomStringConvertible {
  /// « 2026-05-12 ».
  public var description: String {
    let digits = String(year)
    let padding = String(repeating: "0", count: 4 - digits.count)
    return "\(padding)\(digits)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// « 12/05/2026 », as French users write it.
  public var displayed: String {
    let iso = description.split(separator: "-")
    return iso.reversed().joined(separator: "/")
  }
}
