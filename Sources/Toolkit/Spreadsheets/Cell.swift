/// What a cell holds.
public enum Cell: Hashable, Sendable {
  case empty
  case text(String)
  /// A decimal number as a person sees it, with a point: « 12.5 ».
  case number(String)
  case boolean(Bool)
  case date(SpreadsheetDate)
  /// A day and the minutes since its midnight, 0 to 1439.
  case dateTime(SpreadsheetDate, minute: Int)
  /// What the program shows in place of a result: « #REF! ».
  case error(String)

  /// What stands for the result of a formula that no program has computed yet.
  public static let uncomputed = Cell.error("formule non calculée")

  /// Whether nothing is written, or only white space.
  public var isBlank: Bool {
    switch self {
    case .empty: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .number, .boolean, .date, .dateTime, .error: false
    }
  }

  /// What a French user sees: decimal comma, « 12/05/2026 », « VRAI »; empty for nothing.
  public var displayed: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let digits): String(digits.map { $0 == "." ? "," : $0 })
    case .boolean(let value): value ? "VRAI" : "FAUX"
    case .date(let date): date.displayed
    case .dateTime(let date, let minute): date.displayed + " " + clock(minute)
    case .error(let text): text
    }
  }
}

/// « 08:05 ».
func clock(_ minute: Int) -> String { twoDigits(minute / 60) + ":" + twoDigits(minute % 60) }

func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
