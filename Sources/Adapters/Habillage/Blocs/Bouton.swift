public import HTML

/// Something to press: it sends the form that it stands in, or leads elsewhere.
public struct Bouton: Composant, Sendable {
  public enum Allure: String, CaseIterable, Sendable {
    /// The one thing to do here.
    case premier
    case second
    /// What cannot be undone.
    case danger
    /// What should not draw the eye.
    case discret
  }

  private enum Effet: Sendable {
    case envoi(nom: String?, valeur: String)
    case lien(SafeURL)
  }

  private let texte: String
  private let allure: Allure
  private let effet: Effet
  private let estDesactive: Bool

  /// A button that sends its form, with a value of its own where the form has several buttons.
  public init(
    _ texte: String,
    _ allure: Allure = .second,
    nom: String? = nil,
    valeur: String = "",
    estDesactive: Bool = false,
  ) {
    self.texte = texte
    self.allure = allure
    self.estDesactive = estDesactive
    effet = .envoi(nom: nom, valeur: valeur)
  }

  /// A link that looks like a button.
  public init(_ texte: String, _ allure: Allure = .second, vers adresse: SafeURL) {
    self.texte = texte
    self.allure = allure
    estDesactive = false
    effet = .lien(adresse)
  }

  public var corps: some HTML {
    switch effet {
    case .lien(let adresse):
      a(.class(classe), .href(adresse)) { phrase(texte) }
    case .envoi(let nom, let valeur):
      button(
        .class(classe),
        .type("submit"),
        .name(nom ?? "").when(nom != nil),
        .value(valeur).when(nom != nil),
        .disabled(estDesactive),
      ) { phrase(texte) }
    }
  }

  private var classe: String { "bouton " + allure.rawValue }
}
