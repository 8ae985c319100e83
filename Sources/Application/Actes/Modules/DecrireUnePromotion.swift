/// What a promotion is made of: its modules and its groups, for whoever may see its students, were
/// it in one module.
public struct DecrireUnePromotion: Question {
  public static let nom = "decrire-une-promotion"
  public let promotion: Identifiant<Promotion>

  /// A promotion with its modules, in the order of the curriculum, and its groups.
  public struct Description: Hashable, Sendable {
    public let promotion: Promotion
    public let modules: [ModuleEnseigne]
    public let groupes: [Groupe]
  }

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> Description {
    let promotion = try travail.promotion(promotion)
    guard travail.peut(.voirLesEtudiants, dansUnModuleDe: promotion) else {
      throw Refus.interdit(.voirLesEtudiants)
    }
    return Description(
      promotion: promotion,
      modules: try travail.modules(promotion),
      groupes: try travail.registre.groupes(promotion.id),
    )
  }
}
