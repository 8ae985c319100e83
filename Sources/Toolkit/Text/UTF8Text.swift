/// Why bytes are not a text that can be read.
public enum UTF8TextError: Error, Hashable, Sendable {
  /// No byte at all, or only white space.
  case empty
  /// The bytes start with the mark of UTF-16 or UTF-32.
  case otherUnicodeEncoding(name: String)
  /// A byte that no UTF-8 text holds at that place: often Windows-1252.
  case invalidByte(UInt8, at: TextPosition)
  /// A control character that no text file holds: the file is likely binary.
  case controlCharacter(UInt8, at: TextPosition)
}

/// Decodes a whole UTF-8 text, and names the first place that is not UTF-8.
///
/// A byte order mark is dropped. Tab, line feed, form feed and carriage return are the only
/// control characters let through.
public func decodeUTF8Text(_ bytes: [UInt8]) throws(UTF8TextError) -> String {
  for (mark, name) in foreignMarks where bytes.starts(with: mark) {
    throw .otherUnicodeEncoding(name: name)
  }
  let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  if let offset = content.firstIndex(where: isForbiddenControl) {
    throw .controlCharacter(content[offset], at: position(of: offset, in: content))
  }
  guard let text = String(validating: content, as: UTF8.self) else {
    let offset = firstInvalidOffset(in: content)
    throw .invalidByte(content[offset], at: position(of: offset, in: content))
  }
  guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
  return text
}

/// UTF-32 before UTF-16: the little-endian mark of the one starts with that of the other.
private let foreignMarks: [([UInt8], String)] = [
  ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
  ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
]

private func isForbiddenControl(_ byte: UInt8) -> Bool {
  (byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(byte)) || byte == 0x7F
}

/// Finds the first byte that cannot stand where it stands; the content must be invalid.
private func firstInvalidOffset(in content: ArraySlice<UInt8>) -> Int {
  var low = content.startIndex
  while low < content.endIndex {
    let length = sequenceLength(content[low])
    let end = low + max(length, 1)
    guard length > 0, end <= content.endIndex,
      String(validating: content[low..<end], as: UTF8.self) != nil
    else { return low }
    low = end
  }
  return content.startIndex
}

private func sequenceLength(_ lead: UInt8) -> Int {
  switch lead {
  case 0x00...0x7F: 1
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 0
  }
}

private func position(of offset: Int, in content: ArraySlice<UInt8>) -> TextPosition {
  let before = content[content.startIndex..<offset]
  let line = before.count { $0 == 0x0A } + 1
  let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? content.startIndex
  let column = String(decoding: content[lineStart..<offset], as: UTF8.self).count + 1
  return TextPosition(line: line, column: column)
}
