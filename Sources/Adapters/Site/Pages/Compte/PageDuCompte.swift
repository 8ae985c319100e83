internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  /// Whoever is signed in.
  func quiVisite() throws(Refus) -> Visiteur {
    guard let visiteur else { throw .interdit(.gererSonCompte) }
    return visiteur
  }

  /// The day in Paris.
  var aujourdHui: Jour { site.bureau.horloge.maintenant().jour }

  func monCompte(_ compte: VoirSonCompte.Compte) -> HTTPResponse {
    page("Mon compte") {
      Grille {
        Carte("Qui vous êtes") {
          Definitions([
            ("Nom", "\(compte.utilisateur.nom)"),
            ("Identifiant", "\(compte.utilisateur.identifiant)"),
          ])
        }
        Carte("Mot de passe") { motDePasseActuel(compte) }
        Carte("Second facteur") { secondFacteurActuel(compte) }
        carteDeCalendrier
      }
      Carte("Navigateurs ouverts") {
        if compte.connexions.count > 1 {
          Formulaire(vers: Chemin.fermerLesNavigateurs, jeton: jeton) {
            Bouton("Déconnecter les autres")
          }
        }
      } contenu: {
        navigateurs(compte.connexions)
      }
      Carte("Jetons d’accès") {
        Bouton("Nouveau jeton", vers: Chemin.nouveauJeton)
      } contenu: {
        jetons(compte.jetons)
      }
    }
  }

  @HTMLBuilder
  private func motDePasseActuel(_ compte: VoirSonCompte.Compte) -> some HTML {
    if compte.aUnMotDePasse {
      p { "Le changer déconnecte vos autres navigateurs." }
      Boutons(Bouton("Changer de mot de passe", vers: Chemin.changerDeMotDePasse))
    } else {
      p { Self.sansMotDePasse }
    }
  }

  /// What somebody without a password reads wherever one would be asked for.
  static let sansMotDePasse =
    "Vous n’avez pas de mot de passe ici : vous entrez par l’université. Pour en avoir un, demandez "
    + "un code à qui administre l’établissement."

  @HTMLBuilder
  private func secondFacteurActuel(_ compte: VoirSonCompte.Compte) -> some HTML {
    if compte.aUnSecondFacteur {
      p { Pastille("en place", .succes) }
      p { "Six chiffres de votre application sont demandés avec le mot de passe." }
      Boutons(Bouton("Le changer ou le retirer", vers: Chemin.secondFacteur))
    } else if compte.aUnMotDePasse {
      p {
        "Une application du téléphone montre six chiffres, demandés avec le mot de passe : qui "
          + "vous le prendrait n’entrerait pas."
      }
      Boutons(Bouton("Ajouter un second facteur", vers: Chemin.secondFacteur))
    } else {
      p { "Il va avec un mot de passe ; l’université demande le sien, s’il en faut un." }
    }
  }

  private func navigateurs(_ connexions: [Connexion]) -> some HTML {
    Tableau(
      "Navigateurs où votre compte est ouvert",
      colonnes: [.init("Ouvert le"), .init("Par"), .init("Vu pour la dernière fois")],
      lignes: connexions.reversed().map { connexion in
        let estIci = connexion.empreinte == visiteur?.connexion.empreinte
        return Tableau.Ligne([
          "\(enLettres(connexion.ouverte))", "\(connexion.moyen.phrase)",
          estIci ? Cellule(Pastille("celui-ci", .succes)) : "\(enLettres(connexion.vue))",
        ])
      },
    )
  }

  private func jetons(_ jetons: [JetonDAcces]) -> some HTML {
    Tableau(
      "Jetons qui agissent en votre nom",
      colonnes: [.init("Pour"), .init("Droits"), .init("Jusqu’au"), .init("Action")],
      lignes: jetons.map { jeton in
        Tableau.Ligne([
          "\(jeton.nom)",
          "\(Droit.allCases.filter(jeton.droits.contains).map(\.phrase).joined(separator: ", "))",
          Cellule(jusqua(jeton)),
          Cellule(
            Formulaire(vers: Chemin.revoquer(jeton.id), jeton: self.jeton) {
              Bouton("Révoquer", .discret)
            }
          ),
        ])
      },
      vide: EtatVide(
        "Aucun jeton",
        "Un jeton laisse un programme agir en votre nom, dans les droits que vous choisissez.",
      ),
    )
  }

  @HTMLBuilder
  private func jusqua(_ jeton: JetonDAcces) -> some HTML {
    jeton.jusqua.enLettres
    if jeton.jusqua < aujourdHui {
      " "
      Pastille("échu", .attention)
    }
  }
}

extension Connexion.Moyen {
  /// By what somebody was recognised, after « par ».
  var phrase: String {
    switch self {
    case .motDePasse: "mot de passe"
    case .code: "code"
    case .universite: "université"
    }
  }
}
