internal import Scolarite
internal import Text

/// A word of the sheet with its place.
struct SheetToken: Sendable {
  let text: Substring
  let position: TextPosition

  /// The value when the word is a number such as « 7,5 ».
  var number: Decimale? { Decimale(text) }

  /// Whether the word looks like a number that a letter has slipped into: « 1O », « l », « 12h ».
  var resemblesNumber: Bool {
    guard number == nil else { return false }
    let confusable = Set("OoQIlS|,.")
    if text.count == 1 { return confusable.subtracting(",.").contains(text.first ?? " ") }
    let digits = text.count { $0.isNumber }
    let others = text.count { !$0.isNumber && !confusable.contains($0) }
    return digits > 0 && others <= 1 && text.first?.isLetter != true
      || digits > 0 && others == 0
  }
}

/// A line of the sheet, cut into words; never empty.
struct SheetLine: Sendable {
  let tokens: [SheetToken]

  var position: TextPosition { tokens[0].position }
  var text: String { tokens.map { String($0.text) }.joined(separator: " ") }
}

/// The sheet as lines of words: blank lines, form feeds and spacing are gone, places are kept.
struct SheetText: Sendable {
  let lines: [SheetLine]
  let end: TextPosition

  init(_ text: String) {
    var lines: [SheetLine] = []
    var tokens: [SheetToken] = []
    var (line, column) = (1, 1)
    var wordStart: (index: String.Index, column: Int)?
    func closeWord(at index: String.Index) {
      guard let start = wordStart else { return }
      let position = TextPosition(line: line, column: start.column)
      tokens.append(SheetToken(text: text[start.index..<index], position: position))
      wordStart = nil
    }
    func closeLine() {
      if !tokens.isEmpty { lines.append(SheetLine(tokens: tokens)) }
      tokens = []
    }
    for index in text.indices {
      let character = text[index]
      if character.isNewline && character != "\u{C}" {
        closeWord(at: index)
        closeLine()
        (line, column) = (line + 1, 1)
        continue
      }
      if character.isWhitespace {
        closeWord(at: index)
      } else if wordStart == nil {
        wordStart = (index, column)
      }
      column += 1
    }
    closeWord(at: text.endIndex)
    closeLine()
    self.lines = lines
    self.end = TextPosition(line: line, column: column)
  }
}
