internal import CCrypto

/// Codes that an authenticator application shows (HOTP and TOTP, RFC 4226 and 6238, with SHA-1,
/// the only hash that every application knows).
public enum OneTimeCode {
  /// The bytes of a key.
  public static let keySize = 20
  /// How long a code is shown.
  public static let seconds: Int64 = 30

  /// Six digits for a counter, or for a time divided by `seconds`.
  public static func digits(_ key: [UInt8], counter: Int64) -> String {
    let message = (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * $0)) }
    var digest = [UInt8](repeating: 0, count: 20)
    var size: UInt32 = 0
    let done = unsafe HMAC(EVP_sha1(), key, Int32(key.count), message, 8, &digest, &size)
    precondition(unsafe done != nil && size == 20, "libcrypto computes an HMAC")
    let offset = Int(digest[19] & 0x0F)
    let number =
      digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let text = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - text.count) + text
  }

  /// A key as applications take it: base 32, without padding (RFC 4648).
  public static func text(_ key: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var text = ""
    var (bits, count) = (0, 0)
    for byte in key {
      (bits, count) = (bits << 8 | Int(byte), count + 8)
      while count >= 5 {
        count -= 5
        text.append(alphabet[bits >> count & 31])
      }
      bits &= (1 << count) - 1
    }
    if count > 0 { text.append(alphabet[bits << (5 - count) & 31]) }
    return text
  }

  /// The key that such a text writes; `nil` unless it is one of `keySize` bytes.
  public static func key(_ text: String) -> [UInt8]? {
    var key: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in text.utf8 {
      let digit: Int
      switch byte {
      case 0x41...0x5A: digit = Int(byte) - 0x41
      case 0x32...0x37: digit = Int(byte) - 0x32 + 26
      case _: return nil
      }
      (bits, count) = (bits << 5 | digit, count + 5)
      guard count >= 8 else { continue }
      count -= 8
      key.append(UInt8(bits >> count & 0xFF))
      bits &= (1 << count) - 1
    }
    return key.count == keySize && bits == 0 && text.utf8.count == 32 ? key : nil
  }
}
