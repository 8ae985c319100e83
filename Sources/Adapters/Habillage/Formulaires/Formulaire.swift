public import HTML

/// The proof that a form was given by this site, in a hidden field.
public struct Jeton: Hashable, Sendable {
  let nom: String
  let valeur: String

  public init(nom: String = "jeton", _ valeur: String) {
    self.nom = nom
    self.valeur = valeur
  }
}

/// A form that writes something: sent by POST, with its token.
public struct Formulaire<Contenu: HTML>: Composant {
  private let adresse: SafeURL
  private let jeton: Jeton
  private let aDesFichiers: Bool
  private let attributs: [Attribute]
  private let contenu: Contenu

  public init(
    vers adresse: SafeURL,
    jeton: Jeton,
    aDesFichiers: Bool = false,
    attributs: [Attribute] = [],
    @HTMLBuilder contenu: () -> Contenu,
  ) {
    self.adresse = adresse
    self.jeton = jeton
    self.aDesFichiers = aDesFichiers
    self.attributs = attributs
    self.contenu = contenu()
  }

  public var corps: some HTML {
    Element(
      "form",
      [
        .class("formulaire"), .post, .action(adresse), .multipart.when(aDesFichiers), .noValidate,
      ] + attributs,
      HTMLGroup(input(.type("hidden"), .name(jeton.nom), .value(jeton.valeur)), contenu),
    )
  }
}

/// A form that only asks: its fields are in the address.
public struct Recherche<Contenu: HTML>: Composant {
  private let adresse: SafeURL
  private let contenu: Contenu

  public init(vers adresse: SafeURL, @HTMLBuilder contenu: () -> Contenu) {
    self.adresse = adresse
    self.contenu = contenu()
  }

  public var corps: some HTML {
    search { form(.class("recherche"), .get, .action(adresse)) { contenu } }
  }
}

/// Fields side by side, their boxes on one line.
public struct Rangee<Contenu: HTML>: Composant {
  private let contenu: Contenu

  public init(@HTMLBuilder _ contenu: () -> Contenu) { self.contenu = contenu() }

  public var corps: some HTML { div(.class("rangee")) { contenu } }
}

/// The buttons at the end of a form.
public struct Boutons: Composant, Sendable {
  private let boutons: [Bouton]

  public init(_ boutons: Bouton...) { self.boutons = boutons }

  public var corps: some HTML { div(.class("actions")) { for bouton in boutons { bouton } } }
}
