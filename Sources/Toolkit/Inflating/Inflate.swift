internal import CZlib

/// What compressed data of unknown origin holds, within a limit.
public enum Inflate {
  /// Expands a zlib stream.
  /// - Parameters:
  ///   - bytes: the stream; what follows its end is left out.
  ///   - limit: the most bytes that it may hold; memory never goes further.
  /// - Returns: `nil` where it is broken, cut short or larger than the limit.
  public static func zlib(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    guard limit > 0, !bytes.isEmpty else { return nil }
    var room = min(limit, max(4 * bytes.count, 4_096))
    while true {
      let (expanded, status) = expand(bytes, room: room)
      if status == Z_OK { return expanded }
      guard status == Z_BUF_ERROR, room < limit else { return nil }
      room = min(limit, 4 * room)
    }
  }

  private static func expand(_ bytes: ArraySlice<UInt8>, room: Int) -> ([UInt8], Int32) {
    var (size, length, status) = (UInt(room), UInt(bytes.count), Z_OK)
    let expanded = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      status = unsafe bytes.withUnsafeBufferPointer { source in
        unsafe uncompress2(buffer.baseAddress, &size, source.baseAddress, &length)
      }
      count = status == Z_OK ? Int(size) : 0
    }
    return (expanded, status)
  }
}
