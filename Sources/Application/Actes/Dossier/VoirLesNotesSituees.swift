/// The marks of a student with the tests that they are of, in the order of these.
public struct VoirLesNotesSituees: Question {
  public static let nom = "voir-les-notes-situees"
  public let etudiant: Identifiant<Etudiant>

  /// A mark and its test.
  public struct NoteSituee: Hashable, Sendable {
    public let evaluation: EvaluationDeModule
    public let signee: NoteSignee
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> [NoteSituee] {
    let notes = try VoirLesNotesDUnEtudiant(etudiant).executer(travail)
    let promotions = Set(try travail.lieux(de: etudiant).compactMap(\.promotion))
    var evaluations: [Identifiant<EvaluationDeModule>: EvaluationDeModule] = [:]
    for promotion in promotions {
      for evaluation in try travail.registre.evaluations(promotion) {
        evaluations[evaluation.id] = evaluation
      }
    }
    return try notes.map { signee in
      let id = signee.note.evaluation
      let evaluation = try evaluations[id] ?? travail.evaluation(id)
      return NoteSituee(evaluation: evaluation, signee: signee)
    }.sorted { $0.evaluation.id < $1.evaluation.id }
  }
}
