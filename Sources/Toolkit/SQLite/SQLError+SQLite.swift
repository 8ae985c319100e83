internal import CSQLite
internal import SQL

extension SQLError {
  /// The error that a connection keeps from its last call.
  static func sqlite(_ code: Int32, of connection: OpaquePointer?) -> SQLError {
    guard let connection = unsafe connection else { return .sqlite(code) }
    let message = unsafe String(cString: sqlite3_errmsg(connection))
    let extended = unsafe sqlite3_extended_errcode(connection)
    // A misuse leaves the code of an older call behind.
    return .sqlite(extended & 0xFF == code & 0xFF ? extended : code, message)
  }

  /// The error of a code (extended or not), with the general message of SQLite.
  static func sqlite(_ code: Int32, _ message: String? = nil) -> SQLError {
    let text = unsafe message ?? String(cString: sqlite3_errstr(code))
    return SQLError(cause(code), "SQLite \(code): \(text)")
  }

  private static func cause(_ code: Int32) -> Cause {
    switch code & 0xFF {
    case SQLITE_FULL: .full
    case SQLITE_READONLY: .readOnly
    case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .unreachable
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_IOERR: .io
    case SQLITE_CONSTRAINT: .constraint(constraint(code >> 8))
    default: .other
    }
  }

  /// The kind of a constraint, by the upper bits of its extended code (the macros are casts).
  private static func constraint(_ kind: Int32) -> Constraint {
    switch kind {
    case 1: .check
    case 3: .foreignKey
    case 5: .notNull
    case 6, 8, 10: .unique
    default: .other
    }
  }
}
