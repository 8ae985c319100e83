/// An answer of the server, without its words: they often repeat addresses.
public struct SMTPReply: Hashable, Sendable {
  /// What was being said.
  public enum Step: String, Hashable, Sendable {
    case greeting = "accueil"
    case hello = "EHLO"
    case startTLS = "STARTTLS"
    case authentication = "AUTH"
    case sender = "MAIL"
    case recipient = "RCPT"
    case data = "DATA"
    /// After the last dot: the answer that decides of the message.
    case content = "fin de DATA"
  }

  public let step: Step
  /// 200 to 599.
  public let code: Int
  /// « 5.1.1 » (RFC 3463), where the server gives one.
  public let enhanced: String?

  /// « 550 5.1.1 à RCPT ».
  public var phrase: String { "\(code)\(enhanced.map { " " + $0 } ?? "") à \(step.rawValue)" }

  var isPositive: Bool { (200...399).contains(code) }
  var isTemporary: Bool { (400...499).contains(code) }
}
