/// A Content-Type header: its name and, for a form in parts, what stands between the parts.
struct MediaType {
  /// « text/html », in lower case.
  let name: String
  /// 1 to 70 characters that RFC 2046 (5.1.1) lets stand there, spaces excepted.
  let boundary: [UInt8]?

  init?(_ text: String) {
    let pieces = text.split(separator: ";", omittingEmptySubsequences: false)
    guard let first = pieces.first else { return nil }
    name = Self.trim(first).lowercased()
    let boundaries = pieces.dropFirst().compactMap { piece -> [UInt8]? in
      let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, Self.trim(halves[0]).lowercased() == "boundary" else { return nil }
      var value = Self.trim(halves[1])
      if value.count >= 2, value.first == "\"", value.last == "\"" {
        value = value.dropFirst().dropLast()
      }
      return Array(value.utf8)
    }
    boundary = boundaries.count == 1 && Self.isBoundary(boundaries[0]) ? boundaries[0] : nil
  }

  private static func isBoundary(_ bytes: [UInt8]) -> Bool {
    (1...70).contains(bytes.count)
      && bytes.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27...0x29, 0x2B...0x2F, 0x3A, 0x3D, 0x3F,
          0x5F:
          true
        default: false
        }
      }
  }

  private static func trim(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
