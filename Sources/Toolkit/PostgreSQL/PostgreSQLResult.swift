internal import CPostgreSQL
internal import SQL

/// What the server answered to one statement, freed with its holder.
@safe
struct PostgreSQLResult: ~Copyable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  deinit { unsafe PQclear(pointer) }

  var status: ExecStatusType { unsafe PQresultStatus(pointer) }

  var rows: Int32 { unsafe PQntuples(pointer) }

  /// The word that names what was done: « COMMIT », « INSERT 0 3 ».
  var command: String { unsafe String(cString: PQcmdStatus(pointer)) }

  /// The number of rows changed; 0 for a query.
  var changedRows: Int {
    guard !command.hasPrefix("SELECT") else { return 0 }
    return unsafe Int(String(cString: PQcmdTuples(pointer))) ?? 0
  }

  /// The state of the standard (five characters), empty where libpq itself failed.
  var state: String { field("C") }

  /// What the server says, but for the values: the detail of a refused row (class 23) shows it whole.
  var message: String {
    let primary = field("M")
    guard !primary.isEmpty else { return unsafe String(cString: PQresultErrorMessage(pointer)) }
    let detail = state.hasPrefix("23") ? "" : field("D")
    return detail.isEmpty ? primary : "\(primary) (\(detail))"
  }

  private func field(_ code: Unicode.Scalar) -> String {
    guard let text = unsafe PQresultErrorField(pointer, Int32(code.value)) else { return "" }
    return unsafe String(cString: text)
  }
}
