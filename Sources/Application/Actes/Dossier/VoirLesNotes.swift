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
    let attendus = try travail.attendus(evaluation)
    let lignes = try travail.registre.etudiants(evaluation.promotion).filter {
      attendus[$0.id] != nil || notes[$0.id] != nil
    }.map { Ligne(etudiant: $0.nomme, note: notes[$0.id]) }
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
    let lieux = try travail.lieux(de: etudiant)
    _ = try travail.exiger(.voirLesNotes, parmi: lieux)
    if horodatage != nil {
      // What stood before a test was published is not for the student.
      _ = try travail.exiger(.voirLesNotes, parmi: lieux.map(\.sansEtudiant))
    }
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
  /// The students who sit a test, those who left included, with their enrolment.
  func attendus(_ evaluation: EvaluationDeModule) throws -> [Identifiant<Etudiant>: Inscription] {
    try attendus(evaluation.promotion, evaluation.groupes)
  }

  /// The students of a promotion, or of some of its groups, with their enrolment.
  func attendus(_ promotion: Identifiant<Promotion>, _ groupes: [Identifiant<Groupe>]) throws
    -> [Identifiant<Etudiant>: Inscription]
  {
    let inscrits = Dictionary(
      uniqueKeysWithValues: try registre.inscriptions(promotion).map { ($0.etudiant, $0) }
    )
    guard !groupes.isEmpty else { return inscrits }
    let membres = Set(
      try registre.membres(promotion).filter { groupes.contains($0.groupe) }.map(\.etudiant)
    )
    return inscrits.filter { membres.contains($0.key) }
  }

  /// Whether the person sees a mark: those of tests not yet published only where they see all
  /// marks of the module, the others where they see those of the student.
  fileprivate func voit(_ note: NoteInscrite) throws -> Bool {
    let evaluation = try evaluation(note.evaluation)
    let lieu = try lieu(de: evaluation)
    return peut(.voirLesNotes, evaluation.publiee ? lieu.etudiant(note.etudiant) : lieu)
  }
}
