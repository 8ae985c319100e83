public import HTML

/// A small box in a cell, named by its row and column for those who do not see them.
public struct SaisieEnTableau: Composant, Sendable {
  private let nom: String
  private let libelle: String
  private let valeur: String
  private let erreur: String?
  private let estDesactivee: Bool

  /// `nom`: unique in the page: it also makes the ids.
  public init(
    _ nom: String,
    _ libelle: String,
    valeur: String = "",
    erreur: String? = nil,
    estDesactivee: Bool = false,
  ) {
    self.nom = nom
    self.libelle = libelle
    self.valeur = valeur
    self.erreur = erreur
    self.estDesactivee = estDesactivee
  }

  @HTMLBuilder public var corps: some HTML {
    input(
      .class("saisie"),
      .type("text"),
      .id("saisie-" + nom),
      .name(nom),
      .value(valeur),
      .autocomplete("off"),
      .inputMode("decimal"),
      .disabled(estDesactivee),
      .aria("label", phrase(libelle)),
      .aria("invalid", "true").when(erreur != nil),
      .aria("describedby", "saisie-\(nom)-erreur").when(erreur != nil),
    )
    if let erreur { span(.class("faute"), .id("saisie-\(nom)-erreur")) { phrase(erreur) } }
  }
}
