/// A message as a person reads it; `rendered` writes it for servers.
public struct MailMessage: Sendable {
  public var from: Mailbox
  public var to: [Mailbox]
  public var replyTo: [Mailbox] = []
  public let subject: String
  public var date: MailDate
  public var identifier: MessageID
  /// Any line ending.
  public var text: String
  /// The same for who reads HTML; a whole page.
  public var html: String?
  public var attachments: [MailAttachment] = []
  public var unsubscription: Unsubscription?
  /// Whether a program decided to write: answering machines then keep silent (RFC 3834).
  public var isAutomatic = true

  /// Writes a message of plain text, to which the rest may be added.
  /// - Throws: `MailError` for a subject that could end a line, or of more than 2,000 bytes.
  public init(
    from: Mailbox,
    to: [Mailbox],
    subject: String,
    date: MailDate,
    identifier: MessageID,
    text: String,
  ) throws(MailError) {
    self.subject = try MailError.checked(subject, as: .subject, limit: 2_000)
    self.from = from
    self.to = to
    self.date = date
    self.identifier = identifier
    self.text = text
  }

  /// Writes the message in RFC 5322 and MIME.
  /// - Parameter limit: the most bytes that it may have.
  /// - Returns: ASCII, lines of 998 bytes at most, ended by CRLF.
  /// - Throws: `MailError` without recipient, or beyond the limit.
  public func rendered(limit: Int = 20 << 20) throws(MailError) -> [UInt8] {
    guard !to.isEmpty else { throw .noRecipient }
    var output = MailWriter()
    writeHead(&output)
    content.write(&output)
    guard output.bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return output.bytes
  }

  private func writeHead(_ output: inout MailWriter) {
    output.header("Date", date.text)
    output.header("From", mailboxes: [from])
    output.header("To", mailboxes: to)
    if !replyTo.isEmpty { output.header("Reply-To", mailboxes: replyTo) }
    output.header("Message-ID", "<\(identifier.text)>")
    output.header("Subject", unstructured: subject)
    if isAutomatic { output.header("Auto-Submitted", "auto-generated") }
    if let unsubscription {
      output.header("List-Unsubscribe", folded: ["<\(unsubscription.page)>"])
      if unsubscription.isOneClick {
        output.header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
      }
    }
    output.header("MIME-Version", "1.0")
  }

  private var content: MailPart {
    let plain = MailPart.text(text, subtype: "plain")
    let read = html.map { MailPart.several("alternative", [plain, .text($0, subtype: "html")]) }
    let body = read ?? plain
    guard !attachments.isEmpty else { return body }
    return .several("mixed", [body] + attachments.map { .attachment($0) })
  }
}
