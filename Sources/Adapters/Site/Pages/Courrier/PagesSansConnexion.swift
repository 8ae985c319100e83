internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

extension Visite {
  /// Where a code is asked for by whoever forgot their password.
  func motDePasseOublie(erreur: String? = nil, _ statut: HTTPStatus = .ok) -> HTTPResponse {
    page(
      "Mot de passe oublié",
      fil: [Lien("Connexion", vers: "/connexion")],
      statut: statut,
    ) {
      div(.class("etroit")) {
        if site.reglages.courrier == nil {
          EtatVide("Le site n’écrit pas de courrier", Self.aQuiDemander)
        } else {
          Carte("Recevoir un code") {
            p {
              "Un message part à l’adresse connue de votre compte, avec un code qui sert une fois, "
                + "pendant trente minutes."
            }
            Formulaire(vers: "/mot-de-passe-oublie", jeton: jeton) {
              Champ(
                "identifiant",
                "Identifiant ou adresse",
                .texte(),
                erreur: erreur,
                remplissage: "username",
              )
              Boutons(Bouton("Recevoir un code", .premier))
            }
          }
          p(.class("aide")) {
            "Rien n’arrive ? Regardez dans les indésirables, attendez quelques minutes, puis "
              + "demandez un code à qui administre l’établissement."
          }
        }
      }
    }
  }

  private static let aQuiDemander =
    "Demandez un code à qui administre l’établissement ; il se donne ensuite depuis « J’ai un code »."

  /// What a link of a message proposes to switch off.
  func desinscription(_ sujets: Set<SujetDAvis>, _ droit: String) -> HTTPResponse {
    page("Ne plus recevoir ces messages") {
      div(.class("etroit")) {
        Carte("Vous ne recevrez plus de message quand") {
          liste(sujets)
          Formulaire(vers: Chemin.de(["courrier", "desinscription", droit]), jeton: jeton) {
            Boutons(Bouton("Ne plus recevoir ces messages", .premier))
          }
          p(.class("aide")) { "Rien n’est perdu : tout se lit toujours sur le site." }
        }
      }
    }
  }

  /// What was switched off.
  func desinscrit(_ sujets: Set<SujetDAvis>) -> HTTPResponse {
    page("C’est fait", avis: [Avis(.succes, "Ces messages ne vous seront plus écrits.")]) {
      div(.class("etroit")) {
        Carte("Plus de message quand") {
          liste(sujets)
          p { Lien("Les recevoir de nouveau, depuis mon compte", vers: "/compte") }
        }
      }
    }
  }

  private func liste(_ sujets: Set<SujetDAvis>) -> some HTML {
    ul {
      HTMLList(SujetDAvis.allCases.filter(sujets.contains).map { sujet in li { sujet.titre } })
    }
  }
}
