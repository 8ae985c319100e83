/// Gives what a sheet of marks to fill in needs: names, groups, what stands, and the entry of the
/// journal after which a change is a conflict.
public struct PreparerUneFeuille: Question {
  public static let nom = "preparer-une-feuille"
  public let evaluation: Identifiant<EvaluationDeModule>

  /// What the sheet shows and keeps hidden.
  public struct Contenu: Hashable, Sendable {
    public let promotion: Promotion
    public let releve: VoirUneEvaluation.Releve
    /// The names of the groups of each student.
    public let groupes: [Identifiant<Etudiant>: [String]]
    /// The last entry of the journal.
    public let derniereEntree: Int64
  }

  public init(_ evaluation: Identifiant<EvaluationDeModule>) {
    self.evaluation = evaluation
  }

  public func executer(_ travail: Travail) throws -> Contenu {
    let releve = try VoirUneEvaluation(evaluation).executer(travail)
    let promotion = try travail.promotion(releve.evaluation.promotion)
    _ = try travail.exiger(.saisirLesNotes, promotion.lieu.module(releve.evaluation.module))
    let noms = Dictionary(
      uniqueKeysWithValues: try travail.registre.groupes(promotion.id).map { ($0.id, $0.nom) }
    )
    let groupes = Dictionary(
      grouping: try travail.registre.membres(promotion.id),
      by: \.etudiant,
    ).mapValues { $0.compactMap { noms[$0.groupe] }.sorted() }
    return Contenu(
      promotion: promotion,
      releve: releve,
      groupes: groupes,
      derniereEntree: try travail.registre.journal(avant: nil, limite: 1).first?.numero ?? 0,
    )
  }
}
