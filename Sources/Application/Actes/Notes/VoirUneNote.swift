internal import Scolarite

/// One mark with all that stood before it: who, when, what.
public struct VoirUneNote: Question {
  public static let nom = "voir-une-note"
  public let evaluation: Identifiant<EvaluationDeModule>
  public let etudiant: Identifiant<Etudiant>

  /// A mark and its history, the first entry to the last.
  public struct Histoire: Hashable, Sendable {
    public let etudiant: Etudiant
    public let evaluation: EvaluationDeModule
    public let versions: [Version]
  }

  /// What somebody wrote.
  public struct Version: Hashable, Sendable {
    public let note: NoteSignee
    /// `nil` at the console.
    public let auteur: String?
  }

  public init(_ evaluation: Identifiant<EvaluationDeModule>, de etudiant: Identifiant<Etudiant>) {
    self.evaluation = evaluation
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Histoire {
    let evaluation = try travail.evaluation(evaluation)
    let notes = try VoirLHistoireDUneNote(evaluation.id, de: etudiant).executer(travail)
    guard let connu = try travail.registre.etudiant(etudiant),
      try travail.registre.inscriptions(etudiant: etudiant).contains(where: {
        $0.promotion == evaluation.promotion
      })
    else { throw Refus.inconnu(.etudiant) }
    return Histoire(
      etudiant: connu.nomme,
      evaluation: evaluation,
      versions: try notes.map { note in
        Version(
          note: note,
          auteur: try note.auteur.flatMap { try travail.registre.utilisateur($0)?.nom },
        )
      },
    )
  }
}
