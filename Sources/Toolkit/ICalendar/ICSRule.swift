/// How an event comes again: every so many days or weeks.
public struct ICSRule: Hashable, Sendable {
  /// When it stops.
  enum End: Hashable, Sendable {
    case never
    case count(Int)
    case until(ICSTime)
  }

  var isWeekly = false
  var interval = 1
  var end = End.never
  /// The weekdays when it happens, zero for Monday; none for that of the start, or every day.
  var weekdays: Set<Int> = []
  /// The weekday that opens weeks.
  var weekStart = 0

  /// Reads « FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261220T225959Z ».
  init(_ line: ICSLine) throws(ICSProblem) {
    var seen: Set<String> = []
    for part in line.value.split(separator: ";", omittingEmptySubsequences: false) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, seen.insert(pair[0].uppercased()).inserted else {
        throw line.problem(.malformed("RRULE"))
      }
      try take(pair[0].uppercased(), pair[1], line)
    }
    guard seen.contains("FREQ"), !seen.isSuperset(of: ["COUNT", "UNTIL"]) else {
      throw line.problem(.malformed("RRULE"))
    }
  }

  private mutating func take(
    _ name: String,
    _ value: Substring,
    _ line: ICSLine,
  ) throws(ICSProblem) {
    switch name {
    case "FREQ":
      guard ["DAILY", "WEEKLY"].contains(value.uppercased()) else {
        throw line.problem(.unsupportedRecurrence("FREQ=\(short(value))"))
      }
      isWeekly = value.uppercased() == "WEEKLY"
    case "INTERVAL": interval = try Self.number(value, line)
    case "COUNT": end = .count(try Self.number(value, line))
    case "UNTIL":
      guard let raw = ICSRawTime(value) else { throw line.problem(.malformed("RRULE")) }
      // A far end is none: what is expanded stops before.
      guard raw.date.year <= ParisClock.years.upperBound else { break }
      end = .until(try line.time(of: value))
    case "BYDAY":
      for day in value.split(separator: ",", omittingEmptySubsequences: false) {
        weekdays.insert(try Self.weekday(day, line))
      }
    case "WKST": weekStart = try Self.weekday(value, line)
    default: throw line.problem(.unsupportedRecurrence(short(name)))
    }
  }

  private static func number(_ text: Substring, _ line: ICSLine) throws(ICSProblem) -> Int {
    guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number > 0
    else { throw line.problem(.malformed("RRULE")) }
    return number
  }

  private static func weekday(_ text: Substring, _ line: ICSLine) throws(ICSProblem) -> Int {
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    guard let rank = names.firstIndex(of: text.uppercased()) else {
      let isNumbered = names.contains { text.uppercased().hasSuffix($0) }
      throw line.problem(
        isNumbered ? .unsupportedRecurrence("BYDAY=\(short(text))") : .malformed("RRULE")
      )
    }
    return rank
  }
}
