internal import Scolarite

/// The rates of success of a promotion: on what its year-end juries sealed, else on what the rules
/// propose; never for fewer students than would hide single ones.
public struct VoirLaReussite: QuestionGardee {
  public static let nom = "voir-la-reussite"
  public var cle: String { "\(promotion)" }
  public let promotion: Identifiant<Promotion>

  /// How many years back are read.
  private static let recul = 4

  public init(_ promotion: Identifiant<Promotion>) {
    self.promotion = promotion
  }

  public func executer(_ travail: Travail) throws -> ReussiteDePromotion {
    let promotion = try travail.promotion(promotion)
    _ = try travail.exiger(.voirLesDecisions, promotion.lieu)
    _ = try travail.exiger(.voirLesNotes, promotion.lieu)
    let jugee = try PromotionJugee(promotion, travail)
    let objets = jugee.objets(try travail.programme(promotion))
    return ReussiteDePromotion(
      promotion: promotion,
      objets: objets,
      ensemble: jugee.ensemble(objets),
      repartitions: try jugee.repartitions(objets, travail),
      annees: try anterieures(promotion, travail).map { $0.ensemble(objets) },
    )
  }

  /// The same year of the BUT before, where the person may see it and its règlement is known.
  private func anterieures(_ promotion: Promotion, _ travail: Travail) throws -> [PromotionJugee] {
    let autres = try travail.registre.promotions().filter { autre in
      autre.formation == promotion.formation && autre.anneeBUT == promotion.anneeBUT
        && autre.annee < promotion.annee && travail.peut(.voirLesNotes, autre.lieu)
        && travail.peut(.voirLesDecisions, autre.lieu)
    }.sorted { ($1.annee, $0.id) < ($0.annee, $1.id) }
    return try autres.prefix(Self.recul).compactMap { autre in
      guard try travail.registre.profil(autre.departement, autre.annee) != nil else { return nil }
      return try PromotionJugee(autre, travail)
    }
  }
}

/// A promotion with what was decided of each student who is there to the end, or what is proposed.
private struct PromotionJugee {
  let promotion: Promotion
  let source: ReussiteDePromotion.Source
  private let etudiants: [Identifiant<Etudiant>: Proposition]

  init(_ promotion: Promotion, _ travail: Travail) throws {
    self.promotion = promotion
    var etudiants: [Identifiant<Etudiant>: Proposition] = [:]
    var source = ReussiteDePromotion.Source.propositions
    let jurys = try travail.registre.jurys(promotion.id).filter {
      $0.close && $0.nature == .annee
    }
    let partis = Set(
      try travail.registre.inscriptions(promotion.id).compactMap { inscription in
        inscription.fin.flatMap { $0.jour < travail.moment.jour ? inscription.etudiant : nil }
      }
    )
    for jury in jurys.sorted(by: { ($0.date, $0.id) < ($1.date, $1.id) }) {
      guard let cloture = try travail.registre.cloture(jury.id) else { continue }
      for rejoue in try travail.rejouer(cloture) where !partis.contains(rejoue.scelle.etudiant) {
        etudiants[rejoue.scelle.etudiant] = rejoue.decidee
      }
      source = .jury(jury.date)
    }
    if jurys.isEmpty {
      let lue = try travail.lire(promotion)
      let propositions = Propositions(lue.cohorte)
      for (rang, etudiant) in lue.etudiants.enumerated() {
        etudiants[etudiant] = propositions[rang]
      }
    }
    self.etudiants = etudiants
    self.source = source
  }

  /// What one succeeds in, in the order of the curriculum.
  func objets(_ programme: Programme) -> [ReussiteDePromotion.Objet] {
    let rcues = Set(etudiants.values.flatMap { $0.rcues.map(\.cle) }).sorted()
    let passage = etudiants.values.contains { $0.vers != nil }
    return programme.ues.map { .ue($0.code) } + rcues.map { .rcue($0) }
      + (passage ? [.passage] : []) + [.annee]
  }

