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
    ] + FeuilleDEvaluation.routes + FeuilleDePromotion.routes + ReglerUneEvaluation.routes
}

extension OuvrirUneGrille.Grille {
  /// The grid, for whoever may enter its marks.
  /// - Throws: that they may not, or that the marks are closed.
  func aSaisir() throws(Refus) -> Self {
    if !peutSaisir, evaluation.verrouillee, peutGerer { throw .etat(.evaluationVerrouillee) }
    guard peutSaisir else { throw .interdit(.saisirLesNotes) }
    return self
  }

  /// The grid, for whoever may change what is planned, or open marks again.
  func aRegler() throws(Refus) -> Self {
    guard peutGerer || peutDeverrouiller else { throw .interdit(.gererLesEvaluations) }
    return self
  }
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
