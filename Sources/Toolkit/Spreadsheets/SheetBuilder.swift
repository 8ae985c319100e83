/// What may still be read of a workbook: shared by its parts and sheets.
struct ReadingBudget {
  private(set) var unpacked = 0
  private(set) var cells = 0

  mutating func spend(unpacked count: Int) throws(SpreadsheetError) {
    unpacked += count
    try SpreadsheetLimit.unpackedSize.check(unpacked)
  }

  mutating func spend(cells count: Int) throws(SpreadsheetError) {
    cells += count
    try SpreadsheetLimit.cells.check(cells)
  }
}

/// The rows of a sheet while they are read, in any order, within the limits.
struct SheetBuilder {
  private(set) var rows: [[Cell]] = []
  var budget: ReadingBudget

  /// Sets one cell; an empty one takes no place.
  mutating func set(_ cell: Cell, row: Int, column: Int) throws(SpreadsheetError) {
    guard cell != .empty else { return }
    try SpreadsheetLimit.rows.check(row + 1)
    try SpreadsheetLimit.columns.check(column + 1)
    if case .text(let text) = cell { try Self.check(text) }
    while rows.count <= row { rows.append([]) }
    let growth = column + 1 - rows[row].count
    if growth > 0 {
      try budget.spend(cells: growth)
      for _ in 1..<growth { rows[row].append(.empty) }
      rows[row].append(cell)
    } else {
      rows[row][column] = cell
    }
  }

  /// Adds a whole row after the last one that is set, or at a later place.
  mutating func append(_ cells: [Cell], atRow row: Int) throws(SpreadsheetError) {
    for (column, cell) in cells.enumerated() { try set(cell, row: row, column: column) }
  }

  /// Empties a cell that is hidden under a merged one.
  mutating func clear(row: Int, column: Int) { rows[row][column] = .empty }

  static func check(_ text: String) throws(SpreadsheetError) {
    guard text.utf8.count > SpreadsheetLimit.cellLength.maximum else { return }
    try SpreadsheetLimit.cellLength.check(text.utf16.count)
  }
}
