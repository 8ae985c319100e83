public import HTML
public import HTTPServer

/// What the pages of one visit share: files, menu, person, establishment.
public struct Cadre: Sendable {
  /// Whoever is signed in, and how they leave.
  public struct Personne: Sendable {
    let nom: String
    /// The page of their own account.
    let compte: SafeURL?
    let deconnexion: SafeURL
    let jeton: Jeton

    public init(
      _ nom: String,
      compte: SafeURL? = nil,
      deconnexion: SafeURL,
      jeton: Jeton,
    ) {
      self.nom = nom
      self.compte = compte
      self.deconnexion = deconnexion
      self.jeton = jeton
    }
  }

  public var nonce: Nonce
  public var feuille = Habillage.feuille
  public var icone = Habillage.icone
  /// Run once the page is read.
  public var scripts: [HTTPPath] = []
  public var accueil: SafeURL = "/"
  public var menu: [Lien]
  public var personne: Personne?
  /// Stands at the foot, with the name of the program.
  public var etablissement: String

  public init(
    nonce: Nonce,
    menu: [Lien] = [],
    personne: Personne? = nil,
    etablissement: String,
    scripts: [HTTPPath] = [],
  ) {
    self.nonce = nonce
    self.menu = menu
    self.personne = personne
    self.etablissement = etablissement
    self.scripts = scripts
  }
}
