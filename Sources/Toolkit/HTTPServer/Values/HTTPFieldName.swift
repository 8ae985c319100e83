/// The name of a header, in lower case: case says nothing there.
public struct HTTPFieldName: Hashable, Sendable, ExpressibleByStringLiteral {
  public let text: String

  /// A name made of the characters of a token (RFC 9110, 5.6.2) only.
  public init?(_ text: some StringProtocol) {
    guard Self.isToken(text.utf8) else { return nil }
    self.text = text.lowercased()
  }

  /// A name written in the program; one that is not a token is a mistake.
  public init(stringLiteral text: StaticString) {
    guard let name = HTTPFieldName(text.description) else {
      preconditionFailure("not a header name: \(text)")
    }
    self = name
  }

  static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy(isTokenByte)
  }

  static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
    default: false
    }
  }
}
