internal import Text

extension JSONNode {
  /// Reads one JSON text (RFC 8259), refusing what would be read in two ways.
  ///
  /// A key written twice is an error. With `comments`, `// …` and `/* … */` count as white space.
  /// - Parameters:
  ///   - text: the whole text, one value.
  ///   - comments: whether comments are let through (hand-written settings files).
  /// - Throws: the first fault, with its line and column.
  public init(parsing text: String, comments: Bool = false) throws(JSONSyntaxError) {
    var reader = JSONReader(text: text, allowsComments: comments)
    self = try reader.readDocument()
  }
}

/// The keys met in one object; few are compared one by one, many are hashed.
private struct KeysOfObject {
  private static let few = 16
  private var list: [String] = []
  private var set: Set<String> = []

  /// - Returns: whether the key was not there.
  mutating func insert(_ key: String) -> Bool {
    guard list.count == Self.few else {
      guard !list.contains(key) else { return false }
      list.append(key)
      if list.count == Self.few { set = Set(list) }
      return true
    }
    return set.insert(key).inserted
  }
}

/// A recursive-descent reader over the characters of one text.
struct JSONReader {
  static let depthLimit = 64

  private let bytes: [UInt8]
  private let allowsComments: Bool
  private var offset = 0
  private var line = 1
  private var column = 1
  private var columnOffset = 0
  private var depth = 0

  init(text: String, allowsComments: Bool) {
    self.bytes = Array(text.utf8)
    self.allowsComments = allowsComments
  }

  mutating func readDocument() throws(JSONSyntaxError) -> JSONNode {
    try skipBlanks()
    let node = try readValue()
    try skipBlanks()
    guard offset == bytes.count else { throw unexpected("fin du texte") }
    return node
  }
}

// MARK: - Values

extension JSONReader {
  private mutating func readValue() throws(JSONSyntaxError) -> JSONNode {
    let start = position()
    switch current {
    case UInt8(ascii: "{"): return JSONNode(.object(try readMembers()), at: start)
    case UInt8(ascii: "["): return JSONNode(.array(try readElements()), at: start)
    case UInt8(ascii: "\""): return JSONNode(.string(try readString()), at: start)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return JSONNode(.number(literal: try readNumber()), at: start)
    default: return JSONNode(try readWord(), at: start)
    }
  }

  private mutating func readWord() throws(JSONSyntaxError) -> JSONNode.Content {
    let words: [(String, JSONNode.Content)] = [
      ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
    ]
    for (word, value) in words where bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return value
    }
    throw unexpected("valeur (objet, tableau, texte, nombre, true, false ou null)")
  }

  private mutating func readElements() throws(JSONSyntaxError) -> [JSONNode] {
    try enter()
    var elements: [JSONNode] = []
    guard try !closes(with: "]") else { return elements }
    repeat {
      try skipBlanks()
      elements.append(try readValue())
    } while try continues(until: "]")
    return elements
  }

  private mutating func readMembers() throws(JSONSyntaxError) -> [JSONNode.Member] {
    try enter()
    var members: [JSONNode.Member] = []
    var keys = KeysOfObject()
    guard try !closes(with: "}") else { return members }
    repeat {
      try skipBlanks()
      guard current == UInt8(ascii: "\"") else { throw unexpected("clé entre guillemets") }
      let keyPosition = position()
      let key = try readString()
      guard keys.insert(key) else {
        throw JSONSyntaxError(position: keyPosition, problem: .duplicateKey(key))
      }
      try skipBlanks()
      guard current == UInt8(ascii: ":") else { throw unexpected("« : »") }
      offset += 1
      try skipBlanks()
      members.append(.init(key, at: keyPosition, try readValue()))
    } while try continues(until: "}")
    return members
  }

  private mutating func enter() throws(JSONSyntaxError) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw JSONSyntaxError(position: position(), problem: .tooDeep(limit: Self.depthLimit))
    }
    offset += 1
  }

  /// Consumes the closing bracket of a container if it comes next.
  private mutating func closes(with bracket: Unicode.Scalar) throws(JSONSyntaxError) -> Bool {
    try skipBlanks()
    guard current == UInt8(ascii: bracket) else { return false }
    offset += 1
    depth -= 1
    return true
  }

  /// After an element: true on a comma, false on the closing bracket.
  private mutating func continues(until bracket: Unicode.Scalar) throws(JSONSyntaxError) -> Bool {
    if try closes(with: bracket) { return false }
    guard current == UInt8(ascii: ",") else { throw unexpected("« , » ou « \(bracket) »") }
    offset += 1
    return true
  }
}

// MARK: - Strings and numbers

