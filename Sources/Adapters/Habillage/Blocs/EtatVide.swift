public import HTML

/// What stands where there is nothing yet: why, and what to do.
public struct EtatVide: Composant, Sendable {
  private let titre: String
  private let texte: String?
  private let action: Bouton?

  public init(_ titre: String, _ texte: String? = nil, action: Bouton? = nil) {
    self.titre = titre
    self.texte = texte
    self.action = action
  }

  public var corps: some HTML {
    div(.class("vide")) {
      p(.class("vide-titre")) { phrase(titre) }
      if let texte { p { phrase(texte) } }
      action
    }
  }
}
