internal import CPostgreSQL
internal import SQL

/// One row of a result, which must outlive it.
@safe
struct PostgreSQLRow: SQLRow {
  private let result: OpaquePointer
  private let row: Int32
  private let isBinary: Bool

  init(_ result: borrowing PostgreSQLResult, row: Int32) {
    unsafe self.result = result.pointer
    self.row = row
    isBinary = unsafe PQbinaryTuples(result.pointer) != 0
  }

  func isNull(_ column: Int) -> Bool {
    unsafe PQgetisnull(result, row, Int32(column)) != 0
  }

  func integer(_ column: Int) -> Int64 {
    let bytes = unsafe bytes(column)
    guard isBinary, type(column).isInteger else { return unsafe Self.number(bytes) }
    guard let first = unsafe bytes.first else { return 0 }
    // Big endian, of one to eight bytes; the first bit is the sign.
    let start = Int64(Int8(bitPattern: first))
    return unsafe bytes.dropFirst().reduce(start) { $0 << 8 | Int64($1) }
  }

  func text(_ column: Int) -> String {
    if isBinary, type(column).isInteger { return isNull(column) ? "" : String(integer(column)) }
    return unsafe String(decoding: bytes(column), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8] {
    let bytes = unsafe bytes(column)
    guard !isBinary, type(column) == .bytea else { return unsafe [UInt8](bytes) }
    return unsafe Self.unescape(bytes)
  }

  private func type(_ column: Int) -> PostgreSQLType {
    unsafe PostgreSQLType(rawValue: PQftype(result, Int32(column)))
  }

  private func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(
      start: PQgetvalue(result, row, Int32(column)),
      count: Int(PQgetlength(result, row, Int32(column))),
    )
  }

  /// A number in digits, or a truth value; 0 for anything else.
  private static func number(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    return Int64(text) ?? (text == "t" ? 1 : 0)
  }

  /// The bytes behind `\x` and two hexadecimal digits each.
  private static func unescape(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    func digit(_ byte: UInt8) -> UInt8 { byte < 0x40 ? byte & 0xF : (byte & 0xF) + 9 }
    return stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      unsafe digit(bytes[index]) << 4 | digit(bytes[index + 1])
    }
  }
}
