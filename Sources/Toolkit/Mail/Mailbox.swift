/// Somebody who writes or receives: an address, and the name that is shown.
public struct Mailbox: Hashable, Sendable {
  public let address: MailAddress
  /// Any script; `nil` for the bare address.
  public let name: String?

  /// Names a mailbox.
  /// - Throws: `MailError.controlCharacter` for a name that could end a line.
  public init(_ address: MailAddress, name: String? = nil) throws(MailError) {
    self.address = address
    guard let name, !name.isEmpty else {
      self.name = nil
      return
    }
    self.name = try MailError.checked(name, as: .name, limit: 320)
  }
}
