/// How a person stops such messages, as mailboxes offer it (RFC 2369, RFC 8058).
public struct Unsubscription: Hashable, Sendable {
  /// An `https` address that holds a secret of its own: mailboxes send no cookie.
  public let page: String
  /// Whether a POST of `List-Unsubscribe=One-Click` to the page is enough.
  public let isOneClick: Bool

  /// Takes an absolute address over TLS, already percent-encoded.
  public init(page: String, isOneClick: Bool) throws(MailError) {
    let page = try MailError.checked(page, as: .unsubscribe, limit: 900)
    guard page.lowercased().hasPrefix("https://"), page.utf8.count > 8,
      page.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"<>\"\\,".utf8.contains($0) })
    else { throw .malformed(.unsubscribe) }
    self.page = page
    self.isOneClick = isOneClick
  }
}
