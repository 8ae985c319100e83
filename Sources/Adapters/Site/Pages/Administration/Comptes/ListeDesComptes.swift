internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func comptes(_ liste: VoirLesComptes.Liste, _ filtre: VoirLesComptes.Filtre) -> HTTPResponse {
    page("Comptes") {
      Bouton("Inviter un enseignant", vers: Chemin.inviter)
      Bouton("Nouveau compte", .premier, vers: Chemin.nouveauCompte)
    } contenu: {
      onglets(.comptes)
      recherche(filtre)
      Carte(compte(liste.nombre, "compte")) {
        Tableau(
          "Comptes de l’établissement",
          colonnes: [
            .init("Nom"), .init("Identifiant", estSecondaire: true), .init("Rôles"), .init("État"),
          ],
          lignes: liste.comptes.map { ligne($0, liste.lieux) },
          vide: EtatVide(
            "Aucun compte ne correspond",
            "Cherchez une partie du nom ou de l’identifiant, ou retirez un filtre.",
          ),
        )
        Pagination(page: liste.page, sur: liste.pages) { numero in
          Chemin.administration(.comptes, filtre.question + [("page", "\(numero)")])
        }
      }
    }
  }

  private func recherche(_ filtre: VoirLesComptes.Filtre) -> some HTML {
    Recherche(vers: Administration.comptes.adresse) {
      Champ("texte", "Nom ou identifiant", .recherche(filtre.texte))
      Champ(
        "role",
        "Rôle",
        .choix(
          [Choix("", "tous")] + Role.allCases.map { Choix($0.rawValue, $0.phrase) },
          choisi: filtre.role?.rawValue ?? "",
        ),
        estFacultatif: true,
      )
      Champ(
        "situation",
        "État",
        .choix(
          [Choix("", "tous")]
            + VoirLesComptes.Situation.allCases.map { Choix($0.rawValue, $0.phrase) },
          choisi: filtre.situation?.rawValue ?? "",
        ),
        estFacultatif: true,
      )
      Bouton("Chercher")
    }
  }

  private func ligne(_ compte: CompteSuivi, _ lieux: LieuxNommes) -> Tableau.Ligne {
    let jour = aujourdHui
    let roles = compte.roles.filter { $0.vaut(le: jour) }
    return Tableau.Ligne([
      Cellule(Lien(compte.utilisateur.nom, vers: Chemin.compte(compte.utilisateur.id))),
      "\(compte.utilisateur.identifiant)",
      Cellule(
        HTMLList(
          roles.map { role in
            p { Typographie.phrase(lieux.phrase(role.habilitation)) }
          }
        )
      ),
      Cellule(HTMLList(pastilles(compte))),
    ])
  }

  /// What is to be known of how an account opens.
  func pastilles(_ compte: CompteSuivi) -> [Pastille] {
    let moment = site.bureau.horloge.maintenant().horodatage
    var pastilles: [Pastille] = []
    if !compte.utilisateur.actif { pastilles.append(Pastille("fermé", .neutre)) }
    if compte.serrure.estBloquee(moment) { pastilles.append(Pastille("bloqué", .erreur)) }
    if compte.serrure.attendUnCode(moment) {
      pastilles.append(Pastille("code à utiliser", .information))
    }
    if compte.serrure.aUnMotDePasse {
      pastilles.append(Pastille("mot de passe", .succes))
    } else {
      pastilles.append(Pastille("sans mot de passe", .attention))
    }
    if compte.serrure.aUnSecondFacteur {
      pastilles.append(Pastille("second facteur", .succes))
    }
    return pastilles
  }
}

extension VoirLesComptes.Filtre {
  /// As the address asks it.
  var question: [(String, String)] {
    [
      ("texte", texte), ("role", role?.rawValue ?? ""), ("situation", situation?.rawValue ?? ""),
    ]
  }
}

extension VoirLesComptes.Situation {
  var phrase: String {
    switch self {
    case .ferme: "fermé"
    case .bloque: "bloqué"
    case .sansMotDePasse: "sans mot de passe"
    case .sansRole: "sans rôle"
    }
  }
}

extension LieuxNommes {
  /// « enseignant, R101 de BUT 1 MMI ».
  func phrase(_ habilitation: Habilitation) -> String {
    let lieu = phrase(habilitation.portee)
    return lieu.isEmpty ? habilitation.role.phrase : "\(habilitation.role.phrase), \(lieu)"
  }

  /// The scope in words; empty for the whole establishment.
  private func phrase(_ portee: Portee) -> String {
    switch portee {
    case .etablissement: ""
    case .departement(let id): departements.first { $0.id == id }?.nom ?? "département \(id)"
    case .promotion(let id): nom(id)
    case .module(let id, let code): "\(code) de \(nom(id))"
    case .etudiant: "son dossier"
    }
  }

  private func nom(_ id: Identifiant<Promotion>) -> String {
    promotions.first { $0.id == id }.map { "\($0.nom) (\($0.annee))" } ?? "promotion \(id)"
  }
}
