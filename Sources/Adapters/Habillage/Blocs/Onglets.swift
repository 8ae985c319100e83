public import HTML

/// Links between the views of one thing.
public struct Onglets: Composant, Sendable {
  private let nom: String
  private let liens: [Lien]

  /// `nom`: what the views are views of, for those who hear the page.
  public init(_ nom: String, _ liens: [Lien]) {
    self.nom = nom
    self.liens = liens
  }

  public var corps: some HTML {
    nav(.class("onglets"), .aria("label", phrase(nom))) {
      ul { for lien in liens { li { lien } } }
    }
  }
}
