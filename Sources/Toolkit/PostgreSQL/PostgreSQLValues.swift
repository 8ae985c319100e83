internal import SQL

/// The values of one statement as libpq takes them: bytes in binary, the rest as text.
struct PostgreSQLValues {
  private var bytes: [UInt8] = []
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  init(_ values: [SQLValue]) throws(SQLError) {
    guard values.count <= Int(UInt16.max) else { throw SQLError(.other, "too many values") }
    for value in values {
      switch value {
      case .null: append(nil, binary: false)
      case .integer(let value): append(Array(String(value).utf8), binary: false)
      case .blob(let value): append(value, binary: true)
      case .text(let text):
        guard !text.utf8.contains(0) else { throw .zeroInText }
        append(Array(text.utf8), binary: false)
      }
    }
  }

  private mutating func append(_ value: [UInt8]?, binary: Bool) {
    starts.append(value == nil ? nil : bytes.count)
    lengths.append(Int32(value?.count ?? 0))
    formats.append(binary ? 1 : 0)
    bytes += value ?? []
    bytes.append(0)
  }

  /// Lends what `PQexecPrepared` asks for: number, addresses, lengths, formats.
  func withPointers<Result>(
    _ body: (
      Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        let addresses = unsafe starts.map { start in
          unsafe start.flatMap { start in unsafe characters.baseAddress.map { unsafe $0 + start } }
        }
        return unsafe body(Int32(starts.count), addresses, lengths, formats)
      }
    }
  }
}