  func ensemble(_ objets: [ReussiteDePromotion.Objet]) -> ReussiteDePromotion.Population {
    .init(
      .promotion(promotion),
      source,
      Array(etudiants.values),
      objets,
      estMontree: etudiants.count >= ResultatsDePromotion.effectifMinimal,
    )
  }

  // MARK: Kinds of students

  func repartitions(_ objets: [ReussiteDePromotion.Objet], _ travail: Travail) throws
    -> [ReussiteDePromotion.Repartition]
  {
    try ReussiteDePromotion.Dimension.allCases.compactMap { dimension in
      let parts = try parts(dimension, travail).map { qui, siens in
        (qui: qui, propositions: siens.compactMap { etudiants[$0] })
      }.filter { !$0.propositions.isEmpty }
      guard !parts.isEmpty else { return nil }
      let montrees = ReussiteDePromotion.montrees(
        parts.map(\.propositions.count),
        sur: etudiants.count,
      )
      return ReussiteDePromotion.Repartition(
        dimension: dimension,
        populations: parts.enumerated().map { rang, part in
          .init(
            part.qui,
            source,
            part.propositions,
            objets,
            estMontree: montrees.contains(rang),
          )
        },
      )
    }
  }

  private func parts(_ dimension: ReussiteDePromotion.Dimension, _ travail: Travail) throws
    -> [(qui: ReussiteDePromotion.Qui, siens: [Identifiant<Etudiant>])]
  {
    switch dimension {
    case .td: try groupes(.td, travail)
    case .tp: try groupes(.tp, travail)
    case .parcours: try groupes(.parcours, travail)
    case .baccalaureat: try baccalaureats(travail)
    case .statut: try statuts(travail)
    }
  }

  private func groupes(_ nature: Groupe.Nature, _ travail: Travail) throws
    -> [(qui: ReussiteDePromotion.Qui, siens: [Identifiant<Etudiant>])]
  {
    let membres = Dictionary(
      grouping: try travail.registre.membres(promotion.id),
      by: \.groupe,
    )
    return try travail.registre.groupes(promotion.id).filter { $0.nature == nature }
      .sorted { ($0.nom, $0.id) < ($1.nom, $1.id) }
      .map { (.groupe($0), (membres[$0.id] ?? []).map(\.etudiant)) }
  }

  private func baccalaureats(_ travail: Travail) throws
    -> [(qui: ReussiteDePromotion.Qui, siens: [Identifiant<Etudiant>])]
  {
    let types = Dictionary(
      grouping: try travail.registre.etudiants(promotion.id),
      by: { TypeDeBaccalaureat($0.identite?.baccalaureat) },
    )
    return TypeDeBaccalaureat.allCases.map {
      (.baccalaureat($0), (types[$0] ?? []).map(\.id))
    }
  }

  private func statuts(_ travail: Travail) throws
    -> [(qui: ReussiteDePromotion.Qui, siens: [Identifiant<Etudiant>])]
  {
    let statuts = Dictionary(
      grouping: try travail.registre.inscriptions(promotion.id),
      by: { $0.statuts.last?.statut ?? .initial },
    )
    return Statut.allCases.map { (.statut($0), (statuts[$0] ?? []).map(\.etudiant)) }
  }
}

extension ReussiteDePromotion {
  /// Which parts may be shown: those that are not too small, less the smallest of them as long as
  /// the whole would give away what is hidden by difference.
  static func montrees(_ effectifs: [Int], sur total: Int) -> Set<Int> {
    let minimum = ResultatsDePromotion.effectifMinimal
    var montrees = effectifs.indices.filter { effectifs[$0] >= minimum }
      .sorted { (effectifs[$0], $0) < (effectifs[$1], $1) }
    while let plusPetite = montrees.first {
      let cachees = total - montrees.map { effectifs[$0] }.reduce(0, +)
      guard cachees > 0, cachees < minimum else { break }
      montrees.removeAll { $0 == plusPetite }
    }
    return Set(montrees)
  }
}
