internal import CPostgreSQL
internal import Glibc
internal import SQL

/// How a connection is opened, and why it could not be.
enum PostgreSQLConnecting {
  /// What a connection has unless its text says otherwise: a dead server is noticed in a minute.
  private static let defaults: KeyValuePairs = [
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
  ]

  static func connect(_ conninfo: String) throws(SQLError) -> OpaquePointer {
    let password = try password(in: conninfo)
    var words = defaults.map { (key: $0.key, value: $0.value) }
    // The last of two words wins.
    words.append((key: "dbname", value: conninfo))
    words.append((key: "client_encoding", value: "UTF8"))
    guard let handle = unsafe open(words) else { throw SQLError(.other, "no memory") }
    if unsafe PQstatus(handle) == CONNECTION_OK { return unsafe handle }
    let error = unsafe failure(handle, hiding: password)
    if unsafe PQstatus(handle) == CONNECTION_OK { return unsafe handle }
    unsafe PQfinish(handle)
    throw error
  }

  private static func open(_ words: [(key: String, value: String)]) -> OpaquePointer? {
    let keys = unsafe words.map { unsafe UnsafePointer(strdup($0.key)) } + [nil]
    let values = unsafe words.map { unsafe UnsafePointer(strdup($0.value)) } + [nil]
    defer {
      for index in words.indices {
        unsafe free(UnsafeMutablePointer(mutating: keys[index]))
        unsafe free(UnsafeMutablePointer(mutating: values[index]))
      }
    }
    return unsafe PQconnectdbParams(keys, values, 1)
  }

  /// Why a connection failed.
  ///
  /// libpq keeps the state of an error to itself unless it was asked for
  /// before: where a server answered, the attempt is made once more with states.
  private static func failure(_ handle: OpaquePointer, hiding password: String?) -> SQLError {
    if unsafe PQconnectionNeedsPassword(handle) != 0 {
      return SQLError(.authentication, "no password supplied")
    }
    if unsafe String(cString: PQerrorMessage(handle)).contains("FATAL") {
      unsafe PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
      unsafe PQreset(handle)
      unsafe PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
    }
    let message = unsafe hide(password, in: String(cString: PQerrorMessage(handle)))
    guard let state = state(in: message) else { return SQLError(.unreachable, message) }
    let error = SQLError.postgreSQL(state, message, committing: false)
    return error.cause == .authentication ? error : SQLError(.unreachable, error.detail)
  }

  /// The state in « FATAL:  28P01: … ».
  private static func state(in message: String) -> String? {
    guard let fatal = message.split(separator: "FATAL:").dropFirst().first else { return nil }
    let word = fatal.drop { $0 == " " }.prefix { $0 != ":" }
    return word.utf8.count == 5 ? String(word) : nil
  }

  /// The password that the text or the environment gives.
  private static func password(in conninfo: String) throws(SQLError) -> String? {
    guard !conninfo.utf8.contains(0) else { throw .zeroInText }
    // The message of libpq would quote the text, hence maybe the password.
    guard let options = unsafe PQconninfoParse(conninfo, nil) else {
      throw SQLError(.unreachable, "the connection string cannot be read")
    }
    defer { unsafe PQconninfoFree(options) }
    var option = unsafe options
    while let keyword = unsafe option.pointee.keyword {
      if unsafe String(cString: keyword) == "password", let value = unsafe option.pointee.val {
        return unsafe String(cString: value)
      }
      unsafe option += 1
    }
    return unsafe getenv("PGPASSWORD").map { unsafe String(cString: $0) }
  }

  private static func hide(_ password: String?, in message: String) -> String {
    guard let password, !password.isEmpty else { return message }
    return message.split(separator: password, omittingEmptySubsequences: false)
      .joined(separator: "…")
  }
}
