/// The promotions whose students the person may see, were it in one module, in the order of their
/// numbers.
public struct VoirLesPromotions: Question {
  public static let nom = "voir-les-promotions"

  public init() {}

  public func executer(_ travail: Travail) throws -> [Promotion] {
    try travail.registre.promotions().filter {
      travail.peut(.voirLesEtudiants, dansUnModuleDe: $0)
    }
  }
}

/// The tests of a promotion whose marks the person may see.
public struct VoirLesEvaluations: Question {
  public static let nom = "voir-les-evaluations"
  public let promotion: Identifiant<Promotion>

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> [EvaluationDeModule] {
    let promotion = try travail.promotion(promotion)
    return try travail.registre.evaluations(promotion.id).filter {
      travail.peut(.voirLesNotes, promotion.lieu.module($0.module))
    }
  }
}
