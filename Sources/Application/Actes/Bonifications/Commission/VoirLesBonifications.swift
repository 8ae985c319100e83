public import Scolarite

/// What the person has to do with bonuses: campaigns, requests, sessions.
public struct VoirLesBonifications: Question {
  public static let nom = "voir-les-bonifications"

  /// By year, the last first.
  public struct Tableau: Sendable {
    public let demandes: [Resume]
    public let commissions: [CommissionDesBonifications]
    /// Promotions where the person may open a campaign.
    public let promotions: [Promotion]
    public let campagnes: [(campagne: Campagne, promotion: Promotion)]
    public let annees: [AnneeUniversitaire]
    public let gereLaCommission: Bool
    public let gereLeSport: Bool
  }

  /// A request in a list.
  public struct Resume: Sendable {
    public let demande: DemandeDEngagement
    public let etudiant: Etudiant
    public let promotion: Promotion
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Tableau {
    let promotions = try travail.registre.promotions().sorted {
      ($1.annee, $0.nom, $0.id) < ($0.annee, $1.nom, $1.id)
    }
    let commission = travail.peut(.bonifierLEngagement, .etablissement)
    let vues = promotions.filter { promotion in
      Travail.voientLesEngagements.contains { travail.peut($0, promotion.lieu) }
    }
    let sport = promotions.contains { travail.peut(.bonifierLeSport, $0.lieu) }
    guard commission || sport || !vues.isEmpty else {
      throw Refus.interdit(.bonifierLEngagement)
    }
    let parId = Dictionary(uniqueKeysWithValues: vues.map { ($0.id, $0) })
    var demandes: [Resume] = []
    for annee in Set(vues.map(\.annee)).sorted(by: >) {
      for demande in try travail.registre.engagements(annee: annee) {
        guard let promotion = parId[demande.promotion],
          let etudiant = try travail.registre.etudiant(demande.etudiant)
        else { continue }
        let tout = travail.peut(.bonifierLEngagement, promotion.lieu)
        demandes.append(
          Resume(
            demande: tout ? demande : demande.montree,
            etudiant: etudiant.nomme,
            promotion: promotion,
          )
        )
      }
    }
    let campagnes = try vues.flatMap { promotion in
      try travail.registre.campagnes(promotion.id).filter { $0.nature == .bonus }
        .map { (campagne: $0, promotion: promotion) }
    }
    return Tableau(
      demandes: demandes,
      commissions: commission ? try travail.registre.commissions().reversed() : [],
      promotions: vues.filter { travail.peut(.gererLesCampagnes, $0.lieu) },
      campagnes: campagnes,
      annees: try travail.registre.annees().map(\.annee).sorted(by: >),
      gereLaCommission: commission,
      gereLeSport: sport,
    )
  }
}
