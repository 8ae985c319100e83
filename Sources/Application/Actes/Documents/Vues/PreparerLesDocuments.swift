internal import Scolarite

/// What may be printed for a promotion: the kinds that make sense for its year, its closed juries.
public struct PreparerLesDocuments: Question {
  public static let nom = "preparer-les-documents"
  public let promotion: Identifiant<Promotion>

  /// What there is to choose from.
  public struct Choix: Sendable {
    public let promotion: Promotion
    public let natures: [NatureDeDocument]
    /// In the order of their days.
    public let jurys: [SessionDeJury]
    /// Whether the year has a calendar.
    public let aUnCalendrier: Bool
  }

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> Choix {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.editerLesDocuments, promotion.lieu)
    return Choix(
      promotion: promotion,
      natures: NatureDeDocument.individuelles(promotion.anneeBUT),
      jurys: try travail.registre.jurys(promotion.id).filter(\.close)
        .sorted { ($0.date, $0.id) < ($1.date, $1.id) },
      aUnCalendrier: try travail.registre.annee(promotion.annee) != nil,
    )
  }
}

/// The slots at which a test is sat, for those who print what hangs on the door.
public struct VoirLesSeancesDUneEvaluation: Question {
  public static let nom = "voir-les-seances-d-une-evaluation"
  public let evaluation: Identifiant<EvaluationDeModule>

  /// A slot with who attends it.
  public struct Prevue: Sendable {
    public let seance: Seance
    /// The names of the groups; empty for the whole promotion.
    public let groupes: [String]
  }

  public init(_ evaluation: Identifiant<EvaluationDeModule>) {
    self.evaluation = evaluation
  }

  public func executer(_ travail: Travail) throws -> [Prevue] {
    let evaluation = try travail.evaluation(evaluation)
    let promotion = try travail.promotion(evaluation.promotion)
    _ = try travail.exiger(.editerLesDocuments, promotion.lieu)
    let groupes = try travail.registre.groupes(promotion.id)
    return try travail.registre.seances(promotion.id).filter { $0.evaluation == evaluation.id }
      .sorted {
        ($0.debut.jour, $0.debut.minute, $0.id) < ($1.debut.jour, $1.debut.minute, $1.id)
      }
      .map { seance in
        Prevue(
          seance: seance,
          groupes: groupes.filter { seance.groupes.contains($0.id) }.map(\.nom),
        )
      }
  }
}
