/// Bytes as texts of 64 characters (RFC 4648).
public enum Base64 {
  private static let standard = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )
  private static let url = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
  )
  private static let values: [UInt8?] = {
    var values = [UInt8?](repeating: nil, count: 256)
    for (rank, character) in url.enumerated() { values[Int(character)] = UInt8(rank) }
    return values
  }()

  /// « AP8= », the standard alphabet with its padding.
  public static func text(_ bytes: [UInt8]) -> String {
    let characters = encoded(bytes, standard)
    let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - characters.count % 4) % 4)
    return String(decoding: characters + padding, as: UTF8.self)
  }

  /// « AP8 », the alphabet that addresses take, without padding.
  public static func urlText(_ bytes: [UInt8]) -> String {
    String(decoding: encoded(bytes, url), as: UTF8.self)
  }

  /// The bytes of a text in the alphabet of addresses; `nil` unless no other text gives them.
  public static func urlBytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for character in text.utf8 {
      guard let value = values[Int(character)] else { return nil }
      buffer = (buffer << 6 | UInt32(value)) & 0xFFFF
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
    }
    guard bits < 6, buffer & (1 << UInt32(bits) - 1) == 0 else { return nil }
    return bytes
  }

  private static func encoded(_ bytes: [UInt8], _ alphabet: [UInt8]) -> [UInt8] {
    var characters: [UInt8] = []
    characters.reserveCapacity((bytes.count * 4 + 2) / 3)
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
      bits += 8
      while bits >= 6 {
        bits -= 6
        characters.append(alphabet[Int(buffer >> UInt32(bits)) & 63])
      }
    }
    if bits > 0 { characters.append(alphabet[Int(buffer << UInt32(6 - bits)) & 63]) }
    return characters
  }
}
