extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  /// What an atom of RFC 5322 is made of.
  var isAtext: Bool { isLetter || isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }

  /// A character of ASCII that shows, or the space.
  var isPrintable: Bool { (0x20...0x7E).contains(self) }

  /// Two digits in base 16, upper case.
  var hexadecimal: [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [digits[Int(self >> 4)], digits[Int(self & 15)]]
  }
}

extension Unicode.Scalar {
  /// What may end a line or hide in one: C0, C1, DEL and the separators of Unicode.
  var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
  }
}

extension StringProtocol {
  /// Whether it is atoms joined by single dots.
  var isDotAtom: Bool {
    split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.utf8.allSatisfy(\.isAtext)
    }
  }

  /// Whether it holds nothing that could end a line.
  var hasNoControl: Bool { !unicodeScalars.contains { $0.isControl } }
}
