internal import Scolarite

/// What stands beside the proposals of a jury, by student.
struct Preparees {
  let projets: [Identifiant<Etudiant>: ProjetDeDecision]
  let commissions: [Identifiant<Etudiant>: PropositionDeCommission]
  let situations: [Identifiant<Etudiant>: [SituationSignalee]]
  /// Those whose request to repeat waits for its answer.
  let demandes: Set<Identifiant<Etudiant>>
  let groupes: [Identifiant<Etudiant>: Set<Identifiant<Groupe>>]
  let departs: [Identifiant<Etudiant>: Jour]

  init(_ session: SessionDeJury, _ promotion: Promotion, _ travail: Travail) throws {
    let registre = travail.registre
    projets = Dictionary(
      uniqueKeysWithValues: try registre.projets(session.id).map { ($0.etudiant, $0) }
    )
    commissions = Dictionary(
      uniqueKeysWithValues: try registre.preparations(session.id).map { ($0.etudiant, $0) }
    )
    situations = Dictionary(
      grouping: try registre.situations(promotion.id).filter { !$0.levee },
      by: \.etudiant,
    )
    demandes = try travail.demandesSansReponse(promotion)
    groupes = Dictionary(grouping: try registre.membres(promotion.id), by: \.etudiant)
      .mapValues { Set($0.map(\.groupe)) }
    departs = Dictionary(
      try registre.inscriptions(promotion.id).compactMap { inscription in
        guard let fin = inscription.fin?.jour, fin < travail.moment.jour else { return nil }
        return (inscription.etudiant, fin)
      }
    ) { premier, _ in premier }
  }
}

extension Travail {
  /// The students whose request to repeat waits for its answer.
  func demandesSansReponse(_ promotion: Promotion) throws -> Set<Identifiant<Etudiant>> {
    Set(
      try registre.redoublements(promotion.id).filter { $0.decision == nil && $0.retiree == nil }
        .map(\.etudiant)
    )
  }
}

extension [DecisionPrise] {
  /// Whether they keep the student from repeating.
  var refusentDeRedoubler: Bool { contains { $0.sur == .annee && $0.code == .nar } }
}
