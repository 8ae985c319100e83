/// Reads the tables of `content.xml`.
final class ODSContentHandler: XMLHandler {
  private(set) var sheets: [Sheet] = []
  private(set) var currentSheet: String?
  private var budget: ReadingBudget
  private var builder: SheetBuilder
  private var isSheetHidden = false
  /// The styles of tables that hide them, and the style being read.
  private var hidingStyles: Set<String> = []
  private var tableStyle: String?
  /// How many elements deep in what is no part of the cells: comments, drawings.
  private var skipped = 0
  private var row = 0
  private var rowRepeats = 1
  private var column = 0
  private var rowCells: [Cell] = []
  private var cell: ODSCell?

  init(_ budget: ReadingBudget) {
    self.budget = budget
    builder = SheetBuilder(budget: budget)
  }

  var wantsText: Bool { skipped == 0 && cell?.paragraphs.isOpen == true }

  func start(_ name: XMLName, _ attributes: [XMLName: String]) throws(SpreadsheetError) {
    if skipped > 0 || isOutside(name) {
      skipped += 1
    } else if name.namespace == .table {
      try startTable(name.local, attributes)
    } else if name.namespace == .style {
      startStyle(name.local, attributes)
    } else if name.namespace == .text {
      try cell?.paragraphs.start(name.local, attributes)
    }
  }

  func text(_ piece: String) throws(SpreadsheetError) { try cell?.paragraphs.add(piece) }

  func end(_ name: XMLName) throws(SpreadsheetError) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    if name.namespace == .text { cell?.paragraphs.end(name.local) }
    guard name.namespace == .table else { return }
    switch name.local {
    case "table-cell", "covered-table-cell": try endCell()
    case "table-row": try endRow()
    case "table": endSheet()
    default: break
    }
  }

  /// Whether an element holds nothing that a cell shows; a table within a cell is not read either.
  private func isOutside(_ name: XMLName) -> Bool {
    switch name.namespace {
    case .drawing, .presentation, .form: true
    case .office: name.local == "annotation" || name.local == "forms"
    case .table:
      name.local == "shapes" || name.local == "tracked-changes"
        || (name.local == "table" && currentSheet != nil)
    case .none, .spreadsheet, .relationshipReference, .relationships, .text, .style, .extended,
      .manifest, .other:
      false
    }
  }
}

// MARK: - Sheets, rows and cells

extension ODSContentHandler {
  private func startStyle(_ local: String, _ attributes: [XMLName: String]) {
    if local == "style" {
      let isTable = attributes[XMLName(.style, "family")] == "table"
      tableStyle = isTable ? attributes[XMLName(.style, "name")] : nil
    } else if local == "table-properties", let tableStyle,
      attributes[XMLName(.table, "display")] == "false",
      hidingStyles.count < SpreadsheetLimit.cellFormats.maximum
    {
      hidingStyles.insert(tableStyle)
    }
  }

  private func startTable(
    _ local: String,
    _ attributes: [XMLName: String],
  ) throws(SpreadsheetError) {
    switch local {
    case "table":
      try SpreadsheetLimit.sheets.check(sheets.count + 1)
      currentSheet = attributes[XMLName(.table, "name")] ?? ""
      isSheetHidden = hidingStyles.contains(attributes[XMLName(.table, "style-name")] ?? "")
      builder = SheetBuilder(budget: budget)
      row = 0
    case "table-row":
      rowRepeats = Self.repeats(attributes[XMLName(.table, "number-rows-repeated")])
      column = 0
      rowCells.removeAll(keepingCapacity: true)
    case "table-cell", "covered-table-cell":
      guard currentSheet != nil else { return }
      let repeats = Self.repeats(attributes[XMLName(.table, "number-columns-repeated")])
      cell = ODSCell(attributes, repeats: repeats, isCovered: local == "covered-table-cell")
    default: break
    }
  }

  /// A count from 1, bounded: beyond all limits only blanks are repeated.
  private static func repeats(_ text: String?) -> Int {
    min(max(text.flatMap { wholeNumber($0) } ?? 1, 1), 1 << 24)
  }

  private func endCell() throws(SpreadsheetError) {
    guard let read = cell else { return }
    cell = nil
    defer { column = min(column + read.repeats, 1 << 24) }
    do throws(SpreadsheetError) {
      let content = try read.content()
      guard content != .empty else { return }
      try SpreadsheetLimit.columns.check(column + read.repeats)
      while rowCells.count < column { rowCells.append(.empty) }
      for _ in 0..<read.repeats { rowCells.append(content) }
    } catch {
      var placed = error
      placed.cell = CellReference(row: row, column: column)
      throw placed
    }
  }

  private func endRow() throws(SpreadsheetError) {
    defer { row = min(row + rowRepeats, 1 << 24) }
    guard !rowCells.isEmpty, currentSheet != nil else { return }
    try SpreadsheetLimit.rows.check(row + rowRepeats)
    try SpreadsheetLimit.cells.check(builder.budget.cells + rowCells.count * rowRepeats)
    for repeated in row..<row + rowRepeats { try builder.append(rowCells, atRow: repeated) }
  }

  private func endSheet() {
    guard let name = currentSheet else { return }
    sheets.append(Sheet(name: name, isHidden: isSheetHidden, rows: builder.rows))
    budget = builder.budget
    currentSheet = nil
  }
}
