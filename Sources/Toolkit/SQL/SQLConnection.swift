/// One connection to a database, used by one thread at a time: it is not `Sendable`.
///
/// Statements are prepared once and kept. After a failure inside a transaction only `rollback` is
/// of use.
public protocol SQLConnection: AnyObject {
  var engine: SQLEngine { get }

  /// Whether the connection is of no more use, so that another must be opened.
  var isLost: Bool { get }

  /// Opens a transaction.
  func begin(_ mode: SQLTransactionMode) throws(SQLError)

  /// Makes the transaction durable: when it returns, the disk has it.
  func commit() throws(SQLError)

  /// Undoes the transaction; does nothing where none is open.
  func rollback()

  /// Runs a statement.
  /// - Returns: the number of rows that it changed.
  @discardableResult
  func execute(_ statement: SQLText, _ values: [SQLValue]) throws(SQLError) -> Int

  /// Runs a query and lends each row in turn; the row is valid inside the closure only. Inside the
  /// closure the connection may run other statements.
  func query(
    _ statement: SQLText,
    _ values: [SQLValue],
    _ body: (any SQLRow) throws -> Void,
  ) throws

  /// Runs several statements separated by semicolons, without values: a migration. All happen or
  /// none where a transaction is open.
  func script(_ text: SQLText) throws(SQLError)

  /// Adds many rows to a table as fast as the engine can, all or none within the transaction:
  /// the closure writes every row in turn, its values in the order of the columns. The result is
  /// the number of rows added.
  @discardableResult
  func load(
    into table: SQLText,
    columns: [SQLText],
    _ rows: (any SQLRowWriter) throws -> Void,
  ) throws -> Int
}

/// Which engine stands behind a connection.
public enum SQLEngine: String, CaseIterable, Sendable {
  case sqlite
  case postgresql
}

/// What a transaction is opened for.
public enum SQLTransactionMode: Sendable {
  /// One consistent picture for all its queries; never blocks a writer, nor waits for one.
  case read
  /// SQLite takes the write lock at once; PostgreSQL sees what others committed, statement by
  /// statement (read committed), since the register locks what it is about to write.
  case write
}

/// One row of a result; columns are counted from 0.
public protocol SQLRow {
  func isNull(_ column: Int) -> Bool
  /// The integer of a column; 0 for null.
  func integer(_ column: Int) -> Int64
  /// The text of a column; empty for null.
  func text(_ column: Int) -> String
  /// The bytes of a column; empty for null.
  func blob(_ column: Int) -> [UInt8]
}

/// Receives rows to load, value by value; `endRow` closes each.
public protocol SQLRowWriter: AnyObject {
  func null()
  func integer(_ value: Int64)
  func text(_ value: String)
  func blob(_ value: [UInt8])
  func endRow() throws(SQLError)
}

extension SQLConnection {
  public var isLost: Bool { false }

  /// Runs a statement without values.
  @discardableResult
  public func execute(_ statement: SQLText) throws(SQLError) -> Int {
    try execute(statement, [])
  }

  /// What a closure makes of each row.
  public func rows<Result>(
    _ statement: SQLText,
    _ values: [SQLValue] = [],
    _ body: (any SQLRow) throws -> Result,
  ) throws -> [Result] {
    var results: [Result] = []
    try query(statement, values) { results.append(try body($0)) }
    return results
  }

  /// What a closure makes of the first row, `nil` where there is none.
  public func first<Result>(
    _ statement: SQLText,
    _ values: [SQLValue] = [],
    _ body: (any SQLRow) throws -> Result,
  ) throws -> Result? {
    var result: Result?
    try query(statement, values) { row in
      if result == nil { result = try body(row) }
    }
    return result
  }

  /// Runs a closure in a transaction: committed when it returns, undone when it throws.
  public func transaction<Result>(
    _ mode: SQLTransactionMode,
    _ body: () throws -> Result,
  ) throws -> Result {
    try begin(mode)
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      rollback()
      throw error
    }
  }
}

extension SQLRow {
  public func optionalInteger(_ column: Int) -> Int64? {
    isNull(column) ? nil : integer(column)
  }

  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
}