extension JSONReader {
  private mutating func readString() throws(JSONSyntaxError) -> String {
    offset += 1
    var start = offset
    var units: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        defer { offset += 1 }
        guard !units.isEmpty else { return String(decoding: bytes[start..<offset], as: UTF8.self) }
        return String(decoding: units + bytes[start..<offset], as: UTF8.self)
      case UInt8(ascii: "\\"):
        units += bytes[start..<offset]
        units.append(contentsOf: String(try readEscape()).utf8)
        start = offset
      case ..<0x20: throw unexpected("« \" » de fin de texte")
      default: offset += 1
      }
    }
    throw unexpected("« \" » de fin de texte")
  }

  private mutating func readEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = offset
    let simple: [UInt8: Unicode.Scalar] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
      UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
      UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    offset += 1
    if let byte = current, let scalar = simple[byte] {
      offset += 1
      return scalar
    }
    guard let unit = readHexUnit() else { throw invalidEscape(from: start) }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), current == UInt8(ascii: "\\") else {
      throw invalidEscape(from: start)
    }
    offset += 1
    guard let trail = readHexUnit(), UTF16.isTrailSurrogate(trail) else {
      throw invalidEscape(from: start)
    }
    let pair = (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00) + 0x10000
    guard let scalar = Unicode.Scalar(pair) else { throw invalidEscape(from: start) }
    return scalar
  }

  /// Reads `u` and four hexadecimal digits.
  private mutating func readHexUnit() -> UInt16? {
    guard current == UInt8(ascii: "u"), offset + 5 <= bytes.count else { return nil }
    let digits = bytes[(offset + 1)..<(offset + 5)]
    guard digits.allSatisfy(isHexDigit) else { return nil }
    offset += 5
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private func isHexDigit(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

  private mutating func readNumber() throws(JSONSyntaxError) -> String {
    let start = offset
    let startPosition = position()
    while let byte = current, isNumberByte(byte) { offset += 1 }
    let literal = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard isNumber(bytes[start..<offset]) else {
      throw JSONSyntaxError(position: startPosition, problem: .invalidNumber(literal))
    }
    return literal
  }

  /// Takes in letters too, so that « 12h » is named whole.
  private func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }

  private func isNumber(_ literal: ArraySlice<UInt8>) -> Bool {
    var rest = literal
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func takeDigits() -> Int {
      let digits = rest.prefix(while: isDigit)
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let leadingZero = rest.first == UInt8(ascii: "0")
    let integerDigits = takeDigits()
    guard integerDigits > 0, !(leadingZero && integerDigits > 1) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard takeDigits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

// MARK: - Blanks and places

extension JSONReader {
  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The place of the next byte, counted on from the last place asked for.
  private mutating func position() -> TextPosition {
    column += bytes[columnOffset..<offset].count { $0 & 0xC0 != 0x80 }
    columnOffset = offset
    return TextPosition(line: line, column: column)
  }

  private mutating func passLineFeed() {
    offset += 1
    line += 1
    column = 1
    columnOffset = offset
  }

  private mutating func skipBlanks() throws(JSONSyntaxError) {
    while let byte = current {
      switch byte {
      case 0x0A: passLineFeed()
      case 0x20, 0x09, 0x0D: offset += 1
      case UInt8(ascii: "/") where allowsComments: try skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() throws(JSONSyntaxError) {
    if bytes[offset...].starts(with: "//".utf8) {
      while let byte = current, byte != 0x0A { offset += 1 }
      return
    }
    guard bytes[offset...].starts(with: "/*".utf8) else { throw unexpected("commentaire") }
    offset += 2
    while !bytes[offset...].starts(with: "*/".utf8) {
      guard let byte = current else { throw unexpected("« */ » de fin de commentaire") }
      if byte == 0x0A { passLineFeed() } else { offset += 1 }
    }
    offset += 2
  }

  private mutating func unexpected(_ expected: String) -> JSONSyntaxError {
    guard current != nil else {
      return JSONSyntaxError(position: position(), problem: .unexpectedEnd(expected: expected))
    }
    let rest = String(decoding: bytes[offset..<min(offset + 16, bytes.count)], as: UTF8.self)
    let found = rest.first.map { $0.isNewline ? "fin de ligne" : String($0) } ?? ""
    return JSONSyntaxError(
      position: position(),
      problem: .unexpected(found: found, expected: expected),
    )
  }

  private mutating func invalidEscape(from start: Int) -> JSONSyntaxError {
    let text = String(decoding: bytes[start..<min(start + 6, bytes.count)], as: UTF8.self)
    offset = start
    return JSONSyntaxError(position: position(), problem: .invalidEscape(text))
  }
}
