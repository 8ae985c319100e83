public import HTML

/// A small box in a cell, named by its row and column for those who do not see them.
public struct SaisieEnTableau: Composant, Sendable {
  private let nom: String
  private let libelle: String
  private let valeur: String
  private let erreur: String?
  private let estDesactivee: Bool
  private let attributs: [Attribute]

  /// `nom` is unique in the page: it also makes the ids; `attributs` are what a script needs.
  public init(
    _ nom: String,
    _ libelle: String,
    valeur: String = "",
    erreur: String? = nil,
    estDesactivee: Bool = false,
    attributs: [Attribute] = [],
  ) {
    self.nom = nom
    self.libelle = libelle
    self.valeur = valeur
    self.erreur = erreur
    self.estDesactivee = estDesactivee
    self.attributs = attributs
  }

  @HTMLBuilder public var corps: some HTML {
    VoidElement(
      "input",
      [
        .class("saisie"), .type("text"), .id("saisie-" + nom), .name(nom), .value(valeur),
        .autocomplete("off"), .inputMode("decimal"), .disabled(estDesactivee),
        .aria("label", phrase(libelle)), .aria("invalid", "true").when(erreur != nil),
        .aria("describedby", "saisie-\(nom)-erreur").when(erreur != nil),
      ] + attributs,
    )
    if let erreur { span(.class("faute"), .id("saisie-\(nom)-erreur")) { phrase(erreur) } }
  }
}
