internal import CZlib

/// Compressed data, as streams of documents hold them.
enum Deflate {
  static func compress(_ bytes: [UInt8]) throws(PDFError) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var status = Z_OK
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      status = unsafe compress2(buffer.baseAddress, &size, bytes, UInt(bytes.count), 4)
      count = status == Z_OK ? Int(size) : 0
    }
    guard status == Z_OK else { throw .drawing("zlib \(status)") }
    return packed
  }

  static func expand(_ bytes: ArraySlice<UInt8>) throws(PDFError) -> [UInt8] {
    var room = max(bytes.count * 6, 4096)
    while true {
      var size = UInt(room)
      var status = Z_OK
      let whole = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        status = unsafe bytes.withUnsafeBufferPointer { source in
          unsafe uncompress(buffer.baseAddress, &size, source.baseAddress, UInt(source.count))
        }
        count = status == Z_OK ? Int(size) : 0
      }
      if status == Z_OK { return whole }
      guard status == Z_BUF_ERROR, room < 1 << 30 else { throw .drawing("zlib \(status)") }
      room *= 4
    }
  }
}
