internal import CSQLite
public import SQL

/// A connection to one SQLite file, in WAL mode, whose commits reach the disk.
@safe
public final class SQLiteConnection: SQLConnection {
  /// What the file is opened for.
  public enum Mode: Hashable, Sendable {
    case readWriteCreate
    case readWrite
    case readOnly
  }

  let handle: OpaquePointer
  private var statements: [String: SQLiteStatement] = [:]
  private var mode: SQLTransactionMode?
  /// A statement failed in the transaction: like PostgreSQL, only its end is then accepted.
  private var hasFailed = false

  public var engine: SQLEngine { .sqlite }

  /// Opens a file.
  /// - Parameters:
  ///   - path: the file.
  ///   - mode: what it is opened for; only `readWriteCreate` makes a file.
  ///   - busyMilliseconds: how long to wait for the writer who holds the lock.
  /// - Throws: `unreachable`, `readOnly` or `corrupt`, for a file that cannot serve.
  public init(
    path: String,
    mode: Mode = .readWriteCreate,
    busyMilliseconds: Int32 = 5_000,
  ) throws(SQLError) {
    unsafe handle = try Self.open(path, mode)
    unsafe sqlite3_busy_timeout(handle, busyMilliseconds)
    try configure(mode)
  }

  deinit {
    statements = [:]
    unsafe sqlite3_close_v2(handle)
  }

  private static func open(_ path: String, _ mode: Mode) throws(SQLError) -> OpaquePointer {
    guard !path.utf8.contains(0) else { throw .zeroInText }
    let access =
      switch mode {
      case .readWriteCreate: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .readWrite: SQLITE_OPEN_READWRITE
      case .readOnly: SQLITE_OPEN_READONLY
      }
    var opened: OpaquePointer?
    // One thread at a time: SQLite needs no lock of its own. EXRESCODE gives extended codes.
    let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    if code == SQLITE_OK, let opened = unsafe opened { return unsafe opened }
    let error = unsafe SQLError.sqlite(code, of: opened)
    unsafe sqlite3_close_v2(opened)
    throw error
  }

  private func configure(_ mode: Mode) throws(SQLError) {
    guard unsafe delibere_sqlite_harden(handle) == SQLITE_OK else {
      throw SQLError(.other, "SQLite \(SQLITE_VERSION) lacks a protection")
    }
    // The file is first read here, so that one which is not a database is refused at once.
    try run("PRAGMA schema_version")
    if mode != .readOnly {
      guard !readsOnly else {
        throw SQLError(.readOnly, "the file or its folder may only be read")
      }
      try run("PRAGMA journal_mode = WAL")
      // What is erased is overwritten, not only forgotten.
      try run("PRAGMA secure_delete = ON")
    }
    try run("PRAGMA synchronous = FULL")
    try run("PRAGMA foreign_keys = ON")
    try run("PRAGMA cell_size_check = ON")
    try run("PRAGMA mmap_size = 67108864")
  }

  private var readsOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") != 0 }

  /// Changes whenever another connection has changed the file.
  public var dataVersion: Int64 {
    get throws(SQLError) {
      let statement = try statement("PRAGMA data_version")
      defer { statement.reset() }
      return try statement.step() ? SQLiteRow(statement).integer(0) : 0
    }
  }
}

// MARK: - Transactions

extension SQLiteConnection {
  public func begin(_ mode: SQLTransactionMode) throws(SQLError) {
    switch mode {
    case .write:
      // SQLite would say so at the first change only.
      guard !readsOnly else { throw SQLError(.readOnly, "the connection only reads") }
      try run("BEGIN IMMEDIATE")
    case .read:
      try run("BEGIN DEFERRED")
      do throws(SQLError) {
        // The picture is the one of the first read: take it now.
        try run("SELECT 1 FROM sqlite_schema LIMIT 1")
      } catch {
        rollback()
        throw error
      }
    }
    self.mode = mode
    hasFailed = false
  }

  public func commit() throws(SQLError) {
    guard !hasFailed else { throw .aborted }
    try run("COMMIT")
    mode = nil
  }

  public func rollback() {
    // After some errors SQLite has already undone everything.
    if isInTransaction { try? run("ROLLBACK") }
    mode = nil
    hasFailed = false
  }

  var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }
}

// MARK: - Statements

extension SQLiteConnection {
  private static let keptStatements = 256

  /// The prepared statement of a text, marked as in use: `reset` frees it.
  func statement(_ text: String) throws(SQLError) -> SQLiteStatement {
    let found: SQLiteStatement
    if let kept = statements[text], !kept.inUse {
      found = kept
    } else {
      found = try unsafe SQLiteStatement(text, on: handle)
      if statements.count >= Self.keptStatements { statements = [:] }
      if statements[text] == nil { statements[text] = found }
    }
    found.inUse = true
    return found
  }

  /// Runs a statement of our own to its end.
  func run(_ text: String) throws(SQLError) {
    let statement = try statement(text)
    defer { statement.reset() }
    while try statement.step() {}
  }

  /// Prepares a caller’s statement and binds its values, where the transaction allows it.
  func prepare(_ text: String, _ values: [SQLValue]) throws(SQLError) -> SQLiteStatement {
    try allow(writing: false)
    let statement = try statement(text)
    do throws(SQLError) {
      if !statement.readsOnly { try allow(writing: true) }
      try statement.bind(values)
    } catch {
      statement.reset()
      throw error
    }
    return statement
  }

  /// Refuses what PostgreSQL would: anything after a failure, a change while reading.
  func allow(writing: Bool) throws(SQLError) {
    if hasFailed { throw .aborted }
    if writing, mode == .read { throw SQLError(.readOnly, "the transaction only reads") }
  }

  /// Runs a closure, whose failure spoils the transaction that is open.
  func spoiling<Result>(
    _ body: () throws(SQLError) -> Result
  ) throws(SQLError) -> Result {
    do throws(SQLError) {
      return try body()
    } catch {
      spoil()
      throw error
    }
  }

  func spoil() { hasFailed = mode != nil }
}
