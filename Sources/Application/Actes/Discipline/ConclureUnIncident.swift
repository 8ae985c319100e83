public import Scolarite

/// Writes how the procedure ended for a student: no further action, or a sanction.
///
/// A sanction that voids the test puts « nulle » in place of the mark, with its history; a locked
/// test does not prevent it, for the decision is not the teacher's.
public struct ConclureUnIncident: Acte {
  public static let nom = "conclure-un-incident"
  public let incident: Identifiant<Incident>
  public let etudiant: Identifiant<Etudiant>
  public let issue: Issue
  public let date: Jour
  /// The version that was read.
  public let version: Int64

  /// How it ended.
  public enum Issue: Hashable, Sendable {
    case classe(motif: String)
    case sanction(Incident.Sanction)
  }

  public init(
    incident: Identifiant<Incident>,
    etudiant: Identifiant<Etudiant>,
    issue: Issue,
    date: Jour,
    version: Int64,
  ) {
    self.incident = incident
    self.etudiant = etudiant
    self.issue = issue
    self.date = date
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> Incident {
    let avant = try travail.incident(incident)
    let promotion = try travail.promotion(avant.promotion)
    let permis = try travail.exiger(.gererLaDiscipline, promotion.lieu.etudiant(etudiant))
    guard let suite = avant.suite(etudiant) else { throw Refus.inconnu(.etudiant) }
    let etat = try etat(apres: suite.etat)
    var apres = avant
    apres.version = version
    apres.poser(.init(etudiant: etudiant, etat: etat, depuis: date))
    try travail.remplacer(avant, apres, Self.nom, permis, sujet: etudiant)
    if case .sanctionne(let sanction) = etat, sanction.annuleLEpreuve {
      guard let evaluation = avant.evaluation else { throw Refus.etat(.sansEpreuve) }
      try travail.annuler(evaluation, etudiant, permis, motif: "incident \(avant.id)")
    }
    apres.version += 1
    return apres
  }

  /// Only the section gives a sanction; an incident may be dropped before it is seized.
  private func etat(apres etat: Incident.Etat) throws(Refus) -> Incident.Etat {
    switch (etat, issue) {
    case (.classe, _), (.sanctionne, _): throw .etat(.procedureClose)
    case (_, .classe(let motif)):
      guard !motif.isEmpty else { throw .etat(.motifManquant) }
      return .classe(motif: motif)
    case (.signale, .sanction): throw .etat(.sectionNonSaisie)
    case (.sectionSaisie, .sanction(let sanction)): return .sanctionne(sanction)
    }
  }
}

extension Travail {
  /// Puts « nulle » in place of what stands for a student at a test.
  fileprivate func annuler(
    _ evaluation: Identifiant<EvaluationDeModule>,
    _ etudiant: Identifiant<Etudiant>,
    _ permis: Permis,
    motif: String,
  ) throws {
    let actuelle = try registre.note(evaluation, etudiant)
    let nulle = NoteInscrite(
      evaluation: evaluation,
      etudiant: etudiant,
      entree: .nulle,
      version: (actuelle?.note.version ?? 0) + 1,
    )
    let ecriture = try inscrire(
      ConclureUnIncident.nom,
      permis,
      Objet(.note, evaluation, etudiant),
      sujet: etudiant,
      avant: actuelle?.note.entree.faits,
      apres: nulle.entree.faits,
      motif: motif,
    )
    guard try registre.ecrire(nulle, ecriture) else { throw Refus.inconnu(.note) }
  }
}
