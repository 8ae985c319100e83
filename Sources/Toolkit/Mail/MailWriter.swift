internal import Hashing

/// Bytes of a message, whose headers are folded.
struct MailWriter {
  var bytes: [UInt8] = []

  /// Adds a line and its end.
  mutating func line(_ text: String) {
    bytes += text.utf8
    bytes += [0x0D, 0x0A]
  }

  /// Adds a header whose value is short and in ASCII.
  mutating func header(_ name: String, _ value: String) { line("\(name): \(value)") }

  /// Adds a header on as many lines as its words ask for; each word stays whole.
  mutating func header(_ name: String, folded words: [String]) {
    var column = name.utf8.count + 1
    bytes += "\(name):".utf8
    for (rank, word) in words.enumerated() {
      if column + 1 + word.utf8.count > Self.width, rank > 0 {
        bytes += [0x0D, 0x0A]
        column = 0
      }
      bytes += " \(word)".utf8
      column += 1 + word.utf8.count
    }
    bytes += [0x0D, 0x0A]
  }

  /// Adds a header that is a text, of any script.
  mutating func header(_ name: String, unstructured text: String) {
    header(name, folded: EncodedWord.words(text))
  }

  /// Adds a header that lists people.
  mutating func header(_ name: String, mailboxes: [Mailbox]) {
    var words: [String] = []
    for mailbox in mailboxes {
      if let last = words.popLast() { words.append(last + ",") }
      words += mailbox.words
    }
    header(name, folded: words)
  }

  /// Adds bytes in lines of 76 characters.
  mutating func base64(_ content: [UInt8]) {
    bytes.reserveCapacity(bytes.count + content.count * 4 / 3 + content.count / 28 + 8)
    var start = 0
    while start < content.count {
      let end = min(start + 57, content.count)
      line(Base64.text(Array(content[start..<end])))
      start = end
    }
  }

  /// The width that lines should have (RFC 2047, 2); 998 is the one they must have.
  private static let width = 76
}

extension Mailbox {
  /// The name, plain, quoted or encoded, then the address in angle brackets when there is a name.
  fileprivate var words: [String] {
    guard let name else { return [address.text] }
    return EncodedWord.phrase(name) + ["<\(address.text)>"]
  }
}
