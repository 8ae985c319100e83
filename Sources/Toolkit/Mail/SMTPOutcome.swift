/// What became of a message for one of its recipients.
public enum SMTPOutcome: Hashable, Sendable {
  /// The server has taken charge of it.
  case accepted(SMTPReply)
  /// It will never be taken: the server said so of the sender, of this recipient, or of the content.
  case refused(SMTPReply)
  /// It is to be tried again.
  case later(SMTPDelay)

  /// One line for a log, in French, that names nobody.
  public var phrase: String {
    switch self {
    case .accepted(let reply): "accepté : \(reply.phrase)"
    case .refused(let reply): "refusé : \(reply.phrase)"
    case .later(let delay): "plus tard : \(delay.phrase)"
    }
  }
}
