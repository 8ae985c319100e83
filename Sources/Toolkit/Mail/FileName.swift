/// Names of files as parameters of a header (RFC 2183, RFC 2231).
enum FileName {
  /// « filename="a.pdf" », or pieces of an encoded name, in the order of their numbers.
  static func parameters(_ name: String) -> [String] {
    let isPlain = name.utf8.allSatisfy { $0.isPrintable && !"\"%*'".utf8.contains($0) }
    guard !isPlain || name.utf8.count > 60 else { return ["filename=\"\(name)\""] }
    let pieces = pieces(name)
    guard pieces.count > 1 else { return ["filename*=utf-8''\(pieces[0])"] }
    return pieces.enumerated().map { rank, piece in
      let end = rank == pieces.count - 1 ? "" : ";"
      return rank == 0 ? "filename*0*=utf-8''\(piece)\(end)" : "filename*\(rank)*=\(piece)\(end)"
    }
  }

  private static func pieces(_ name: String) -> [String] {
    var pieces: [String] = [""]
    for scalar in name.unicodeScalars {
      let code = String(decoding: String(scalar).utf8.flatMap(encoded), as: UTF8.self)
      if pieces[pieces.count - 1].utf8.count + code.utf8.count > 50 { pieces.append("") }
      pieces[pieces.count - 1] += code
    }
    return pieces
  }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    let isPlain = byte.isLetter || byte.isDigit || "-._".utf8.contains(byte)
    return isPlain ? [byte] : [UInt8(ascii: "%")] + byte.hexadecimal
  }
}
