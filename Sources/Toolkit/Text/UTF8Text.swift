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
  String(decoding: bytes[try checkUTF8Text(bytes)...], as: UTF8.self)
}

/// Checks that bytes are what `decodeUTF8Text` decodes, without making a text of them.
/// - Returns: where the text starts, after a byte order mark.
public func checkUTF8Text(_ bytes: [UInt8]) throws(UTF8TextError) -> Int {
  for (mark, name) in foreignMarks where bytes.starts(with: mark) {
    throw .otherUnicodeEncoding(name: name)
  }
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let content = bytes[start...]
  if let offset = content.firstIndex(where: isForbiddenControl) {
    throw .controlCharacter(content[offset], at: position(of: offset, in: content))
  }
  if let offset = firstInvalidOffset(in: content) {
    throw .invalidByte(content[offset], at: position(of: offset, in: content))
  }
  guard !isBlank(content) else { throw .empty }
  return start
}

/// UTF-32 before UTF-16: the little-endian mark of the one starts with that of the other.
private let foreignMarks: [([UInt8], String)] = [
  ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
  ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
]

private func isForbiddenControl(_ byte: UInt8) -> Bool {
  guard byte >= 0x20 else {
    return byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D
  }
  return byte == 0x7F
}

/// Finds the first byte that cannot stand where it stands.
private func firstInvalidOffset(in content: ArraySlice<UInt8>) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: content.span)
    return nil
  } catch {
    return content.startIndex + error.byteOffsets.lowerBound
  }
}

/// Whether there is no character but white space.
private func isBlank(_ content: ArraySlice<UInt8>) -> Bool {
  let visible = content.firstIndex { $0 > 0x20 }
  guard let visible, content[visible] >= 0x80 else { return visible == nil }
  return String(decoding: content[visible...], as: UTF8.self).allSatisfy(\.isWhitespace)
}

private func position(of offset: Int, in content: ArraySlice<UInt8>) -> TextPosition {
  let before = content[content.startIndex..<offset]
  let line = before.count { $0 == 0x0A } + 1
  let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? content.startIndex
  let column = String(decoding: content[lineStart..<offset], as: UTF8.self).count + 1
  return TextPosition(line: line, column: column)
}
