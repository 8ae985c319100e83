/// Writes rows as CSV: UTF-8, LF, quotes where a cell needs them.
public struct CSVWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let separator: UInt8
  private let guardsFormulas: Bool
  private var hasHeading = false

  /// - Parameters:
  ///   - separator: `;`, `,` or a tab: what a reader looks for in the heading.
  ///   - byteOrderMark: starts the file with the mark by which spreadsheets know UTF-8.
  ///   - guardsFormulas: writes texts that a spreadsheet would compute as `CSVFormula.guarded` does.
  public init(
    separator: Unicode.Scalar = ";",
    byteOrderMark: Bool = false,
    guardsFormulas: Bool = true,
  ) {
    precondition([";", ",", "\t"].contains(separator), "no reader would find this separator")
    self.separator = UInt8(ascii: separator)
    self.guardsFormulas = guardsFormulas
    if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  /// Adds a row, the heading first.
  ///
  /// Every separator is quoted in the heading, and in rows of one cell, where readers find none.
  public mutating func add(_ cells: [String]) {
    let hidesSeparators = !hasHeading || cells.count == 1
    let special: [UInt8] =
      [.quote, .lineFeed, .carriageReturn, separator]
      + (hidesSeparators ? [.semicolon, .comma, .tab] : [])
    hasHeading = true
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator) }
      // A row of one empty cell would be a blank line, which readers pass over.
      let text = guardsFormulas ? CSVFormula.guarded(cell) : cell
      write(text, quoted: cells == [""] || text.utf8.contains(where: special.contains))
    }
    bytes.append(.lineFeed)
  }

  private mutating func write(_ cell: String, quoted: Bool) {
    guard quoted else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(.quote)
    for byte in cell.utf8 {
      if byte == .quote { bytes.append(.quote) }
      bytes.append(byte)
    }
    bytes.append(.quote)
  }
}

/// What keeps a spreadsheet from taking a text for a formula: an apostrophe before it.
///
/// A text that starts with `=`, `+`, `-`, `@`, a tab or a carriage return is guarded, unless it is
/// a number. So is a text that looks guarded already: `unguarded` gives back exactly what it was.
public enum CSVFormula {
  /// The text with its guard, if it needs one.
  public static func guarded(_ text: String) -> String { isGuardable(text) ? "'" + text : text }

  /// The text without its guard, if it has one.
  public static func unguarded(_ text: String) -> String {
    guard text.utf8.first == apostrophe, isGuardable(text) else { return text }
    return String(Substring(text.utf8.dropFirst()))
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isGuardable(_ text: String) -> Bool {
    let rest = text.utf8.drop { $0 == apostrophe }
    switch rest.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), .tab, .carriageReturn: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isUnsignedNumber(rest.dropFirst())
    default: return false
    }
  }

  /// Digits, with a decimal comma or point at most.
  private static func isUnsignedNumber(_ text: some Sequence<UInt8>) -> Bool {
    let parts = Array(text).split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == .comma || $0 == UInt8(ascii: ".")
    }
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }
}
