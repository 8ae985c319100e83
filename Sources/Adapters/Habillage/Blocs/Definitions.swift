public import HTML

/// Terms and what stands for each, in two columns.
public struct Definitions: Composant {
  private let termes: [(terme: String, valeur: Cellule)]

  public init(_ termes: [(String, Cellule)]) {
    self.termes = termes.map { (terme: $0.0, valeur: $0.1) }
  }

  public var corps: some HTML {
    dl(.class("definitions")) {
      for entree in termes {
        div {
          dt { phrase(entree.terme) }
          dd { entree.valeur }
        }
      }
    }
  }
}
