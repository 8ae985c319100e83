/// Reads the cells of one XLSX sheet.
final class XLSXSheetHandler: XMLHandler {
  private let context: XLSXContext
  private(set) var builder: SheetBuilder
  private var row = -1
  private var column = -1
  private var cell: XLSXCell?
  private var isInValue = false
  private var mergedCount = 0
  /// How many cells may still be looked at to empty what merged cells hide.
  private var clearings = SpreadsheetLimit.cells.maximum

  init(_ context: XLSXContext, _ budget: ReadingBudget) {
    self.context = context
    builder = SheetBuilder(budget: budget)
  }

  var wantsText: Bool { isInValue || cell?.inline.isOpen == true }

  func start(_ name: XMLName, _ attributes: [XMLName: String]) throws(SpreadsheetError) {
    guard name.namespace == .spreadsheet else { return }
    cell?.inline.start(name)
    switch name.local {
    case "row": try startRow(attributes[XMLName(.none, "r")])
    case "c": try startCell(attributes)
    case "v":
      isInValue = cell != nil
      cell?.hasValue = true
    case "f": cell?.hasFormula = true
    case "mergeCell": try merge(attributes[XMLName(.none, "ref")] ?? "")
    default: break
    }
  }

  func text(_ piece: String) throws(SpreadsheetError) {
    guard isInValue else {
      try cell?.inline.add(piece)
      return
    }
    cell?.value += piece
    try SheetBuilder.check(cell?.value ?? "")
  }

  func end(_ name: XMLName) throws(SpreadsheetError) {
    guard name.namespace == .spreadsheet else { return }
    cell?.inline.end(name)
    if name.local == "v" { isInValue = false }
    guard name.local == "c", let read = cell else { return }
    cell = nil
    do throws(SpreadsheetError) {
      try builder.set(try read.content(context), row: row, column: column)
    } catch {
      var placed = error
      placed.cell = CellReference(row: row, column: column)
      throw placed
    }
  }
}

// MARK: - Places

extension XLSXSheetHandler {
  private func startRow(_ reference: String?) throws(SpreadsheetError) {
    column = -1
    guard let reference else {
      row += 1
      return
    }
    guard let figure = wholeNumber(reference), (1...9_999_999).contains(figure) else {
      throw SpreadsheetError(.badReference(String(reference.prefix(40))))
    }
    row = figure - 1
  }

  private func startCell(_ attributes: [XMLName: String]) throws(SpreadsheetError) {
    if let reference = attributes[XMLName(.none, "r")] {
      guard let place = CellReference(reference) else {
        throw SpreadsheetError(.badReference(String(reference.prefix(40))))
      }
      (row, column) = (place.row, place.column)
    } else {
      (row, column) = (max(row, 0), column + 1)
    }
    var started = XLSXCell(type: attributes[XMLName(.none, "t")] ?? "n")
    if let style = attributes[XMLName(.none, "s")].flatMap({ wholeNumber($0) }),
      context.formats.indices.contains(style)
    {
      started.format = context.formats[style]
    }
    cell = started
  }

  /// Empties the cells of a merged range but the first, which alone is seen.
  private func merge(_ range: String) throws(SpreadsheetError) {
    mergedCount += 1
    try SpreadsheetLimit.mergedRanges.check(mergedCount)
    let corners = range.split(separator: ":")
    guard corners.count == 2, let first = CellReference(corners[0]),
      let last = CellReference(corners[1]), first.row <= last.row, first.column <= last.column
    else { return }
    for row in first.row..<max(first.row, min(last.row + 1, builder.rows.count)) {
      let columns =
        first.column..<max(first.column, min(last.column + 1, builder.rows[row].count))
      clearings -= columns.count + 1
      guard clearings > 0 else { throw SpreadsheetError(.limit(.mergedRanges)) }
      for column in columns where (row, column) != (first.row, first.column) {
        builder.clear(row: row, column: column)
      }
    }
  }
}
