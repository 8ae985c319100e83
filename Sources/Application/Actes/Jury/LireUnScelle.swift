internal import Scolarite

/// Reads what a jury sealed for a student; its digests are checked.
///
/// The sealed facts hold every mark, those of tests that are not published too: a student asks
/// `VoirLesDecisionsDUnEtudiant` instead.
public struct LireUnScelle: Question {
  public static let nom = "lire-un-scelle"
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>

  public init(jury: Identifiant<SessionDeJury>, etudiant: Identifiant<Etudiant>) {
    self.jury = jury
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> DecisionScellee {
    let lieu = try travail.promotion(travail.jury(jury).promotion).lieu
    _ = try travail.exiger(.voirLesDecisions, lieu)
    guard let cloture = try travail.registre.cloture(jury),
      let scelle = try travail.registre.scelle(jury, etudiant)
    else { throw Refus.inconnu(.decision) }
    return DecisionScellee(cloture: cloture, scelle: scelle)
  }
}

/// What was sealed for a student, with how the jury was closed.
public struct DecisionScellee: Hashable, Sendable {
  public let cloture: ClotureDeJury
  public let scelle: Scelle
}

extension Dossier {
  /// The dossier with other decisions in a year.
  func avec(_ decisions: [DecisionDeJury], en annee: AnneeUniversitaire) -> Dossier {
    Dossier(
      etudiant: etudiant,
      annees: annees.map { suivie in
        guard suivie.annee == annee else { return suivie }
        var suivie = suivie
        suivie.decisions = decisions
        return suivie
      },
      redoublement: redoublement,
    )
  }
}
