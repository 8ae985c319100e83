internal import Scolarite

/// Decides on a request in a session: admissible or not, awarded or not, with its reason.
///
/// It may be decided again until the session is closed; nobody else knows it before.
public struct StatuerSurUnEngagement: Acte {
  public static let nom = "statuer-sur-un-engagement"
  public let demande: Identifiant<DemandeDEngagement>
  public let decision: DemandeDEngagement.Decision
  /// The version that was read.
  public let version: Int64

  public init(
    _ demande: Identifiant<DemandeDEngagement>,
    _ decision: DemandeDEngagement.Decision,
    version: Int64,
  ) {
    self.demande = demande
    self.decision = decision
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> DemandeDEngagement {
    let permis = try travail.exiger(.bonifierLEngagement, .etablissement)
    let commission = try travail.commission(decision.commission)
    guard commission.close == nil else { throw Refus.etat(.commissionClose) }
    let avant = try travail.engagement(demande)
    let promotion = try travail.promotion(avant.promotion)
    guard promotion.annee == commission.annee else { throw Refus.inconnu(.engagement) }
    switch avant.etat {
    case .deposee: break
    case .aCompleter(_, let limite):
      // Past the day, the session decides on what it has.
      guard travail.moment.jour > limite else { throw Refus.etat(.engagementACompleter(limite)) }
    case .retiree, .decidee: throw Refus.etat(.engagementClos)
    }
    guard !decision.motif.isEmpty else { throw Refus.etat(.motifManquant) }
    if case .accordee(let points) = decision.sens {
      try travail.verifierLAttribution(points, avant, promotion)
    }
    var apres = avant
    apres.decision = decision
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis, motif: decision.motif)
  }
}

/// Takes back what a session that is not closed decided on a request.
public struct ReprendreUnEngagement: Acte {
  public static let nom = "reprendre-un-engagement"
  public let demande: Identifiant<DemandeDEngagement>
  /// The version that was read.
  public let version: Int64

  public init(_ demande: Identifiant<DemandeDEngagement>, version: Int64) {
    self.demande = demande
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> DemandeDEngagement {
    let permis = try travail.exiger(.bonifierLEngagement, .etablissement)
    let avant = try travail.engagement(demande)
    guard avant.estOuverte else { throw Refus.etat(.engagementClos) }
    var apres = avant
    apres.decision = nil
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }
}

extension Travail {
  /// Refuses points that a cap, the proofs, the hours or the attendance do not allow.
  func verifierLAttribution(
    _ points: Decimale,
    _ demande: DemandeDEngagement,
    _ promotion: Promotion,
  ) throws {
    let objet = demande.objet
    if objet.type.supposeLAssiduite {
      guard let assiduite = demande.assiduite else { throw Refus.etat(.assiduiteAJuger) }
      guard assiduite.estAssidu else { throw MotifDIrrecevabilite.nonAssidu.refus }
    }
    if objet.type == .emploi {
      guard try decompte(objet, promotion).suffit else {
        throw MotifDIrrecevabilite.heuresInsuffisantes.refus
      }
    }
    try verifier(demande.pieces, objet.type, demande.etudiant)
    try verifierLUnicite(objet, demande.etudiant, sauf: demande.id)
    guard points > .zero else {
      throw Refus.donnees([.init("points", .horsBornes(vu: "\(points)", bornes: "plus de 0"))])
    }
    let reste = try reste(pour: demande, promotion)
    guard Fraction(points) <= reste else {
      throw Refus.regle(
        article: "règlement des études, article 7-2-C",
        .plafondDepasse(reste: reste.enPoints),
      )
    }
  }

  /// What may still be given for a request, what the session decided on the others of the student
  /// counted.
  func reste(pour demande: DemandeDEngagement, _ promotion: Promotion) throws -> Fraction {
    guard let reglages = try reglages(promotion) else { throw Refus.etat(.aucunReglement) }
    let acquis = try registre.bonus(demande.etudiant, promotion.id)
    let prevus = try registre.engagements(etudiant: demande.etudiant).compactMap { autre in
      autre.id == demande.id || autre.promotion != promotion.id ? nil : autre.prevu
    }
    let tout = Bonus(sport: acquis.sport, engagements: acquis.engagements + prevus)
    let compte = CompteDeBonus(tout, reglages, promotion.anneeBUT)
    return compte.estActif ? compte.reste(demande.objet.type.phrase) : .zero
  }
}

extension DemandeDEngagement {
  /// The bonus that a session not closed yet is about to give.
  fileprivate var prevu: Bonus.Engagement? {
    guard estOuverte, case .accordee(let points) = decision?.sens else { return nil }
    return Bonus.Engagement(type: objet.type.phrase, points: points)
  }
}
