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
  var text = text
  let spaced = text.withUTF8 { source -> [UInt8]? in
    var result: [UInt8] = []
    var start = 0
    for index in 0..<source.count where unsafe source[index] == 0x20 && isTight(source, index) {
      if result.isEmpty { result.reserveCapacity(source.count + 16) }
      unsafe result.append(contentsOf: source[start..<index])
      result.append(0xC2)
      result.append(0xA0)
      start = index + 1
    }
    guard start > 0 else { return nil }
    unsafe result.append(contentsOf: source[start...])
    return result
  }
  guard let spaced else { return text }
  return String(decoding: spaced, as: UTF8.self)
}

/// Whether the space at a place stands before « : ; ! ? % » or « » », or after « « ».
private func isTight(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
  if index >= 2, unsafe source[index - 1] == 0xAB, unsafe source[index - 2] == 0xC2 { return true }
  guard index + 1 < source.count else { return false }
  switch unsafe source[index + 1] {
  case 0x3A, 0x3B, 0x21, 0x3F, 0x25: return true
  case 0xC2: return unsafe index + 2 < source.count && source[index + 2] == 0xBB
  case _: return false
  }
}
