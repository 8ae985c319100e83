internal import Hashing

/// Texts of any script in headers, which are ASCII (RFC 2047).
enum EncodedWord {
  /// The words of a text: its own when they are short and plain, else encoded words.
  static func words(_ text: String) -> [String] {
    guard text.utf8.allSatisfy(\.isPrintable), !text.contains("=?") else { return encoded(text) }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    // A double space, or one at an end, could be lost where the line is folded.
    guard words.allSatisfy({ (1...60).contains($0.utf8.count) }) else { return encoded(text) }
    return words.map(String.init)
  }

  /// A display name: atoms, a quoted string, or encoded words.
  static func phrase(_ name: String) -> [String] {
    let plain = words(name)
    guard name.utf8.allSatisfy(\.isPrintable), plain.joined(separator: " ") == name else {
      return encoded(name)
    }
    if plain.allSatisfy({ $0.utf8.allSatisfy(\.isAtext) }) { return plain }
    guard name.utf8.count <= 60 else { return encoded(name) }
    let quoted = name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return ["\"\(String(quoted))\""]
  }

  /// Encoded words, none of which cuts a character; the spaces between them do not count.
  private static func encoded(_ text: String) -> [String] {
    var words: [String] = []
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let next = Array(String(scalar).utf8)
      if bytes.count + next.count > lengthLimit {
        words.append("=?utf-8?B?\(Base64.text(bytes))?=")
        bytes = []
      }
      bytes += next
    }
    if !bytes.isEmpty { words.append("=?utf-8?B?\(Base64.text(bytes))?=") }
    return words
  }

  /// 52 characters once encoded: a line with the name of a header stays under 76.
  private static let lengthLimit = 39
}
