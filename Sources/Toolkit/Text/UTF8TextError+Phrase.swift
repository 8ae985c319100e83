extension UTF8TextError {
  /// Where in the file, when one place can be named.
  public var position: TextPosition? {
    switch self {
    case .empty, .otherUnicodeEncoding: nil
    case .invalidByte(_, let position), .controlCharacter(_, let position): position
    }
  }

  /// The fault in French and what to do about it.
  public var phrase: String {
    switch self {
    case .empty: "le fichier est vide"
    case .otherUnicodeEncoding(let name):
      "texte codé en \(name) : UTF-8 attendu (iconv -f \(name) -t UTF-8 FICHIER le convertit)"
    case .invalidByte(let byte, _):
      "octet \(byte.hexadecimal) illisible : UTF-8 attendu, le fichier est sans doute en "
        + "Windows-1252 (iconv -f WINDOWS-1252 -t UTF-8 FICHIER le convertit)"
    case .controlCharacter(let byte, _):
      "caractère de commande \(byte.hexadecimal) : un texte est attendu, le fichier est binaire"
    }
  }
}

extension UInt8 {
  fileprivate var hexadecimal: String {
    let digits = String(self, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }
}
