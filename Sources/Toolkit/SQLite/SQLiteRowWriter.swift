internal import SQL

/// Binds values straight to one insertion, run at the end of each row.
final class SQLiteRowWriter: SQLRowWriter {
  private let statement: SQLiteStatement
  private let columns: Int32
  private var column: Int32 = 0
  private var failure: SQLError?
  private(set) var rows = 0

  init(_ statement: SQLiteStatement, columns: Int) {
    self.statement = statement
    self.columns = Int32(columns)
  }

  func null() { column += 1 }

  func integer(_ value: Int64) {
    keep { index throws(SQLError) in try statement.bind(value, at: index) }
  }

  func text(_ value: String) {
    keep { index throws(SQLError) in try statement.bind(value, at: index) }
  }

  func blob(_ value: [UInt8]) {
    keep { index throws(SQLError) in try statement.bind(value, at: index) }
  }

  func endRow() throws(SQLError) {
    if let failure { throw failure }
    precondition(column == columns, "as many values as columns")
    _ = try statement.step()
    statement.reset()
    statement.inUse = true
    column = 0
    rows += 1
  }

  /// Remembers the first failure until the end of the row.
  private func keep(_ bind: (Int32) throws(SQLError) -> Void) {
    column += 1
    do throws(SQLError) {
      try bind(column)
    } catch {
      failure = failure ?? error
    }
  }
}
