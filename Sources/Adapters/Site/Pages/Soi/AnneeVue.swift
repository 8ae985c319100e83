internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// One’s own record and the year of it that a page shows.
struct AnneeVue: Sendable {
  let vu: DossierVu
  let fiche: VoirUnEtudiant.Fiche
  let promotion: Promotion

  /// The page of the same part for another year.
  func adresse(_ partie: Onglet, _ promotion: Identifiant<Promotion>) -> SafeURL {
    Chemin.avec(partie.adresse(vu), [("promotion", "\(promotion)")])
  }

  /// Links to the years, where there are several.
  @HTMLBuilder func annees(_ partie: Onglet) -> some HTML {
    if fiche.parcours.count > 1 {
      Onglets(
        "Années",
        fiche.parcours.map { suivie in
          Lien(
            "\(suivie.promotion.nom), \(suivie.promotion.annee)",
            vers: adresse(partie, suivie.promotion.id),
            estCourant: suivie.promotion.id == promotion.id,
          )
        },
      )
    }
  }
}

extension Visite {
  /// The year that the query names, else the last; `nil` where the student is enrolled nowhere.
  /// - Throws: a refusal where the year is not one’s own.
  func anneeVue() async throws -> AnneeVue? {
    let vu = try dossierVu()
    let fiche = try await demander(VoirUnEtudiant(vu.etudiant))
    let demandee = question("promotion")
    let promotions = fiche.parcours.map(\.promotion)
    guard
      let promotion = demandee.isEmpty
        ? promotions.first : promotions.first(where: { "\($0.id)" == demandee })
    else {
      guard demandee.isEmpty else { throw Refus.inconnu(.promotion) }
      return nil
    }
    return AnneeVue(vu: vu, fiche: fiche, promotion: promotion)
  }

  /// A part of one’s own record, for somebody who is enrolled nowhere.
  func sansInscription(_ onglet: Onglet) async throws -> HTTPResponse {
    let vu = try dossierVu()
    let fiche = try await demander(VoirUnEtudiant(vu.etudiant))
    return dossier(vu, fiche, onglet) {
      EtatVide(
        "Aucune inscription n’est enregistrée",
        "Vos résultats apparaîtront ici dès que le secrétariat vous aura inscrit.",
      )
    }
  }
}
