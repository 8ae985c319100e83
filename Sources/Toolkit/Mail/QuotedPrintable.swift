/// Texts in ASCII lines of 76 characters at most (RFC 2045, 6.7).
enum QuotedPrintable {
  /// A text whose lines, however they end, end with CRLF, the last one included.
  static func encoded(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      encodeLine(bytes[start..<end], &output)
      start = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
    }
    return output
  }

  private static func encodeLine(_ line: ArraySlice<UInt8>, _ output: inout [UInt8]) {
    var column = 0
    for (rank, byte) in zip(line.indices, line) {
      let isLast = rank == line.endIndex - 1
      var code = encoded(byte, isLast: isLast, isFirst: column == 0)
      if column + code.count > (isLast ? 76 : 75) {
        output += [UInt8(ascii: "="), 0x0D, 0x0A]
        column = 0
        code = encoded(byte, isLast: isLast, isFirst: true)
      }
      output += code
      column += code.count
    }
    output += [0x0D, 0x0A]
  }

  /// A dot or an « F » that begins a line is encoded: some programs change such lines.
  private static func encoded(_ byte: UInt8, isLast: Bool, isFirst: Bool) -> [UInt8] {
    let isBlank = byte == 0x20 || byte == 0x09
    let isRisky = isFirst && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
    let isPlain = isBlank ? !isLast : (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
    return isPlain && !isRisky ? [byte] : [UInt8(ascii: "=")] + byte.hexadecimal
  }
}
