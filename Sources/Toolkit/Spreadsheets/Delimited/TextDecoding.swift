/// Brings the text of a CSV file to UTF-8, from what spreadsheet programs write.
enum TextDecoding {
  /// UTF-8, with or without its mark; UTF-16 with its mark; Windows-1252 otherwise.
  static func utf8(_ bytes: [UInt8]) throws(SpreadsheetError) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, isLittleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, isLittleEndian: false) }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return bytes
    } catch {
      guard let text = windows1252(bytes) else { throw SpreadsheetError(.unknownEncoding) }
      return text
    }
  }

  private static func utf16(_ bytes: [UInt8], isLittleEndian: Bool) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else if byte >= 0xA0 {
        result += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      } else {
        let scalar = upper[Int(byte - 0x80)]
        guard scalar != "\0" else { return nil }
        result += Array(String(scalar).utf8)
      }
    }
    return result
  }

  /// The characters of the bytes 0x80 to 0x9F; NUL where there is none.
  private static let upper: [Unicode.Scalar] = [
    "€", "\0", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\0", "Ž", "\0",
    "\0", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\0", "ž", "Ÿ",
  ]
}
