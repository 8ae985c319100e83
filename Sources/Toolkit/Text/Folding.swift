extension StringProtocol {
  /// The text without case, accents, ligatures or typographic apostrophes, spaces made single.
  ///
  /// For comparing what people typed or printed, never for showing.
  public var folded: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    var pendingSpace = false
    for character in lowercased() {
      if character.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result.append(contentsOf: plainForm[character] ?? String(character))
    }
    return result
  }
}

/// The letters of French and its neighbours, with what they are without their marks.
private let plainForm: [Character: String] = {
  let groups = [
    "a": "àâäáãå", "c": "ç", "e": "éèêë", "i": "îïíì", "n": "ñ", "o": "ôöóòõ", "u": "ùûüú",
    "y": "ÿý", "oe": "œ", "ae": "æ", "'": "’ʼ‘`", "-": "–—‑", "\"": "«»“”",
  ]
  var forms: [Character: String] = [:]
  for (plain, marked) in groups {
    for character in marked { forms[character] = plain }
  }
  return forms
}()

/// Counts the single-character changes that turn one text into the other (Levenshtein).
public func editDistance(_ left: some StringProtocol, _ right: some StringProtocol) -> Int {
  let target = Array(right)
  var row = Array(0...target.count)
  for (lineIndex, character) in left.enumerated() {
    var diagonal = row[0]
    row[0] = lineIndex + 1
    for index in target.indices {
      let substituted = diagonal + (character == target[index] ? 0 : 1)
      diagonal = row[index + 1]
      row[index + 1] = min(substituted, diagonal + 1, row[index] + 1)
    }
  }
  return row[target.count]
}

extension StringProtocol {
  /// The text without white space at either end.
  public var trimmed: SubSequence {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice = slice.dropFirst() }
    while slice.last?.isWhitespace == true { slice = slice.dropLast() }
    return slice
  }

  /// The text itself, or `nil` when there is none.
  public var nonEmpty: Self? { isEmpty ? nil : self }
}

/// Puts the no-break spaces of French typography before « : ; ! ? % » and inside « … ».
public func frenchSpacing(_ text: String) -> String {
  let tight: Set<Character> = [":", ";", "!", "?", "%", "»"]
  var result = ""
  result.reserveCapacity(text.utf8.count + 16)
  for character in text {
    let last = result.last
    if last == " ", tight.contains(character) {
      result.removeLast()
      result.append("\u{A0}")
    }
    result.append(last == "«" && character == " " ? "\u{A0}" : character)
  }
  return result
}
