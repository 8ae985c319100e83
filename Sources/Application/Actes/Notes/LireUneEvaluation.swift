/// A test as it is planned, for whoever may see its marks or change something of it.
public struct LireUneEvaluation: Question {
  public static let nom = "lire-une-evaluation"
  public let evaluation: Identifiant<EvaluationDeModule>

  private static let droits: [Droit] = [
    .voirLesNotes, .gererLesEvaluations, .saisirLesNotes, .publier, .deverrouiller,
  ]

  public init(_ evaluation: Identifiant<EvaluationDeModule>) {
    self.evaluation = evaluation
  }

  public func executer(_ travail: Travail) throws -> EvaluationDeModule {
    let evaluation = try travail.evaluation(evaluation)
    let lieu = try travail.lieu(de: evaluation)
    guard Self.droits.contains(where: { travail.peut($0, lieu) }) else {
      throw Refus.interdit(.voirLesNotes)
    }
    return evaluation
  }
}
