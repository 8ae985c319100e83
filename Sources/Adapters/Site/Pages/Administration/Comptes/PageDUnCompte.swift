internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func compteSuivi(
    _ etat: VoirUnCompte.Etat,
    _ formulaire: FormulaireDeRole,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    let compte = etat.compte
    return page(compte.utilisateur.nom, fil: fil(.comptes), statut: statut) {
      Grille {
        Carte("Compte") { identite(etat) }
        Carte("Entrer") { entree(compte) }
      }
      Carte("Rôles") { roles(etat) }
      if compte.utilisateur.actif {
        Carte("Donner un rôle") {
          formulaire.corps(vers: Chemin.compte(compte.utilisateur.id, "roles"), jeton: jeton)
        }
      }
    }
  }

  @HTMLBuilder
  private func identite(_ etat: VoirUnCompte.Etat) -> some HTML {
    let utilisateur = etat.compte.utilisateur
    Definitions(
      [
        ("Identifiant", "\(utilisateur.identifiant)"),
        ("État", Cellule(HTMLList(pastilles(etat.compte)))),
      ] + (etat.etudiant.map { [("Dossier d’étudiant", "\($0)")] } ?? [])
    )
    Formulaire(vers: Chemin.compte(utilisateur.id, "adresse"), jeton: jeton) {
      Champ(
        "adresse",
        "Adresse où lui écrire",
        .courriel(etat.adresseDonnee ?? ""),
        aide: etat.aideDeLAdresse,
        estFacultatif: true,
      )
      Boutons(Bouton("Enregistrer l’adresse"))
    }
    if utilisateur.actif {
      p { "Fermé, un compte n’entre plus ; rien de ce qu’il a fait n’est perdu." }
      Formulaire(vers: Chemin.compte(utilisateur.id, "fermer"), jeton: jeton) {
        Boutons(Bouton("Fermer le compte", .danger))
      }
    } else {
      Formulaire(vers: Chemin.compte(utilisateur.id, "activer"), jeton: jeton) {
        Boutons(Bouton("Rouvrir le compte"))
      }
    }
  }

  @HTMLBuilder
  private func entree(_ compte: CompteSuivi) -> some HTML {
    let moment = site.bureau.horloge.maintenant().horodatage
    let id = compte.utilisateur.id
    if let jusqua = compte.serrure.bloqueeJusqua, compte.serrure.estBloquee(moment) {
      p { "Trop d’essais : le compte attend jusqu’au \(enLettres(jusqua))." }
      Formulaire(vers: Chemin.compte(id, "debloquer"), jeton: jeton) {
        Boutons(Bouton("Débloquer"))
      }
    }
    if let jusqua = compte.serrure.codeJusqua, compte.serrure.attendUnCode(moment) {
      p { "Un code a été donné ; il sert jusqu’au \(enLettres(jusqua))." }
    }
    if compte.utilisateur.actif {
      p {
        "Un code laisse choisir un mot de passe : première entrée, mot de passe ou téléphone "
          + "perdu. Il remplace le précédent et retire le second facteur."
      }
      Formulaire(vers: Chemin.compte(id, "code"), jeton: jeton) {
        Boutons(Bouton("Donner un code"))
      }
    } else {
      p { "Le compte est fermé : rouvrez-le pour lui donner un code." }
    }
  }

  private func roles(_ etat: VoirUnCompte.Etat) -> some HTML {
    let jour = aujourdHui
    let enCours = etat.compte.roles.filter { $0.jusqua.map { jour <= $0 } ?? true }
    return HTMLGroup(
      Tableau(
        "Rôles donnés à \(etat.compte.utilisateur.nom)",
        colonnes: [.init("Rôle"), .init("Depuis"), .init("Jusqu’au")],
        lignes: etat.compte.roles.reversed().map { ligne($0, etat.lieux, jour) },
        vide: EtatVide("Aucun rôle", "Sans rôle, on entre mais on ne voit rien."),
      ),
      enCours.isEmpty ? nil : fin(enCours, etat, jour),
    )
  }

  private func ligne(_ role: HabilitationDatee, _ lieux: LieuxNommes, _ jour: Jour)
    -> Tableau.Ligne
  {
    let estFini = role.jusqua.map { $0 < jour } ?? false
    return Tableau.Ligne([
      "\(Typographie.phrase(lieux.phrase(role.habilitation)))",
      "\(role.depuis.enLettres)",
      Cellule(
        HTMLGroup(
          (role.jusqua?.enLettres ?? "sans fin") + " ",
          role.depuis > jour ? Pastille("à venir", .information) : nil,
          estFini ? Pastille("fini", .neutre) : nil,
        )
      ),
    ])
  }

  /// Ends one of the roles that still run.
  private func fin(_ roles: [HabilitationDatee], _ etat: VoirUnCompte.Etat, _ jour: Jour)
    -> some HTML
  {
    let adresse = Chemin.compte(etat.compte.utilisateur.id, "roles", "terminer")
    return details {
      summary { "Terminer un rôle" }
      Formulaire(vers: adresse, jeton: jeton) {
        Rangee {
          Champ(
            "role",
            "Rôle",
            .choix(
              roles.map { Choix("\($0.id)", etat.lieux.phrase($0.habilitation)) },
              choisi: roles.count == 1 ? roles.first.map { "\($0.id)" } : nil,
            ),
            cle: "role-termine",
          )
          Champ("jour", "Dernier jour", .date(jour.description))
        }
        Boutons(Bouton("Terminer le rôle"))
      }
    }
  }
}

extension VoirUnCompte.Etat {
  /// What an empty field means.
  fileprivate var aideDeLAdresse: String {
    if adresseDonnee != nil { return "Vide, c’est celle du dossier d’étudiant, ou l’identifiant." }
    guard let adresse else { return "Sans adresse, rien ne lui est écrit." }
    return "Vide, on lui écrit à \(adresse)."
  }
}
