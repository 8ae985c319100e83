internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func reglements(_ etat: VoirLesReglements.Etat) -> HTTPResponse {
    page("Règlements") {
      if etat.peutAdopter {
        Bouton("Adopter un règlement", .premier, vers: Chemin.reglements(etat.annee, "adopter"))
      }
    } contenu: {
      onglets(.reglements)
      if etat.annees.count > 1 || etat.annees.first != etat.annee {
        Onglets(
          "Années",
          etat.annees.map {
            Lien($0.description, vers: Chemin.reglements($0), estCourant: $0 == etat.annee)
          },
        )
      }
      Carte("En vigueur en \(etat.annee)") { enVigueur(etat) }
    }
  }

  private func enVigueur(_ etat: VoirLesReglements.Etat) -> some HTML {
    Tableau(
      "Règlements en vigueur en \(etat.annee)",
      colonnes: [
        .init("Pour"), .init("Règlement"), .init("Conseil de l’IUT"), .init("CFVU"),
        .init("À compléter"),
      ],
      lignes: etat.enVigueur.map { reglement in
        let profil = reglement.profil
        return Tableau.Ligne([
          "\(etat.nom(profil.departement))",
          Cellule(Lien(profil.nom, vers: Chemin.reglement(etat.annee, profil.id))),
          adoption(profil.conseil), adoption(profil.cfvu),
          Cellule(HTMLList(aCompleter(reglement))),
        ])
      },
      vide: EtatVide(
        "Aucun règlement en \(etat.annee)",
        "Sans règlement en vigueur, aucune moyenne ne peut être calculée.",
        action: etat.peutAdopter
          ? Bouton(
            "Adopter un règlement",
            .premier,
            vers: Chemin.reglements(etat.annee, "adopter"),
          ) : nil,
      ),
    )
  }

  func adoption(_ jour: Jour?) -> Cellule {
    guard let jour else { return Cellule(Pastille("non enregistrée", .attention)) }
    return "\(jour.enLettres)"
  }

  private func aCompleter(_ reglement: ReglementEnVigueur) -> [AnyHTML] {
    var choses: [AnyHTML] = []
    if reglement.profil.irregularite != nil {
      choses.append(AnyHTML(Pastille("changé hors délai", .attention)))
    }
    if !reglement.manque.isEmpty {
      choses.append(AnyHTML(p { compte(reglement.manque.count, "date") + " d’adoption" }))
    }
    let valeurs = reglement.aConfirmer.count
    if valeurs > 0 {
      choses.append(AnyHTML(p { compte(valeurs, "valeur") + " à confirmer" }))
    }
    return choses.isEmpty ? [AnyHTML("rien")] : choses
  }
}
