internal import SQL

/// A statement that the server has prepared.
struct PostgreSQLStatement {
  /// Its name on the server.
  let name: String
  /// Whether all columns of its rows are better read in binary.
  let givesBinary: Bool

  /// The text with `$1` where ours has `?1`, outside quotes and comments.
  static func translate(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "?")) else { return text }
    var result: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.first {
      let length = skippedLength(rest)
      if length > 0 {
        result += rest.prefix(length)
        rest = rest.dropFirst(length)
        continue
      }
      rest = rest.dropFirst()
      let isPlace = byte == UInt8(ascii: "?") && (rest.first.map(isDigit) ?? false)
      result.append(isPlace ? UInt8(ascii: "$") : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The bytes of the literal, name or comment that opens here; 0 where none does.
  private static func skippedLength(_ rest: Substring.UTF8View) -> Int {
    guard let (closing, opening) = closing(of: rest) else { return 0 }
    var position = rest.index(rest.startIndex, offsetBy: opening)
    while position < rest.endIndex {
      if rest[position...].starts(with: closing) {
        position = rest.index(position, offsetBy: closing.count)
        break
      }
      position = rest.index(after: position)
    }
    return rest.distance(from: rest.startIndex, to: position)
  }

  /// What ends the literal, name or comment that opens here, and the bytes that open it.
  ///
  /// A doubled quote reads as two literals side by side, which changes nothing.
  private static func closing(of rest: Substring.UTF8View) -> (String.UTF8View, Int)? {
    switch rest.first {
    case UInt8(ascii: "'"): ("'".utf8, 1)
    case UInt8(ascii: "\""): ("\"".utf8, 1)
    case UInt8(ascii: "-") where rest.starts(with: "--".utf8): ("\n".utf8, 2)
    case UInt8(ascii: "/") where rest.starts(with: "/*".utf8): ("*/".utf8, 2)
    default: nil
    }
  }
}
