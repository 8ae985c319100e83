internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func reglement(
    _ etat: VoirLesReglements.Etat,
    _ reglement: ReglementEnVigueur,
    _ formulaire: FormulaireDeDates,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    let profil = reglement.profil
    return page(
      profil.nom,
      fil: fil(.reglements) + [
        Lien(etat.annee.description, vers: Chemin.reglements(etat.annee))
      ],
      avis: formulaire.avis,
      statut: statut,
    ) {
      Grille {
        Carte("Adoption") { definitions(etat, profil) }
        if etat.peutAdopter {
          Carte("Compléter les dates") {
            formulaire.corps(vers: Chemin.reglement(etat.annee, profil.id), jeton: jeton)
          }
        }
      }
      Carte("Ce qu’il règle") { parametres(reglement.reglages) }
    }
  }

  private func definitions(_ etat: VoirLesReglements.Etat, _ profil: ProfilAdopte) -> some HTML {
    Definitions(
      [
        ("Pour", "\(etat.nom(profil.departement))"), ("Année", "\(etat.annee.description)"),
        ("Conseil de l’IUT", adoption(profil.conseil)), ("CFVU", adoption(profil.cfvu)),
      ] + (profil.irregularite.map { [("Changé hors délai", "\($0)")] } ?? [])
    )
  }

  private func parametres(_ reglages: Reglages) -> some HTML {
    Tableau(
      "Valeur de chaque réglage et d’où elle vient",
      colonnes: [
        .init("Réglage"), .init("Valeur"), .init("Fixée par"), .init("Source"),
        .init("Référence", estSecondaire: true),
      ],
      lignes: NomDeReglage.allCases.map { nom in
        let reglage = reglages.reglage(nom)
        let parametre = Parametre.nomme(nom.nom)
        return Tableau.Ligne([
          Cellule(
            HTMLGroup(Typographie.phrase(parametre?.enonce ?? nom.nom), " ", code { nom.nom })
          ),
          Cellule(
            HTMLGroup(
              reglage.valeur.phrase + " ",
              reglage.aConfirmer ? Pastille("à confirmer", .attention) : nil,
            )
          ),
          "\(reglage.phraseDeCouche)", "\(Typographie.phrase(reglage.source))",
          "\(parametre?.reference ?? "")",
        ])
      },
    )
  }
}
