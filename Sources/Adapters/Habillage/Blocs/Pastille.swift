public import HTML

/// The state of something, in words on a colour.
public struct Pastille: Composant, Sendable {
  private let texte: String
  private let ton: Ton

  public init(_ texte: String, _ ton: Ton = .neutre) {
    self.texte = texte
    self.ton = ton
  }

  public var corps: some HTML { span(.class("pastille \(ton.classe)")) { phrase(texte) } }
}
