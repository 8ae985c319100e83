public import Scolarite

/// What the rules propose now for every student of a promotion, with what there is to compare.
public struct VoirLesResultats: QuestionGardee {
  public static let nom = "voir-les-resultats"
  public var cle: String { "\(promotion)" }
  public let promotion: Identifiant<Promotion>

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> ResultatsDePromotion {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    let lue = try travail.lire(promotion)
    let propositions = Propositions(lue.cohorte)
    let membres = Dictionary(
      grouping: try travail.registre.membres(promotion.id),
      by: \.etudiant,
    ).mapValues { Set($0.map(\.groupe)) }
    let etudiants = Dictionary(
      uniqueKeysWithValues: try travail.registre.etudiants(promotion.id).map { ($0.id, $0) }
    )
    return ResultatsDePromotion(
      promotion: promotion,
      programme: lue.programme,
      groupes: try travail.registre.groupes(promotion.id),
      lignes: lue.etudiants.enumerated().compactMap { rang, id in
        etudiants[id].map {
          .init(
            etudiant: $0.nomme,
            groupes: membres[id] ?? [],
            proposition: propositions[rang],
          )
        }
      },
      statistiques: propositions.statistiquesDesUE,
    )
  }
}

/// The statistics of a promotion beside those of the same year of the same formation, other years.
public struct ComparerLesAnnees: Question {
  public static let nom = "comparer-les-annees"
  public let promotion: Identifiant<Promotion>

  /// A year and how each of its UE went.
  public struct Annee: Sendable {
    public let promotion: Promotion
    public let effectif: Int
    public let statistiques: [(ue: CodeUE, statistiques: Statistiques)]

    init(_ promotion: Promotion, effectif: Int, _ propositions: Propositions) {
      self.promotion = promotion
      self.effectif = effectif
      statistiques = propositions.statistiquesDesUE
    }

    /// The year of results that were read already.
    public init(_ resultats: ResultatsDePromotion) {
      promotion = resultats.promotion
      effectif = resultats.lignes.count
      statistiques = resultats.statistiques
    }
  }

  /// How many years back are read.
  private static let recul = 4

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  /// The other promotions that the person may see, the latest first; those whose year has no
  /// règlement any more are left out.
  public func executer(_ travail: Travail) throws -> [Annee] {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    let autres = try travail.registre.promotions().filter { autre in
      autre.formation == promotion.formation && autre.anneeBUT == promotion.anneeBUT
        && autre.id != promotion.id && travail.peut(.voirLesNotes, autre.lieu)
    }.sorted { ($1.annee, $0.id) < ($0.annee, $1.id) }
    return try autres.prefix(Self.recul).compactMap { autre in
      guard try travail.registre.profil(autre.departement, autre.annee) != nil else { return nil }
      let lue = try travail.lire(autre)
      return Annee(autre, effectif: lue.etudiants.count, Propositions(lue.cohorte))
    }
  }
}
