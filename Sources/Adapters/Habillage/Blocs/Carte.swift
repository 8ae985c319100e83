public import HTML

/// A section of a page with its title, on a sheet of its own.
public struct Carte<Actions: HTML, Contenu: HTML>: Composant {
  private let titre: String
  private let ancre: String?
  private let actions: Actions?
  private let contenu: Contenu

  /// A section with buttons beside its title.
  ///
  /// `ancre`: its `id`, for links that lead to it.
  public init(
    _ titre: String,
    ancre: String? = nil,
    @HTMLBuilder actions: () -> Actions,
    @HTMLBuilder contenu: () -> Contenu,
  ) {
    self.titre = titre
    self.ancre = ancre
    self.actions = actions()
    self.contenu = contenu()
  }

  public var corps: some HTML {
    section(.id(ancre ?? "").when(ancre != nil), .class("carte")) {
      div(.class("carte-tete")) {
        h2 { phrase(titre) }
        if let actions { div(.class("actions")) { actions } }
      }
      contenu
    }
  }
}

extension Carte where Actions == EmptyHTML {
  public init(_ titre: String, ancre: String? = nil, @HTMLBuilder contenu: () -> Contenu) {
    self.titre = titre
    self.ancre = ancre
    actions = nil
    self.contenu = contenu()
  }
}

/// Cards side by side, as many as the width holds.
public struct Grille<Contenu: HTML>: Composant {
  private let contenu: Contenu

  public init(@HTMLBuilder _ contenu: () -> Contenu) {
    self.contenu = contenu()
  }

  public var corps: some HTML { div(.class("grille")) { contenu } }
}
