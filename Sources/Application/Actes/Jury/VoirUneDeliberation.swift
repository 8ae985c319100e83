public import Scolarite

/// What a jury has before it: each student with what the rules propose, what was prepared, and what
/// it is about to decide.
public struct VoirUneDeliberation: Question {
  public static let nom = "voir-une-deliberation"
  public let jury: Identifiant<SessionDeJury>

  public init(_ jury: Identifiant<SessionDeJury>) {
    self.jury = jury
  }

  public func executer(_ travail: Travail) throws -> SeanceDeJury {
    try travail.seance(jury).seance
  }
}

/// A student before a jury, with all that it may ask: history, credits, diplomas, what half a point
/// would change.
public struct ExaminerUnEtudiant: Question {
  public static let nom = "examiner-un-etudiant"
  public let jury: Identifiant<SessionDeJury>
  public let etudiant: Identifiant<Etudiant>

  /// The student among the others.
  public struct Examen: Sendable {
    public let seance: SeanceDeJury
    public let ligne: SeanceDeJury.Ligne
    /// What the rules give with what the jury is about to decide.
    public let resultats: Resultats<SansPreuve>
    /// What half a point more on the average of a UE would change.
    public let demiPoints: [PointsEnPlus]
    /// The decisions of juries in force for the year.
    public let decisions: [DecisionDeJury]
    public let statut: Statut?
  }

  public init(_ jury: Identifiant<SessionDeJury>, _ etudiant: Identifiant<Etudiant>) {
    self.jury = jury
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Examen {
    let (seance, lue) = try travail.seance(jury)
    guard let ligne = seance.lignes.first(where: { $0.etudiant.id == etudiant }),
      let rang = lue.etudiants.firstIndex(of: etudiant)
    else { throw Refus.etat(.horsDuJury) }
    let dossier = lue.dossiers[rang]
    let decide = ligne.projet.map { dossier.avec($0, seance.session) } ?? dossier
    return Examen(
      seance: seance,
      ligne: ligne,
      resultats: Deliberation<SansPreuve>.resultats(decide, lue.reglement),
      demiPoints: dossier.pointsEnPlus(Fraction(PointAVoir.marge), lue.reglement),
      decisions: dossier.annees.last?.decisions ?? [],
      statut: dossier.annees.last?.semestres.last?.statut,
    )
  }
}
