internal import HTML

/// Buttons and states, in every look.
struct ExemplesDeBoutons: Composant {
  var corps: some HTML {
    Grille {
      Carte("Boutons") {
        Boutons(
          Bouton("Principal", .premier),
          Bouton("Secondaire"),
          Bouton("Dangereux", .danger),
          Bouton("Discret", .discret),
        )
        Boutons(
          Bouton("Principal", .premier, estDesactive: true),
          Bouton("Secondaire", estDesactive: true),
          Bouton("Dangereux", .danger, estDesactive: true),
          Bouton("Discret", .discret, estDesactive: true),
        )
      }
      Carte("Pastilles et termes") {
        div(.class("actions")) {
          Pastille("neutre")
          Pastille("annoncée", .information)
          Pastille("acquise", .succes)
          Pastille("en attente", .attention)
          Pastille("défaillant", .erreur)
        }
        Definitions([
          ("Module", "R101 Anglais, semestre 1"), ("Date", "3\u{A0}novembre\u{A0}2026"),
          ("Coefficient", "2"), ("État", .init(Pastille("non publiée", .attention))),
        ])
      }
    }
  }
}
