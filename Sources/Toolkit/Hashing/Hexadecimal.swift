/// Bytes as pairs of digits, in lower case.
public enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// « 00ff ».
  public static func text(_ bytes: [UInt8]) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      characters.append(digits[Int(byte >> 4)])
      characters.append(digits[Int(byte & 15)])
    }
    return String(decoding: characters, as: UTF8.self)
  }

  /// The bytes of a text; `nil` unless it holds pairs of digits only.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let nibbles = text.utf8.map { digits.firstIndex(of: $0) }
    guard nibbles.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for rank in stride(from: 0, to: nibbles.count, by: 2) {
      guard let high = nibbles[rank], let low = nibbles[rank + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
