internal import CSodium

/// Passwords as Argon2id hashes, with their salt and parameters in one text.
public enum PasswordHash {
  /// What one hash costs.
  public struct Cost: Hashable, Sendable {
    public let passes: UInt64
    public let memoryBytes: Int

    /// At least one pass over 8 KiB (RFC 9106).
    public init?(passes: UInt64, memoryBytes: Int) {
      guard passes >= 1, memoryBytes >= 8_192 else { return nil }
      self.passes = passes
      self.memoryBytes = memoryBytes
    }

    private init(known passes: UInt64, _ memoryBytes: Int) {
      self.passes = passes
      self.memoryBytes = memoryBytes
    }

    /// Two passes over 32 MiB, above what OWASP asks: some tens of milliseconds.
    public static let interactive = Cost(known: 2, 32 << 20)
  }

  /// Hashes a password with a new salt; the calling thread works for that long.
  /// - Returns: « $argon2id$v=19$m=…,t=…,p=1$salt$hash », `nil` when memory is missing.
  public static func make(_ password: String, cost: Cost = .interactive) -> String? {
    precondition(sodium_init() >= 0, "libsodium does not start")
    var output = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    var password = password
    let code = password.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return Int32(-1) }
        return unsafe crypto_pwhash_str(
          &output,
          start,
          UInt64(characters.count),
          cost.passes,
          cost.memoryBytes,
        )
      }
    }
    guard code == 0 else { return nil }
    return String(decoding: output.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether a password is that of a hash; takes as long as making one.
  public static func matches(_ password: String, _ hash: String) -> Bool {
    precondition(sodium_init() >= 0, "libsodium does not start")
    guard hash.utf8.count < Int(crypto_pwhash_STRBYTES), !hash.utf8.contains(0) else {
      return false
    }
    var password = password
    return password.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return false }
        return unsafe crypto_pwhash_str_verify(hash, start, UInt64(characters.count)) == 0
      }
    }
  }
}
