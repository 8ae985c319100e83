/// The marks of a test, with the names that go with them.
public struct VoirUneEvaluation: Question {
  public static let nom = "voir-une-evaluation"
  public let evaluation: Identifiant<EvaluationDeModule>

  /// A test and a row for each student who sits it.
  public struct Releve: Hashable, Sendable {
    public let evaluation: EvaluationDeModule
    public let lignes: [Ligne]
  }

  /// A student and what stands there; `nil` where nothing was entered.
  public struct Ligne: Hashable, Sendable {
    public let etudiant: Etudiant
    public let note: NoteInscrite?
  }

  public init(_ evaluation: Identifiant<EvaluationDeModule>) {
    self.evaluation = evaluation
  }

  public func executer(_ travail: Travail) throws -> Releve {
    let evaluation = try travail.evaluation(evaluation)
    _ = try travail.exiger(.voirLesNotes, travail.lieu(de: evaluation))
    let notes = Dictionary(
      uniqueKeysWithValues: try travail.registre.notes(evaluation.id).map { ($0.etudiant, $0) }
    )
    let concernes = try travail.concernes(evaluation)
    let lignes = try travail.registre.etudiants(evaluation.promotion).filter {
      concernes.contains($0.id) || notes[$0.id] != nil
    }.map { Ligne(etudiant: $0, note: notes[$0.id]) }
    return Releve(evaluation: evaluation, lignes: lignes)
  }
}

/// The marks of a student as they stand, or as they stood at a moment.
public struct VoirLesNotesDUnEtudiant: Question {
  public static let nom = "voir-les-notes-d-un-etudiant"
  public let etudiant: Identifiant<Etudiant>
  /// `nil` for now.
  public let horodatage: Horodatage?

  public init(_ etudiant: Identifiant<Etudiant>, a horodatage: Horodatage? = nil) {
    self.etudiant = etudiant
    self.horodatage = horodatage
  }

  public func executer(_ travail: Travail) throws -> [NoteSignee] {
    _ = try travail.exiger(.voirLesNotes, parmi: travail.lieux(de: etudiant))
    let notes = try travail.registre.notes(
      etudiant: etudiant,
      a: horodatage ?? travail.moment.horodatage,
    )
    return try notes.filter { try travail.voit($0.note) }
  }
}

/// Everything that stood for a student at a test, the first entry to the last.
public struct VoirLHistoireDUneNote: Question {
  public static let nom = "voir-l-histoire-d-une-note"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let etudiant: Identifiant<Etudiant>

  public init(_ evaluation: Identifiant<EvaluationDeModule>, de etudiant: Identifiant<Etudiant>) {
    self.evaluation = evaluation
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> [NoteSignee] {
    let evaluation = try travail.evaluation(evaluation)
    _ = try travail.exiger(.voirLesNotes, travail.lieu(de: evaluation))
    return try travail.registre.histoire(evaluation.id, etudiant)
  }
}

extension Travail {
  /// The students who sit a test.
  func concernes(_ evaluation: EvaluationDeModule) throws -> Set<Identifiant<Etudiant>> {
    guard !evaluation.groupes.isEmpty else {
      return Set(try registre.inscriptions(evaluation.promotion).map(\.etudiant))
    }
    let membres = try registre.membres(evaluation.promotion)
    return Set(membres.filter { evaluation.groupes.contains($0.groupe) }.map(\.etudiant))
  }

  /// Whether the person sees a mark: those of tests not yet published only where they see all
  /// marks of the module.
  fileprivate func voit(_ note: NoteInscrite) throws -> Bool {
    let evaluation = try evaluation(note.evaluation)
    if evaluation.publiee { return true }
    return peut(.voirLesNotes, try lieu(de: evaluation))
  }
}
