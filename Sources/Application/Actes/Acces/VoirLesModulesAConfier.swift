internal import Scolarite

/// A promotion whose modules may be put in the charge of somebody who is invited.
public struct VoirLesModulesAConfier: Question {
  public static let nom = "voir-les-modules-a-confier"
  public let promotion: Identifiant<Promotion>

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> (
    promotion: Promotion, modules: [ModuleEnseigne]
  ) {
    _ = try travail.exiger(.administrer, .etablissement)
    let promotion = try travail.promotion(promotion)
    return (promotion, try travail.modules(promotion))
  }
}

/// The promotions of the years that are not over, whose modules may be put in somebody’s charge.
public struct VoirLesPromotionsAConfier: Question {
  public static let nom = "voir-les-promotions-a-confier"

  public init() {}

  public func executer(_ travail: Travail) throws -> [Promotion] {
    _ = try travail.exiger(.administrer, .etablissement)
    let fins = Dictionary(
      uniqueKeysWithValues: try travail.registre.annees().map { ($0.annee, $0.fin) }
    )
    return try travail.registre.promotions().filter { promotion in
      travail.moment.jour <= fins[promotion.annee] ?? .init(cloturant: promotion.annee)
    }
    .sorted { ($1.annee, $0.nom) < ($0.annee, $1.nom) }
  }
}
