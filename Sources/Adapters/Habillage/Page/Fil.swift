internal import HTML

/// The way from the first page to this one, which it names last.
struct Fil: Composant {
  private let liens: [Lien]
  private let titre: String

  init(_ liens: [Lien], jusqua titre: String) {
    self.liens = liens
    self.titre = titre
  }

  var corps: some HTML {
    nav(.class("fil"), .aria("label", "Fil d’Ariane")) {
      ol {
        for lien in liens { li { lien } }
        li { span(.aria("current", "page")) { phrase(titre) } }
      }
    }
  }
}
