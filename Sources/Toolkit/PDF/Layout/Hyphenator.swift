internal import CHyphen
internal import Glibc

/// Where the words of a language may be cut, by its patterns.
@safe
final class Hyphenator {
  private let dictionary: UnsafeMutablePointer<HyphenDict>
  private var known: [String: [Int]] = [:]

  /// The sign of a place where a word may be cut.
  static let soft: Character = "\u{AD}"
  private static let shortest = 6

  init(_ language: String) throws(PDFError) {
    let code = language.prefix { $0 != "-" }.lowercased()
    let file = "/usr/share/hyphen/hyph_\(code).dic"
    guard unsafe access(file, R_OK) == 0, let dictionary = unsafe hnj_hyphen_load(file) else {
      throw .missingHyphenation(language: language, package: "hyphen-\(code)")
    }
    unsafe self.dictionary = dictionary
  }

  deinit { unsafe hnj_hyphen_free(dictionary) }

  /// The text with a soft hyphen wherever a word may be cut.
  func cutting(_ text: PDFText) -> PDFText {
    let cut = text.replacingTexts { cutting($0) }
    // The last line is never the short end of a word.
    let plain = cut.plain
    let last = plain.lastIndex(where: \.isWhitespace) ?? plain.startIndex
    let end = plain.utf8.distance(from: plain.startIndex, to: last)
    return Self.filtering(cut) { $0 <= end || plain.utf8.count - $0 >= 7 }
  }

  private func cutting(_ text: String) -> String {
    var cut = ""
    var word = ""
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        cut += cutting(word: word)
        word = ""
        cut.append(character)
      }
    }
    return cut + cutting(word: word)
  }

  private func cutting(word: String) -> String {
    guard word.count >= Self.shortest, word.count <= 40 else { return word }
    let places = places(in: word.lowercased())
    guard !places.isEmpty else { return word }
    var cut = ""
    for (rank, character) in word.enumerated() {
      cut.append(character)
      // Two letters stay before a cut and three after it.
      if places.contains(rank), rank >= 1, rank < word.count - 3 { cut.append(Self.soft) }
    }
    return cut
  }

  /// The ranks of the letters after which the word may be cut.
  private func places(in word: String) -> [Int] {
    if let found = known[word] { return found }
    var marks = [CChar](repeating: 0, count: word.utf8.count + 5)
    var replaced: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    let failed = unsafe hnj_hyphen_hyphenate2(
      dictionary,
      word,
      Int32(word.utf8.count),
      &marks,
      nil,
      &replaced,
      &positions,
      &cuts,
    )
    guard failed == 0, unsafe replaced == nil, word.unicodeScalars.count == word.count else {
      return []
    }
    let places = marks.prefix(word.count).indices.filter { marks[$0] & 1 == 1 }
    if known.count > 20_000 { known.removeAll(keepingCapacity: true) }
    known[word] = places
    return places
  }

  /// The text with those soft hyphens only after which a line ends.
  static func keeping(_ breaks: [Int], of text: PDFText) -> PDFText {
    let breaks = Set(breaks)
    return filtering(text) { breaks.contains($0) }
  }

  /// The text without the soft hyphen that ends there.
  static func dropping(_ end: Int, of text: PDFText) -> PDFText {
    filtering(text) { $0 != end }
  }

  /// The text with those soft hyphens whose end, in bytes, is wanted.
  private static func filtering(_ text: PDFText, _ isKept: (Int) -> Bool) -> PDFText {
    var position = 0
    return text.replacingTexts { run in
      var kept = ""
      for character in run {
        position += character.utf8.count
        if character != soft || isKept(position) { kept.append(character) }
      }
      return kept
    }
  }
}

extension PDFText {
  /// The same looks on other characters.
  func replacingTexts(_ change: (String) -> String) -> PDFText {
    var copy = self
    copy.change { $0.text = change($0.text) }
    return copy
  }
}
