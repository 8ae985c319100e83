internal import Scolarite

/// Takes away a jury that was opened by mistake, before anything was decided in it.
///
/// Where it was opened for a material error on a copy, the request to see that copy stands again as
/// it did before the error was recognised: so is undone what was recognised for somebody else (§ 5).
public struct AnnulerUnJury: Acte {
  public static let nom = "annuler-un-jury"
  /// What the journal says of each request whose error is no longer recognised.
  public static let reconnaissance = "revenir-sur-une-erreur-materielle"
  public let jury: Identifiant<SessionDeJury>
  /// Why an error is no longer recognised; `nil` where none was.
  public let motif: String?

  public init(_ jury: Identifiant<SessionDeJury>, motif: String? = nil) {
    self.jury = jury
    self.motif = motif.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  public func executer(_ travail: Travail) throws {
    let session = try travail.jury(jury)
    let lieu = try travail.promotion(session.promotion).lieu
    let permis = try travail.exiger(.preparerUnJury, lieu)
    guard !session.close else { throw Refus.etat(.juryClos) }
    let examines = try travail.registre.projets(jury).count
    let prepares = try travail.registre.preparations(jury).filter(\.aQuelqueChoseADire)
    guard examines == 0, prepares.isEmpty else { throw Refus.etat(.juryEntame) }
    try revenirSurLesErreurs(session, lieu, travail)
    let ecriture = try travail.inscrire(
      Self.nom,
      permis,
      Objet(.jury, session.id),
      avant: session.faits,
      motif: motif,
    )
    try travail.registre.supprimer(session, ecriture)
  }

  /// Only whoever recognises errors, for a reason, and before the exact mark is written.
  private func revenirSurLesErreurs(_ session: SessionDeJury, _ lieu: Lieu, _ travail: Travail)
    throws
  {
    let erreurs = try travail.erreurs(de: session)
    guard !erreurs.isEmpty else { return }
    let permis = try travail.exiger(.cloreUnJury, lieu)
    let reportees = erreurs.filter(\.estReportee)
    guard reportees.isEmpty else {
      throw Refus.regle(
        article: ArticleDeSession2.contestation,
        .correctionsReportees(reportees.map(\.etudiant)),
      )
    }
    guard motif != nil else { throw Refus.etat(.motifManquant) }
    for erreur in erreurs {
      var apres = erreur.consultation
      apres.issue = nil
      _ = try travail.remplacer(
        erreur.consultation,
        apres,
        Self.reconnaissance,
        permis,
        motif: motif,
      )
    }
  }
}
