internal import CPostgreSQL
public import SQL

/// A connection to a PostgreSQL server.
///
/// The rows of a result are held in memory until the last has been lent.
@safe
public final class PostgreSQLConnection: SQLConnection {
  let handle: OpaquePointer
  private var statements: [String: PostgreSQLStatement] = [:]
  private var statementNumber = 0

  public var engine: SQLEngine { .postgresql }

  /// Connects to a server.
  /// - Parameter conninfo: words of libpq (`host=… dbname=…`) or a `postgresql://` address; a
  ///   password not given there comes from `PGPASSWORD` or `~/.pgpass`.
  /// - Throws: `unreachable` or `authentication`.
  public init(_ conninfo: String) throws(SQLError) {
    unsafe handle = try PostgreSQLConnecting.connect(conninfo)
    unsafe delibere_pq_silence(handle)
    try run("SET timezone = 'UTC'; SET client_min_messages = warning")
  }

  deinit { unsafe PQfinish(handle) }

  public var isLost: Bool { unsafe PQstatus(handle) != CONNECTION_OK }
}

// MARK: - Transactions

extension PostgreSQLConnection {
  public func begin(_ mode: SQLTransactionMode) throws(SQLError) {
    switch mode {
    // The picture is the one of the first query: take it in the same message.
    case .read: try run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1")
    case .write: try run("BEGIN ISOLATION LEVEL READ COMMITTED")
    }
  }

  public func commit() throws(SQLError) {
    let result = try unsafe check(PQexec(handle, "COMMIT"), committing: true)
    // A transaction that has failed is undone without a word.
    guard result.command == "COMMIT" else { throw .aborted }
  }

  public func rollback() {
    guard isInTransaction else { return }
    unsafe PQclear(PQexec(handle, "ROLLBACK"))
  }

  var isInTransaction: Bool {
    switch unsafe PQtransactionStatus(handle) {
    case PQTRANS_ACTIVE, PQTRANS_INTRANS, PQTRANS_INERROR: true
    default: false
    }
  }
}

// MARK: - Results

extension PostgreSQLConnection {
  /// Runs text without values by the simple protocol.
  func run(_ text: String) throws(SQLError) {
    guard !text.utf8.contains(0) else { throw .zeroInText }
    _ = try unsafe check(PQexec(handle, text))
  }

  /// Takes a result over, or throws the error it holds.
  func check(
    _ pointer: OpaquePointer?,
    committing: Bool = false,
  ) throws(SQLError) -> PostgreSQLResult {
    guard let result = unsafe PostgreSQLResult(pointer) else {
      throw failure("", connectionMessage, committing: committing)
    }
    switch result.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_EMPTY_QUERY: return result
    default: throw failure(result.state, result.message, committing: committing)
    }
  }

  var connectionMessage: String { unsafe String(cString: PQerrorMessage(handle)) }

  /// The error of a state, unless the connection was lost meanwhile: then that is the error.
  func failure(_ state: String, _ message: String, committing: Bool = false) -> SQLError {
    guard !isLost else { return SQLError(.lost(duringCommit: committing), message) }
    return .postgreSQL(state, message, committing: committing)
  }
}

// MARK: - Prepared statements

extension PostgreSQLConnection {
  private static let keptStatements = 256

  /// Runs a statement by its prepared form.
  func perform(_ text: String, _ values: [SQLValue]) throws(SQLError) -> PostgreSQLResult {
    let values = try PostgreSQLValues(values)
    let wasInTransaction = isInTransaction
    do throws(SQLError) {
      return try perform(text, values)
    } catch {
      // 0A000: its result changed with the schema; 26000: the server has forgotten it.
      guard error.detail.hasPrefix("PostgreSQL 0A000") || error.detail.hasPrefix("PostgreSQL 26000")
      else { throw error }
      statements[text] = nil
      guard !wasInTransaction else { throw error }
      return try perform(text, values)
    }
  }

  private func perform(
    _ text: String,
    _ values: PostgreSQLValues,
  ) throws(SQLError) -> PostgreSQLResult {
    let statement = try statement(text)
    let format: Int32 = statement.givesBinary ? 1 : 0
    let result = unsafe values.withPointers { count, addresses, lengths, formats in
      unsafe PQexecPrepared(handle, statement.name, count, addresses, lengths, formats, format)
    }
    return try unsafe check(result)
  }

  private func statement(_ text: String) throws(SQLError) -> PostgreSQLStatement {
    if let kept = statements[text] { return kept }
    guard !text.utf8.contains(0) else { throw .zeroInText }
    if statements.count >= Self.keptStatements { try forgetStatements() }
    statementNumber += 1
    let name = "s\(statementNumber)"
    let translated = PostgreSQLStatement.translate(text)
    _ = try unsafe check(PQprepare(handle, name, translated, 0, nil))
    let description = try unsafe check(PQdescribePrepared(handle, name))
    let columns = unsafe PQnfields(description.pointer)
    let isBinary = (0..<columns).allSatisfy {
      unsafe PostgreSQLType(rawValue: PQftype(description.pointer, $0)).isReadInBinary
    }
    let statement = PostgreSQLStatement(name: name, givesBinary: isBinary)
    statements[text] = statement
    return statement
  }

  private func forgetStatements() throws(SQLError) {
    try run("DEALLOCATE ALL")
    statements = [:]
  }
}
