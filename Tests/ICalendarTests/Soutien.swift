import ICalendar
import Testing

func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
  try #require(CivilDate(year, month, day))
}

/// A time written « 20261025T023000 ».
func time(_ text: String) throws -> CivilDateTime {
  let digits = text.filter(\.isNumber).compactMap(\.wholeNumberValue)
  try #require(digits.count == 14)
  func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
  return try #require(
    CivilDateTime(
      day(number(0..<4), number(4..<6), number(6..<8)),
      hour: number(8..<10),
      minute: number(10..<12),
      second: number(12..<14),
    )
  )
}

/// « 20261025T023000 ».
func text(_ time: CivilDateTime) -> String {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(time.date.year)\(two(time.date.month))\(two(time.date.day))T"
    + two(time.hour) + two(time.minute) + two(time.second)
}

/// A calendar of one event, whose lines are given.
func calendar(_ lines: String...) -> ICSReading {
  ICSReading(
    Array(
      (["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:a"] + lines + [
        "END:VEVENT", "END:VCALENDAR", "",
      ]).joined(separator: "\r\n").utf8
    )
  )
}

extension ICSReading {
  /// The starts and ends of a year, « start/end ».
  func spans(_ year: Int = 2026) throws -> [String] {
    try occurrences(within: day(year, 1, 1)...day(year, 12, 31)).map {
      "\(text($0.start))/\(text($0.end))"
    }
  }

  func starts(_ year: Int = 2026) throws -> [String] {
    try occurrences(within: day(year, 1, 1)...day(year, 12, 31)).map { text($0.start) }
  }
}
