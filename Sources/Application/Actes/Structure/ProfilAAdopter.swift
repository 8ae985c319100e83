/// A règlement ready to be adopted: its name and the text that needs nothing beside it.
public struct ProfilAAdopter: Hashable, Sendable {
  public let nom: String
  public let texte: String

  public init(nom: String, texte: String) {
    self.nom = nom
    self.texte = texte
  }
}

/// Why a text is not a règlement; nothing was written.
public struct ProfilRefuse: Error, Hashable, Sendable {
  /// The fault with its place, in French.
  public let raison: String

  public init(raison: String) {
    self.raison = raison
  }
}
