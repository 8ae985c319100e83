internal import CSQLite
public import SQL

extension SQLiteConnection {
  @discardableResult
  public func execute(_ statement: SQLText, _ values: [SQLValue]) throws(SQLError) -> Int {
    try spoiling { () throws(SQLError) in
      let prepared = try prepare(statement.text, values)
      defer { prepared.reset() }
      let before = unsafe sqlite3_total_changes64(handle)
      while try prepared.step() {}
      // What changes no row leaves the count of the statement before.
      let after = unsafe sqlite3_total_changes64(handle)
      return after == before ? 0 : Int(unsafe sqlite3_changes64(handle))
    }
  }

  public func query(
    _ statement: SQLText,
    _ values: [SQLValue],
    _ body: (any SQLRow) throws -> Void,
  ) throws {
    let prepared = try spoiling { () throws(SQLError) in try prepare(statement.text, values) }
    defer { prepared.reset() }
    let row = SQLiteRow(prepared)
    while try spoiling({ () throws(SQLError) in try prepared.step() }) {
      try body(row)
    }
  }

  public func script(_ text: SQLText) throws(SQLError) {
    try spoiling { () throws(SQLError) in
      try allow(writing: true)
      guard !text.text.utf8.contains(0) else { throw .zeroInText }
      let code = unsafe sqlite3_exec(handle, text.text, nil, nil, nil)
      guard code == SQLITE_OK else { throw unsafe .sqlite(code, of: handle) }
    }
  }

  @discardableResult
  public func load(
    into table: SQLText,
    columns: [SQLText],
    _ rows: (any SQLRowWriter) throws -> Void,
  ) throws -> Int {
    // One row at a time would otherwise be one commit each.
    guard isInTransaction else {
      return try transaction(.write) { try load(into: table, columns: columns, rows) }
    }
    let names = columns.map(\.text).joined(separator: ", ")
    let places = (1...columns.count).map { "?\($0)" }.joined(separator: ", ")
    do {
      let insertion = try prepare("INSERT INTO \(table.text) (\(names)) VALUES (\(places))", [])
      defer { insertion.reset() }
      let writer = SQLiteRowWriter(insertion, columns: columns.count)
      try rows(writer)
      return writer.rows
    } catch {
      spoil()
      throw error
    }
  }
}
