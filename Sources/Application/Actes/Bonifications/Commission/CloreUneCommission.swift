internal import Scolarite

/// Closes a session: every request is decided, the bonuses count, the students are told (R1.7.15).
///
/// Bonuses are given by `AttribuerUnBonus`, the one way by which they exist.
public struct CloreUneCommission: Acte {
  public static let nom = "clore-une-commission"
  public let commission: Identifiant<CommissionDesBonifications>
  /// The version that was read.
  public let version: Int64

  public init(_ commission: Identifiant<CommissionDesBonifications>, version: Int64) {
    self.commission = commission
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> CommissionDesBonifications {
    let permis = try travail.exiger(.bonifierLEngagement, .etablissement)
    let avant = try travail.commission(commission)
    guard avant.close == nil else { throw Refus.etat(.commissionClose) }
    guard avant.jour <= travail.moment.jour else { throw Refus.etat(.dateAVenir) }
    let demandes = try travail.registre.engagements(annee: avant.annee).filter(\.estOuverte)
    let manques = avant.manques(try travail.departements(de: demandes))
    guard manques.isEmpty else {
      throw Refus.regle(
        article: "règlement des études, article 7-2-B",
        .compositionIncomplete(manques),
      )
    }
    let sansDecision = demandes.count { $0.decision?.commission != avant.id }
    guard sansDecision == 0 else { throw Refus.etat(.engagementsADecider(sansDecision)) }
    for demande in demandes { try conclure(demande, avant, travail, permis) }
    var apres = avant
    apres.close = travail.moment.jour
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }

  private func conclure(
    _ demande: DemandeDEngagement,
    _ commission: CommissionDesBonifications,
    _ travail: Travail,
    _ permis: Permis,
  ) throws {
    var apres = demande
    if let decision = demande.decision, case .accordee(let points) = decision.sens {
      try travail.verifierLAttribution(points, demande, travail.promotion(demande.promotion))
      apres.bonus = try AttribuerUnBonus(
        promotion: demande.promotion,
        etudiant: demande.etudiant,
        nature: .engagement(
          type: demande.objet.type.phrase,
          activite: demande.objet.intitule,
          points: points,
        ),
        date: commission.jour,
        motif: decision.motif,
      ).executer(travail).id
    }
    apres.etat = .decidee(le: travail.moment.jour)
    _ = try travail.remplacer(demande, apres, NotifierUnEngagement.nom, permis)
  }
}

/// The name under which the journal keeps that a student is told of a decision.
enum NotifierUnEngagement {
  static let nom = "notifier-un-engagement"
}

extension Travail {
  /// The departments of the students of some requests.
  func departements(de demandes: [DemandeDEngagement]) throws -> [Departement] {
    let concernes = Set(try demandes.map { try promotion($0.promotion).departement })
    return try registre.departements().filter { concernes.contains($0.id) }
  }
}
