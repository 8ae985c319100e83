internal import CPostgreSQL
public import SQL

extension PostgreSQLConnection {
  @discardableResult
  public func execute(_ statement: SQLText, _ values: [SQLValue]) throws(SQLError) -> Int {
    try perform(statement.text, values).changedRows
  }

  public func query(
    _ statement: SQLText,
    _ values: [SQLValue],
    _ body: (any SQLRow) throws -> Void,
  ) throws {
    let result = try perform(statement.text, values)
    for row in 0..<result.rows { try body(PostgreSQLRow(result, row: row)) }
  }

  public func script(_ text: SQLText) throws(SQLError) {
    try run(text.text)
  }

  /// Adds many rows by COPY in binary: the columns must be `BIGINT`, `TEXT` or `BYTEA`, as each
  /// value is sent in the form of its own type.
  @discardableResult
  public func load(
    into table: SQLText,
    columns: [SQLText],
    _ rows: (any SQLRowWriter) throws -> Void,
  ) throws -> Int {
    let names = columns.map(\.text).joined(separator: ", ")
    try run("COPY \(table.text) (\(names)) FROM STDIN (FORMAT binary)")
    let writer = unsafe PostgreSQLRowWriter(handle, columns: columns.count)
    do {
      try rows(writer)
      try writer.finish()
    } catch {
      _ = try? endCopy("the rows are given up")
      throw error
    }
    return try endCopy(nil)
  }

  /// Ends a COPY, with the reason for giving it up.
  /// - Returns: the number of rows added.
  private func endCopy(_ reason: String?) throws(SQLError) -> Int {
    let ended =
      if let reason { unsafe PQputCopyEnd(handle, reason) } else {
        unsafe PQputCopyEnd(handle, nil)
      }
    guard ended == 1 else { throw failure("", connectionMessage) }
    var outcome: Result<Int, SQLError> = .success(0)
    // Until there is no more result the connection takes no other statement.
    while let pointer = unsafe PQgetResult(handle) {
      do throws(SQLError) {
        let rows = try unsafe check(pointer).changedRows
        if case .success = outcome { outcome = .success(rows) }
      } catch {
        outcome = .failure(error)
      }
    }
    return try outcome.get()
  }
}
