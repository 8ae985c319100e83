internal import CSQLite
internal import SQL

/// A prepared statement, finalised with its last reference.
@safe
final class SQLiteStatement {
  let pointer: OpaquePointer
  private let connection: OpaquePointer
  /// Whether its rows are being read: the cache then prepares another one.
  var inUse = false

  init(_ text: String, on connection: OpaquePointer) throws(SQLError) {
    var text = text
    var found: OpaquePointer?
    let code = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe sqlite3_prepare_v3(
          connection,
          characters.baseAddress,
          Int32(characters.count),
          UInt32(SQLITE_PREPARE_PERSISTENT),
          &found,
          nil,
        )
      }
    }
    guard code == SQLITE_OK else { throw unsafe .sqlite(code, of: connection) }
    guard let pointer = unsafe found else { throw SQLError(.other, "an empty statement") }
    unsafe self.pointer = pointer
    unsafe self.connection = connection
  }

  deinit { unsafe sqlite3_finalize(pointer) }

  /// Whether it changes nothing in the file.
  var readsOnly: Bool { unsafe sqlite3_stmt_readonly(pointer) != 0 }

  /// Goes to the next row.
  /// - Returns: `false` after the last one.
  func step() throws(SQLError) -> Bool {
    let code = unsafe sqlite3_step(pointer)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw unsafe .sqlite(code, of: connection)
    }
  }

  /// Makes the statement ready for another run; its error was already given by `step`.
  func reset() {
    unsafe sqlite3_reset(pointer)
    unsafe sqlite3_clear_bindings(pointer)
    inUse = false
  }
}

// MARK: - Values

extension SQLiteStatement {
  func bind(_ values: [SQLValue]) throws(SQLError) {
    for index in values.indices {
      try bind(values[index], at: Int32(index + 1))
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) throws(SQLError) {
    switch value {
    case .null: try check(unsafe sqlite3_bind_null(pointer, index))
    case .integer(let value): try bind(value, at: index)
    case .text(let text): try bind(text, at: index)
    case .blob(let bytes): try bind(bytes, at: index)
    }
  }

  func bind(_ value: Int64, at index: Int32) throws(SQLError) {
    try check(unsafe sqlite3_bind_int64(pointer, index, value))
  }

  func bind(_ text: String, at index: Int32) throws(SQLError) {
    var text = text
    var hasZero = false
    let code = text.withUTF8 { bytes in
      hasZero = unsafe bytes.contains(0)
      // An empty text has no address, which SQLite would take for null.
      guard let base = bytes.baseAddress else {
        return unsafe delibere_sqlite_bind_text(pointer, index, "", 0)
      }
      return unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { base in
        unsafe delibere_sqlite_bind_text(pointer, index, base, UInt64(bytes.count))
      }
    }
    guard !hasZero else { throw .zeroInText }
    try check(code)
  }

  func bind(_ bytes: [UInt8], at index: Int32) throws(SQLError) {
    guard !bytes.isEmpty else {
      return try check(unsafe sqlite3_bind_zeroblob(pointer, index, 0))
    }
    let code = unsafe bytes.withUnsafeBytes { buffer in
      unsafe delibere_sqlite_bind_blob(pointer, index, buffer.baseAddress, UInt64(buffer.count))
    }
    try check(code)
  }

  private func check(_ code: Int32) throws(SQLError) {
    guard code == SQLITE_OK else { throw unsafe .sqlite(code, of: connection) }
  }
}
