internal import Scolarite

/// The promotions that the person may see, the latest year first, with what they may see of each.
public struct VoirLesPromotionsSuivies: Question {
  public static let nom = "voir-les-promotions-suivies"

  /// A promotion in the list.
  public struct Suivie: Hashable, Sendable {
    public let promotion: Promotion
    public let formation: Formation
    /// How many students are there now.
    public let effectif: Int
    /// Whether the person sees its marks as a whole, not only those of some modules.
    public let peutVoirLesNotes: Bool
    /// Whether the person sees the list of its students.
    public let peutVoirLesEtudiants: Bool
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> [Suivie] {
    let formations = Dictionary(
      uniqueKeysWithValues: try travail.registre.formations().map { ($0.id, $0) }
    )
    let effectifs = try travail.registre.effectifs(le: travail.moment.jour)
    return try VoirLesPromotions().executer(travail).compactMap { promotion in
      guard let formation = formations[promotion.formation] else { return nil }
      return Suivie(
        promotion: promotion,
        formation: formation,
        effectif: effectifs[promotion.id] ?? 0,
        peutVoirLesNotes: travail.peut(.voirLesNotes, promotion.lieu),
        peutVoirLesEtudiants: travail.peut(.voirLesEtudiants, promotion.lieu),
      )
    }.sorted { gauche, droite in
      let (une, autre) = (gauche.promotion, droite.promotion)
      return une.annee == autre.annee
        ? (une.nom, une.id) < (autre.nom, autre.id) : une.annee > autre.annee
    }
  }
}
