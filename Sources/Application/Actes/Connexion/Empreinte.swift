/// The digest of a secret that was given out (cookie, code, token): what the register keeps of it.
public struct Empreinte: Hashable, Sendable {
  /// 64 hexadecimal digits.
  public let texte: String

  public init?(_ texte: String) {
    guard texte.utf8.count == 64,
      texte.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.texte = texte
  }
}

/// A secret just made: its text is shown or sent once, and never kept.
public struct SecretDonne: Sendable {
  public let texte: String
  public let empreinte: Empreinte

  public init(texte: String, empreinte: Empreinte) {
    self.texte = texte
    self.empreinte = empreinte
  }
}
