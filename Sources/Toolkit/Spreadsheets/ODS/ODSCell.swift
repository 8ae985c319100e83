/// A cell as an ODS file writes it.
struct ODSCell {
  let repeats: Int
  private let isCovered: Bool
  private let type: String
  private let value: String?
  private let isError: Bool
  private let hasFormula: Bool
  var paragraphs = ODSParagraphs()

  init(_ attributes: [XMLName: String], repeats: Int, isCovered: Bool) {
    self.repeats = repeats
    self.isCovered = isCovered
    type = attributes[XMLName(.office, "value-type")] ?? ""
    isError = attributes[XMLName(.extended, "value-type")] == "error"
    hasFormula = attributes[XMLName(.table, "formula")] != nil
    value =
      switch type {
      case "string": attributes[XMLName(.office, "string-value")]
      case "boolean": attributes[XMLName(.office, "boolean-value")]
      case "date": attributes[XMLName(.office, "date-value")]
      default: attributes[XMLName(.office, "value")]
      }
  }

  /// What the cell holds; one that a merged cell covers holds nothing.
  func content() throws(SpreadsheetError) -> Cell {
    guard !isCovered else { return .empty }
    let shown = paragraphs.content
    guard !isError else { return .error(shown.isEmpty ? "#VALEUR!" : shown) }
    switch type {
    case "float", "percentage", "currency": return try numeric()
    case "boolean": return .boolean(value == "true")
    case "date": return value.flatMap { Cell(isoDate: $0) } ?? text(shown)
    case "string": return text(value ?? shown)
    case "" where hasFormula && shown.isEmpty: return .uncomputed
    default: return text(shown)
    }
  }

  private func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

  private func numeric() throws(SpreadsheetError) -> Cell {
    guard let value, let digits = DecimalText.normalized(value) else {
      throw SpreadsheetError(.badNumber(String((value ?? paragraphs.content).prefix(40))))
    }
    return .number(digits)
  }
}

/// The text of a cell while it is read: paragraphs, with spaces as the format collapses them.
struct ODSParagraphs {
  private(set) var content = ""
  private var depth = 0
  private var isFirst = true
  /// Whether a space now would follow another, or open a paragraph.
  private var dropsSpace = true
  private var endsWithSpace = false
  private var rubyDepth = 0

  /// Whether what comes is part of the text.
  var isOpen: Bool { depth > 0 && rubyDepth == 0 }

  mutating func start(_ local: String, _ attributes: [XMLName: String]) throws(SpreadsheetError) {
    switch local {
    case "p", "h":
      depth += 1
      guard depth == 1 else { return }
      if !isFirst { content += "\n" }
      isFirst = false
      dropsSpace = true
      endsWithSpace = false
    case "s":
      let count = attributes[XMLName(.text, "c")].flatMap { wholeNumber($0) } ?? 1
      try SpreadsheetLimit.cellLength.check(count)
      try put(String(repeating: " ", count: count))
    case "tab": try put("\t")
    case "line-break": try put("\n")
    case "ruby-text": rubyDepth += 1
    default: break
    }
  }

  mutating func end(_ local: String) {
    switch local {
    case "p", "h":
      depth -= 1
      if depth == 0, endsWithSpace { content.removeLast() }
    case "ruby-text": rubyDepth -= 1
    default: break
    }
  }

  /// Adds written spaces, tabs and line ends, which stay.
  private mutating func put(_ characters: String) throws(SpreadsheetError) {
    guard isOpen else { return }
    content += characters
    dropsSpace = false
    endsWithSpace = false
    try SheetBuilder.check(content)
  }

  /// Adds text, its white space made single.
  mutating func add(_ piece: String) throws(SpreadsheetError) {
    for scalar in piece.unicodeScalars {
      let isSpace = [" ", "\t", "\n", "\r"].contains(scalar)
      if isSpace, dropsSpace { continue }
      content.unicodeScalars.append(isSpace ? " " : scalar)
      dropsSpace = isSpace
      endsWithSpace = isSpace
    }
    try SheetBuilder.check(content)
  }
}
