internal import CPostgreSQL
internal import SQL

/// Writes rows in the binary form of COPY, sent in pieces of about 64 kB.
@safe
final class PostgreSQLRowWriter: SQLRowWriter {
  private let handle: OpaquePointer
  private let columns: Int
  private var buffer: UnsafeMutableRawBufferPointer
  private var used = 0
  private var column = 0
  private var failure: SQLError?

  private static let piece = 65_536
  /// « PGCOPY », its signature, no flag, no extension.
  private static let header: [UInt8] =
    Array("PGCOPY\n".utf8) + [0xFF] + Array("\r\n\0".utf8) + [0, 0, 0, 0, 0, 0, 0, 0]

  init(_ handle: OpaquePointer, columns: Int) {
    unsafe self.handle = handle
    self.columns = columns
    unsafe buffer = .allocate(byteCount: 2 * Self.piece, alignment: 8)
    unsafe Self.header.withUnsafeBytes { unsafe append($0) }
    openRow()
  }

  deinit { unsafe buffer.deallocate() }

  func null() {
    column += 1
    append(Int32(-1))
  }

  func integer(_ value: Int64) {
    column += 1
    append(Int32(8))
    append(value)
  }

  func text(_ value: String) {
    column += 1
    var value = value
    value.withUTF8 { bytes in
      if unsafe bytes.contains(0) { failure = .zeroInText }
      append(Int32(bytes.count))
      unsafe append(UnsafeRawBufferPointer(bytes))
    }
  }

  func blob(_ value: [UInt8]) {
    column += 1
    append(Int32(value.count))
    unsafe value.withUnsafeBytes { unsafe append($0) }
  }

  func endRow() throws(SQLError) {
    if let failure { throw failure }
    precondition(column == columns, "as many values as columns")
    if used >= Self.piece { try send() }
    openRow()
  }

  /// Replaces the row that is open by the end of the data, and sends what remains.
  func finish() throws(SQLError) {
    precondition(column == 0, "a row is not closed")
    used -= MemoryLayout<Int16>.size
    append(Int16(-1))
    try send()
  }

  private func openRow() {
    column = 0
    append(Int16(columns))
  }

  private func send() throws(SQLError) {
    let bytes = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
    let sent = unsafe PQputCopyData(handle, bytes, Int32(used))
    used = 0
    guard sent == 1 else {
      throw unsafe SQLError(.lost(duringCommit: false), String(cString: PQerrorMessage(handle)))
    }
  }

  private func append(_ value: some FixedWidthInteger) {
    let size = value.bitWidth / 8
    reserve(size)
    unsafe buffer.storeBytes(of: value.bigEndian, toByteOffset: used, as: type(of: value).self)
    used += size
  }

  private func append(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count)
    unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[used...]).copyMemory(from: bytes)
    used += bytes.count
  }

  private func reserve(_ count: Int) {
    guard unsafe used + count > buffer.count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: 2 * (used + count),
      alignment: 8,
    )
    unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<used]))
    unsafe buffer.deallocate()
    unsafe buffer = larger
  }
}
