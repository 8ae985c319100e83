internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A test: its marks, its publication, its sheet.
enum PagesDesEvaluations {
  static let routes: [Route] =
    [
      .lecture("/evaluations/{evaluation}") { visite in
        let grille = try await visite.ouvrirLaGrille()
        return visite.grille(GrilleAffichee(grille, visite.site.feuilles))
      },
      .lecture("/evaluations/{evaluation}/resume") { visite in
        let grille = try await visite.ouvrirLaGrille()
        return .html(ResumeDEvaluation(grille).rendered())
      },
      .envoi("/evaluations/{evaluation}/notes", par: SaisieDesNotes.toutes),
      .envoi("/evaluations/{evaluation}/notes/{etudiant}", par: SaisieDesNotes.une),
      .lecture("/evaluations/{evaluation}/notes/{etudiant}", par: HistoireDUneNote.montrer),
      .lecture("/evaluations/{evaluation}/feuille", par: FeuilleDEvaluation.donner),
      .lecture("/evaluations/{evaluation}/reprise") { visite in
        visite.reprise(try await visite.ouvrirLaGrille())
      },
      .envoi("/evaluations/{evaluation}/reprise", par: FeuilleDEvaluation.reprendre),
    ] + ReglerUneEvaluation.routes
}

extension Visite {
  func evaluation() throws(Refus) -> Identifiant<EvaluationDeModule> {
    try identifiant("evaluation", .evaluation)
  }

  func ouvrirLaGrille() async throws -> OuvrirUneGrille.Grille {
    try await demander(OuvrirUneGrille(evaluation()))
  }

  /// The path to a test.
  func fil(_ grille: OuvrirUneGrille.Grille) -> [Lien] {
    fil(grille.module) + [Lien(grille.module.nomEntier, vers: grille.module.adresse)]
  }
}
