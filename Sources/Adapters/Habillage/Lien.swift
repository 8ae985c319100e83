public import HTML
public import HTTPServer

/// A link with its words.
public struct Lien: Composant, Sendable {
  public let texte: String
  public let adresse: SafeURL
  /// Whether it leads to where the person is.
  public let estCourant: Bool

  public init(_ texte: String, vers adresse: SafeURL, estCourant: Bool = false) {
    self.texte = texte
    self.adresse = adresse
    self.estCourant = estCourant
  }

  public var corps: some HTML {
    a(.href(adresse), .aria("current", "page").when(estCourant)) { phrase(texte) }
  }
}

extension SafeURL {
  /// The address of a path of the site.
  public init(_ chemin: HTTPPath) {
    guard let adresse = SafeURL(chemin.description) else {
      preconditionFailure("a path is always safe: \(chemin)")
    }
    self = adresse
  }
}
