/// The address of a mailbox, « local@domain », in the part of RFC 5321 that every server takes.
///
/// Quoted local parts, address literals, comments and characters beyond ASCII are refused rather
/// than guessed at; a domain with accents is taken in its ASCII form, « xn--… ».
public struct MailAddress: Hashable, Sendable {
  /// What the host alone may interpret: its case is kept.
  public let local: String
  /// The domain in lower case.
  public let domain: String

  /// Why a text is not an address that is taken.
  public enum Fault: Error, Hashable, Sendable {
    case empty
    /// Spaces or control characters, line breaks among them.
    case blank
    /// More bytes than the limit, of the whole or of the local part.
    case tooLong(limit: Int)
    /// No at sign, or several.
    case atSign
    /// A quoted local part: right by the standard, refused here.
    case quoted
    /// Characters beyond ASCII before the at sign.
    case internationalLocalPart
    case localPart
    /// A domain beyond ASCII: its « xn--… » form is needed.
    case internationalDomain
    /// An address of the network in brackets.
    case literal
    case domain
  }

  /// Reads an address, without any blank around it.
  public init(_ text: String) throws(Fault) {
    guard !text.isEmpty else { throw .empty }
    guard !text.unicodeScalars.contains(where: { $0.isBlankOrControl }) else { throw .blank }
    guard text.utf8.count <= 254 else { throw .tooLong(limit: 254) }
    guard !text.hasPrefix("\"") else { throw .quoted }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .atSign }
    local = try Self.checkedLocal(parts[0])
    domain = try Self.checkedDomain(parts[1])
  }

  /// « local@domain ».
  public var text: String { "\(local)@\(domain)" }

  private static func checkedLocal(_ text: Substring) throws(Fault) -> String {
    guard text.utf8.count <= 64 else { throw .tooLong(limit: 64) }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw .internationalLocalPart }
    guard text.isDotAtom else { throw .localPart }
    return String(text)
  }

  private static func checkedDomain(_ text: Substring) throws(Fault) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw .internationalDomain }
    guard !text.hasPrefix("[") else { throw .literal }
    guard HostName.isName(text), text.utf8.contains(UInt8(ascii: ".")) else { throw .domain }
    return text.lowercased()
  }
}

extension Unicode.Scalar {
  fileprivate var isBlankOrControl: Bool { value <= 0x20 || value == 0xA0 || isControl }
}
