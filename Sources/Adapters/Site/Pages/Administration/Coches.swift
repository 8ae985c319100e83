internal import HTML
internal import HTTPServer
internal import Habillage

/// Several boxes under one name, of which any may be ticked.
struct Coches: Composant {
  private let nom: String
  private let intitule: String
  private let choix: [(valeur: String, libelle: String)]
  private let cochees: Set<String>
  private let aide: String?
  private let erreur: String?

  init(
    _ nom: String,
    _ intitule: String,
    _ choix: [(String, String)],
    cochees: Set<String>,
    aide: String? = nil,
    erreur: String? = nil,
  ) {
    self.nom = nom
    self.intitule = intitule
    self.choix = choix.map { (valeur: $0.0, libelle: $0.1) }
    self.cochees = cochees
    self.aide = aide
    self.erreur = erreur
  }

  var corps: some HTML {
    fieldset(.class("champ champ-groupe")) {
      legend { Typographie.phrase(intitule) }
      if let erreur { p(.class("faute"), .role("alert")) { Typographie.phrase(erreur) } }
      if let aide { p(.class("aide")) { Typographie.phrase(aide) } }
      for (rang, un) in choix.enumerated() {
        div(.class("coche")) {
          input(
            .type("checkbox"),
            .id("\(nom)-\(rang)"),
            .name(nom),
            .value(un.valeur),
            .checked(cochees.contains(un.valeur)),
          )
          label(.for("\(nom)-\(rang)")) { Typographie.phrase(un.libelle) }
        }
      }
    }
  }
}

extension HTTPForm {
  /// What was typed in a field, without the spaces around it.
  func ligne(_ nom: String) -> String { (self[nom] ?? "").sansBords }
}
