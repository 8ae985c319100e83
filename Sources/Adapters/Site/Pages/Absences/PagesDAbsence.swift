internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Absences before and after they happen: announcing, asking, following, catching up.
enum PagesDAbsence {
  static let routes: [Route] =
    [.lecture("/absences", par: lister)] + PageDeDemarches.routes + PageDUneAutorisation.routes
    + PageDeRattrapages.routes + PageDeSuiviDAbsences.routes

  private static func lister(_ visite: Visite) async throws -> HTTPResponse {
    let promotions = try await visite.demander(VoirLesPromotionsAbsentes())
    return visite.page("Absences") {
      Carte("Promotions") {
        Tableau(
          "Promotions suivies",
          colonnes: [.init("Promotion"), .init("Année")],
          lignes: promotions.map { promotion in
            Tableau.Ligne([
              Cellule(Lien(promotion.nom, vers: Chemin.absences(promotion.id))),
              "\(promotion.annee)",
            ])
          },
          vide: EtatVide("Vous ne suivez les absences d’aucune promotion"),
        )
      }
    }
  }
}
