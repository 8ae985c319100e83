public import HTML
internal import HTTPServer

/// A whole page: banner, path to it, title and actions, messages, content, foot.
public struct PageComplete<Actions: HTML, Contenu: HTML>: Composant {
  private let titre: String
  private let cadre: Cadre
  private let fil: [Lien]
  private let avis: [Avis]
  private let actions: Actions?
  private let contenu: Contenu

  /// A page whose title has buttons beside it.
  public init(
    _ titre: String,
    dans cadre: Cadre,
    fil: [Lien] = [],
    avis: [Avis] = [],
    @HTMLBuilder actions: () -> Actions,
    @HTMLBuilder contenu: () -> Contenu,
  ) {
    self.titre = titre
    self.cadre = cadre
    self.fil = fil
    self.avis = avis
    self.actions = actions()
    self.contenu = contenu()
  }

  public var corps: some HTML {
    HTMLDocument {
      tete
    } body: {
      a(.class("eviter"), .href("#contenu")) { "Aller au contenu" }
      Bandeau(cadre)
      page
      footer(.class("pied")) { p { "Délibéré – " + phrase(cadre.etablissement) } }
    }
  }

  @HTMLBuilder private var tete: some HTML {
    meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
    meta(.name("color-scheme"), .content("light dark"))
    title { phrase(titre) + " – Délibéré" }
    link(.rel("icon"), .type("image/svg+xml"), .href(SafeURL(cadre.icone)))
    stylesheet(SafeURL(cadre.feuille), nonce: cadre.nonce.description)
    for script in cadre.scripts { Script(SafeURL(script), nonce: cadre.nonce.description) }
  }

  private var page: some HTML {
    main(.id("contenu"), .class("page"), .tabIndex(-1)) {
      div(.class("entete")) {
        div {
          if !fil.isEmpty { Fil(fil, jusqua: titre) }
          h1 { phrase(titre) }
        }
        if let actions { div(.class("actions")) { actions } }
      }
      for un in avis { un }
      contenu
    }
  }
}

extension PageComplete where Actions == EmptyHTML {
  /// A page whose title stands alone.
  public init(
    _ titre: String,
    dans cadre: Cadre,
    fil: [Lien] = [],
    avis: [Avis] = [],
    @HTMLBuilder contenu: () -> Contenu,
  ) {
    self.titre = titre
    self.cadre = cadre
    self.fil = fil
    self.avis = avis
    actions = nil
    self.contenu = contenu()
  }
}
