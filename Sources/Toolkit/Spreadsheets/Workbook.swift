/// The sheets of a file, as a person would see them in a spreadsheet program.
public struct Workbook: Hashable, Sendable {
  /// In the order of the tabs; never none when read from a file.
  public let sheets: [Sheet]

  public init(sheets: [Sheet]) {
    self.sheets = sheets
  }

  /// The sheets that a person sees without asking for the hidden ones.
  public var visibleSheets: [Sheet] { sheets.filter { !$0.isHidden } }
}

/// One sheet: its rows from the first, each up to its last cell that holds something.
public struct Sheet: Hashable, Sendable {
  public let name: String
  public let isHidden: Bool
  public let rows: [[Cell]]

  public init(name: String, isHidden: Bool = false, rows: [[Cell]]) {
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
  }

  /// The cell at a row and a column counted from 0; empty outside of what is written.
  public subscript(row: Int, column: Int) -> Cell {
    guard rows.indices.contains(row), rows[row].indices.contains(column) else { return .empty }
    return rows[row][column]
  }

  public subscript(reference: CellReference) -> Cell { self[reference.row, reference.column] }
}
