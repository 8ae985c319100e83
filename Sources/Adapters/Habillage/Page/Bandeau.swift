internal import HTML

/// The top of a page; on a phone its menu folds, without script.
///
/// The menu is written twice and one is not displayed, since a folded `details` cannot be shown
/// unfolded by a style sheet in every browser.
struct Bandeau: Composant {
  private let cadre: Cadre

  init(_ cadre: Cadre) { self.cadre = cadre }

  var corps: some HTML {
    header(.class("bandeau")) {
      a(.class("marque"), .href(cadre.accueil)) {
        Signe()
        "Délibéré"
      }
      if aUnMenu {
        div(.class("menu-large")) { menu }
        details(.class("menu-etroit")) {
          summary { "Menu" }
          div { menu }
        }
      }
    }
  }

  private var aUnMenu: Bool { !cadre.menu.isEmpty || cadre.personne != nil }

  @HTMLBuilder private var menu: some HTML {
    if !cadre.menu.isEmpty {
      nav(.aria("label", "Menu principal")) { ul { for lien in cadre.menu { li { lien } } } }
    }
    if let personne = cadre.personne {
      div(.class("compte")) {
        if let compte = personne.compte {
          a(.href(compte), .aria("label", "Mon compte, \(personne.nom)")) { personne.nom }
        } else {
          span { personne.nom }
        }
        Formulaire(vers: personne.deconnexion, jeton: personne.jeton) {
          Bouton("Se déconnecter", .discret)
        }
      }
    }
  }
}

/// The sign of the program: a voice, and the two accents of its name.
struct Signe: Composant {
  var corps: some HTML {
    svg(.class("signe"), .viewBox("0 0 32 32"), .aria("hidden", "true")) {
      path(.d("M16 1a15 15 0 1 1 0 30H4a3 3 0 0 1-3-3V16A15 15 0 0 1 16 1Z")) {}
      path(.class("accents"), .d("m11 21 3-10m4.5 10 3-10")) {}
    }
  }
}
