/// An address that a page may lead to: on this site, or of a scheme that runs nothing.
public struct SafeURL: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public var description: String { text }

  /// Takes « /… », « ?… », « #… », and http, https, webcal, mailto and tel addresses.
  ///
  /// Refused: other schemes, « // » (another site), backslashes, which browsers read as slashes,
  /// white space and control characters, which they drop.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }), Self.isSafe(bytes) else {
      return nil
    }
    self.text = text
  }

  private static func isSafe(_ bytes: [UInt8]) -> Bool {
    switch bytes.first {
    case 0x2F: bytes.dropFirst().first != 0x2F
    case 0x3F, 0x23: true
    case _: schemes.contains { isOf($0, bytes) }
    }
  }

  private static func isOf(_ scheme: [UInt8], _ bytes: [UInt8]) -> Bool {
    guard bytes.count > scheme.count else { return false }
    return zip(bytes, scheme).allSatisfy { byte, expected in
      byte == expected || (0x41...0x5A).contains(byte) && byte | 0x20 == expected
    }
  }

  private static let schemes = ["https://", "http://", "webcal://", "mailto:", "tel:"].map {
    Array($0.utf8)
  }
}

extension SafeURL: ExpressibleByStringLiteral {
  /// An address written in the program; one that is not safe is a mistake.
  public init(stringLiteral text: StaticString) {
    guard let url = SafeURL(text.description) else {
      preconditionFailure("not a safe address: \(text)")
    }
    self = url
  }
}
