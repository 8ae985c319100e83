/// What names a message among all: « left@domain ».
///
/// A message that is sent again after an unknown outcome must keep its identifier, by which
/// mailboxes recognise the second copy.
public struct MessageID: Hashable, Sendable {
  public let text: String

  /// Takes an identifier without its angle brackets.
  public init(_ text: String) throws(MailError) {
    let text = try MailError.checked(text, as: .identifier, limit: 250)
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].isDotAtom, HostName.isName(parts[1]) else {
      throw .malformed(.identifier)
    }
    self.text = text
  }

  /// Makes an identifier of random bytes, sixteen at least, under a domain of the sender.
  public init(random bytes: [UInt8], domain: String) throws(MailError) {
    guard (16...64).contains(bytes.count) else { throw .malformed(.identifier) }
    let digits = String(decoding: bytes.flatMap(\.hexadecimal), as: UTF8.self).lowercased()
    try self.init("\(digits)@\(domain)")
  }
}
