internal import CSodium

/// Bytes that nobody can guess.
public enum Random {
  /// As many bytes as asked, from the generator of the system.
  public static func bytes(_ count: Int) -> [UInt8] {
    precondition(sodium_init() >= 0, "the generator of random bytes does not start")
    var result = [UInt8](repeating: 0, count: count)
    unsafe result.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe randombytes_buf(start, buffer.count)
    }
    return result
  }
}
