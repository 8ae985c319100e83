public import HTML

/// A message about what was just done, told at once to those who hear the page.
public struct Avis: Composant, Sendable {
  private let ton: Ton
  private let titre: String?
  private let texte: String

  public init(_ ton: Ton, titre: String? = nil, _ texte: String) {
    self.ton = ton
    self.titre = titre
    self.texte = texte
  }

  public var corps: some HTML {
    Encart(ton, titre: titre, annonce: ton == .erreur ? .alerte : .etat, texte)
  }
}
