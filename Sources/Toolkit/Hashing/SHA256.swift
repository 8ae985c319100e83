internal import CSodium

/// A SHA-256 digest in the making.
public struct SHA256 {
  private var state = crypto_hash_sha256_state()

  public init() {
    unsafe crypto_hash_sha256_init(&state)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: borrowing [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      _ = unsafe crypto_hash_sha256_update(&state, start, UInt64(buffer.count))
    }
  }

  /// Adds the UTF-8 of a text.
  public mutating func update(_ text: String) {
    update(Array(text.utf8))
  }

  /// Adds a text with its length before it, so that two texts cannot run into one another.
  public mutating func update(field text: String) {
    let bytes = Array(text.utf8)
    update("\(bytes.count):")
    update(bytes)
  }

  /// The digest, 32 bytes.
  public consuming func digest() -> [UInt8] {
    var result = [UInt8](repeating: 0, count: Self.size)
    unsafe result.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      _ = unsafe crypto_hash_sha256_final(&state, start)
    }
    return result
  }

  /// The digest of bytes.
  public static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  /// The number of bytes of a digest.
  public static let size = 32
}
