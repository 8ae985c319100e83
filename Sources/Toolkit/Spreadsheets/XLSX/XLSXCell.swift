/// A cell as an XLSX file writes it.
struct XLSXCell {
  let type: String
  var format = NumberFormatKind.number
  var hasFormula = false
  var hasValue = false
  var value = ""
  var inline = XLSXText()

  init(type: String) {
    self.type = type
  }

  /// What the cell holds; the last result of a formula stands for it.
  func content(_ context: XLSXContext) throws(SpreadsheetError) -> Cell {
    if type == "inlineStr" { return text(inline.plain) }
    guard hasValue else { return hasFormula && type != "str" ? .uncomputed : .empty }
    switch type {
    case "s": return text(try shared(context))
    case "str": return text(XLSXText.plain(value))
    case "b": return .boolean(value == "1" || value == "true")
    case "e": return .error(value)
    case "d": return isoDate() ?? text(value)
    default:
      // Some programs write a formula with an empty value until it is computed.
      guard !value.isEmpty else { return hasFormula ? .uncomputed : .empty }
      guard let digits = DecimalText.normalized(value) else {
        throw SpreadsheetError(.badNumber(String(value.prefix(40))))
      }
      return SerialDate.cell(digits, format, from1904: context.usesDates1904)
    }
  }

  private func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

  private func shared(_ context: XLSXContext) throws(SpreadsheetError) -> String {
    guard let index = wholeNumber(value), context.sharedTexts.indices.contains(index) else {
      throw SpreadsheetError(.badSharedText(String(value.prefix(40))))
    }
    return context.sharedTexts[index]
  }

  private func isoDate() -> Cell? { Cell(isoDate: value, alwaysDay: format == .date) }
}

extension Cell {
  /// Reads « 2026-05-12 » or « 2026-05-12T08:30:00 »; midnight is a day when asked for.
  init?(isoDate text: some StringProtocol, alwaysDay: Bool = false) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let date = SpreadsheetDate(iso: parts[0]) else {
      return nil
    }
    guard parts.count == 2 else {
      self = .date(date)
      return
    }
    let clock = parts[1].split(separator: ":").prefix(2).compactMap { wholeNumber($0) }
    guard clock.count == 2, (0...23).contains(clock[0]), (0...59).contains(clock[1]) else {
      return nil
    }
    let minute = clock[0] * 60 + clock[1]
    self = alwaysDay && minute == 0 ? .date(date) : .dateTime(date, minute: minute)
  }
}
