/// What is said during one message, as the library reports it line by line.
///
/// libcurl gives one code for many answers; which recipient was refused is only in the dialogue.
struct SMTPDialogue {
  private(set) var step = SMTPReply.Step.greeting
  private var received = 0
  private let answerLimit: Int
  /// Whether the client said goodbye: what is answered to that decides of nothing.
  private var isOver = false
  /// The answers to each recipient asked, in order.
  private(set) var recipients: [SMTPReply] = []
  /// The last answer to anything else.
  private(set) var last: SMTPReply?

  init(answerLimit: Int) { self.answerLimit = answerLimit }

  /// Whether the server says more than can be heard.
  var isFull: Bool { received > answerLimit }

  /// Hears a command; of AUTH nothing is kept.
  mutating func hear(command: some Collection<UInt8>) {
    // What follows AUTH is a secret, whatever it looks like.
    guard step != .authentication || last?.code != 334 else { return }
    let verb = String(decoding: command.prefix(8).prefix(while: \.isLetter), as: UTF8.self)
    switch verb.uppercased() {
    case "EHLO", "HELO": step = .hello
    case "STARTTLS": step = .startTLS
    case "AUTH": step = .authentication
    case "MAIL": step = .sender
    case "RCPT": step = .recipient
    case "DATA": step = .data
    case "QUIT": isOver = true
    default: break
    }
  }

  /// Knows that the content begins.
  mutating func hearContent() { step = .content }

  /// Hears one line of an answer; only the last one of an answer counts.
  mutating func hear(answer line: some Collection<UInt8>) {
    received += line.count
    guard !isOver, let reply = Self.reply(Array(line.prefix(24)), step) else { return }
    if step == .recipient { recipients.append(reply) } else { last = reply }
  }

  private static func reply(_ line: [UInt8], _ step: SMTPReply.Step) -> SMTPReply? {
    guard line.count >= 3, let code = Int(String(decoding: line[..<3], as: UTF8.self)),
      (200...599).contains(code), line.count == 3 || line[3] <= 0x20
    else { return nil }
    let words = line.dropFirst(4).prefix { $0 > 0x20 }
    return SMTPReply(step: step, code: code, enhanced: enhanced(words, code))
  }

  /// « 5.1.1 », of the class of the code.
  private static func enhanced(_ word: ArraySlice<UInt8>, _ code: Int) -> String? {
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...3).contains($0.count) }),
      parts.allSatisfy({ $0.allSatisfy(\.isDigit) }),
      parts[0].elementsEqual("\(code / 100)".utf8)
    else { return nil }
    return String(decoding: word, as: UTF8.self)
  }
}
