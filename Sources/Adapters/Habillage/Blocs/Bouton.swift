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
    case aparte(SafeURL)
  }

  private let texte: String
  private let allure: Allure
  private let effet: Effet
  private let estDesactive: Bool
  private let touche: String?

  /// A button that sends its form, with a value of its own where the form has several buttons.
  ///
  /// `touche`: the key that presses it on a page whose script listens to keys.
  public init(
    _ texte: String,
    _ allure: Allure = .second,
    nom: String? = nil,
    valeur: String = "",
    estDesactive: Bool = false,
    touche: String? = nil,
  ) {
    self.texte = texte
    self.allure = allure
    self.estDesactive = estDesactive
    self.touche = touche
    effet = .envoi(nom: nom, valeur: valeur)
  }

  /// A link that looks like a button.
  public init(
    _ texte: String,
    _ allure: Allure = .second,
    vers adresse: SafeURL,
    touche: String? = nil,
  ) {
    self.touche = touche
    self.texte = texte
    self.allure = allure
    estDesactive = false
    effet = .lien(adresse)
  }

  /// A button that sends its form elsewhere, and shows in a new tab what comes of it.
  public init(_ texte: String, _ allure: Allure = .second, enAparte adresse: SafeURL) {
    touche = nil
    self.texte = texte
    self.allure = allure
    estDesactive = false
    effet = .aparte(adresse)
  }

  public var corps: some HTML {
    switch effet {
    case .aparte(let adresse):
      Element(
        "button",
        [.class(classe), .type("submit"), .formAction(adresse), .formTarget("_blank")],
        intitule,
      )
    case .lien(let adresse):
      Element("a", [.class(classe), .href(adresse)] + raccourci, intitule)
    case .envoi(let nom, let valeur):
      Element(
        "button",
        [
          .class(classe),
          .type("submit"),
          .name(nom ?? "").when(nom != nil),
          .value(valeur).when(nom != nil),
          .disabled(estDesactive),
        ] + raccourci,
        intitule,
      )
    }
  }

  @HTMLBuilder private var intitule: some HTML {
    phrase(texte)
    if let touche {
      kbd(.aria("hidden", "true")) { Self.noms[touche] ?? touche }
    }
  }

  /// How a key that has no letter is shown.
  private static let noms = ["ArrowRight": "→", "ArrowLeft": "←", "Enter": "Entrée"]

  private var raccourci: [Attribute] {
    touche.map { [.data("touche", $0), .aria("keyshortcuts", $0)] } ?? []
  }

  private var classe: String { "bouton " + allure.rawValue }
}
