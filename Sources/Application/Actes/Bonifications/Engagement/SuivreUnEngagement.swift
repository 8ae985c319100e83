public import Scolarite

/// Changes what was given: while the campaign is open, or until the day that the request to complete
/// says.
public struct CompleterUnEngagement: ActeALimite {
  public static let nom = "completer-un-engagement"
  public let demande: Identifiant<DemandeDEngagement>
  public let description: String
  /// New proofs; each takes the place of that of its nature.
  public let pieces: [PieceDEngagement]
  /// The version that was read.
  public let version: Int64

  public init(
    _ demande: Identifiant<DemandeDEngagement>,
    description: String,
    pieces: [PieceDEngagement],
    version: Int64,
  ) {
    self.demande = demande
    self.description = description
    self.pieces = pieces
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> DemandeDEngagement {
    let avant = try travail.engagement(demande)
    let lieu = try travail.promotion(avant.promotion).lieu.etudiant(avant.etudiant)
    let permis = try travail.exiger(.deposerUneDemande, lieu)
    switch avant.etat {
    case .deposee: try travail.verifierLaPeriode(travail.campagne(avant.campagne))
    case .aCompleter(_, let limite):
      guard travail.arrivee.jour <= limite else { throw Refus.etat(.complementTardif(limite)) }
    case .retiree, .decidee: throw Refus.etat(.engagementClos)
    }
    guard !description.isEmpty else { throw Refus.donnees([.init("description", .absente)]) }
    var apres = avant
    apres.objet = avant.objet.avec(description: description)
    let nouvelles = Set(pieces.map(\.nature))
    apres.pieces = avant.pieces.filter { !nouvelles.contains($0.nature) } + pieces
    try travail.verifier(apres.pieces, apres.objet.type, apres.etudiant)
    apres.etat = .deposee
    // What was decided was decided on something else.
    apres.decision = nil
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }
}

/// Gives a request up, as long as no commission is closed on it.
public struct RetirerUnEngagement: Acte {
  public static let nom = "retirer-un-engagement"
  public let demande: Identifiant<DemandeDEngagement>
  /// The version that was read.
  public let version: Int64

  public init(_ demande: Identifiant<DemandeDEngagement>, version: Int64) {
    self.demande = demande
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> DemandeDEngagement {
    let avant = try travail.engagement(demande)
    let lieu = try travail.promotion(avant.promotion).lieu.etudiant(avant.etudiant)
    let permis = try travail.exiger(.deposerUneDemande, lieu)
    guard avant.estOuverte else { throw Refus.etat(.engagementClos) }
    var apres = avant
    apres.etat = .retiree(le: travail.moment.jour)
    apres.decision = nil
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis)
  }
}

/// Asks the student to complete a request by a day.
public struct DemanderUnComplement: Acte {
  public static let nom = "demander-un-complement"
  public let demande: Identifiant<DemandeDEngagement>
  public let motif: String
  public let avant: Jour
  /// The version that was read.
  public let version: Int64

  public init(
    _ demande: Identifiant<DemandeDEngagement>,
    motif: String,
    avant: Jour,
    version: Int64,
  ) {
    self.demande = demande
    self.motif = motif
    self.avant = avant
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> DemandeDEngagement {
    let ancienne = try travail.engagement(demande)
    let lieu = try travail.promotion(ancienne.promotion).lieu
    let permis = try travail.exiger(unDe: [.gererLesCampagnes, .bonifierLEngagement], lieu)
    guard ancienne.estOuverte else { throw Refus.etat(.engagementClos) }
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    guard avant >= travail.moment.jour else {
      throw Refus.donnees([
        .init("avant", .horsBornes(vu: "\(avant)", bornes: "aujourd’hui ou plus tard"))
      ])
    }
    var apres = ancienne
    apres.etat = .aCompleter(motif: motif, avant: avant)
    apres.decision = nil
    apres.version = version
    return try travail.remplacer(ancienne, apres, Self.nom, permis, motif: motif)
  }
}

/// Says whether somebody elected attended the meetings: the jury’s own judgement (R1.7.11).
public struct JugerLAssiduite: Acte {
  public static let nom = "juger-l-assiduite"
  public let demande: Identifiant<DemandeDEngagement>
  public let estAssidu: Bool
  public let motif: String
  /// The version that was read.
  public let version: Int64

  public init(
    _ demande: Identifiant<DemandeDEngagement>,
    estAssidu: Bool,
    motif: String,
    version: Int64,
  ) {
    self.demande = demande
    self.estAssidu = estAssidu
    self.motif = motif
    self.version = version
  }

  public func executer(_ travail: Travail) throws -> DemandeDEngagement {
    let avant = try travail.engagement(demande)
    let permis = try travail.exiger(
      .deciderEnJury,
      travail.promotion(avant.promotion).lieu,
    )
    guard avant.objet.type.supposeLAssiduite else { throw Refus.etat(.sansMandat) }
    guard avant.estOuverte else { throw Refus.etat(.engagementClos) }
    guard !motif.isEmpty else { throw Refus.etat(.motifManquant) }
    var apres = avant
    apres.assiduite = .init(
      estAssidu: estAssidu,
      motif: motif,
      jour: travail.moment.jour,
      par: try travail.nom(travail.auteur),
    )
    // What was awarded to somebody judged otherwise is to be decided again.
    if !estAssidu, case .accordee = avant.decision?.sens { apres.decision = nil }
    apres.version = version
    return try travail.remplacer(avant, apres, Self.nom, permis, motif: motif)
  }
}

extension DemandeDEngagement.Objet {
  fileprivate func avec(description: String) -> Self {
    .init(
      type: type,
      activite: activite,
      organisme: organisme,
      description: description,
      du: du,
      au: au,
      travail: travail,
    )
  }
}

extension Travail {
  func engagement(_ id: Identifiant<DemandeDEngagement>) throws -> DemandeDEngagement {
    guard let demande = try registre.engagement(id) else { throw Refus.inconnu(.engagement) }
    return demande
  }

  /// Writes what came of a request, or meets the conflict.
  func remplacer(
    _ avant: DemandeDEngagement,
    _ apres: DemandeDEngagement,
    _ acte: String,
    _ permis: Permis,
    motif: String? = nil,
  ) throws -> DemandeDEngagement {
    let objet = Objet(.engagement, avant.id)
    let ecriture = try inscrire(
      acte,
      permis,
      objet,
      sujet: avant.etudiant,
      avant: avant.faits,
      apres: apres.faits,
      motif: motif,
    )
    guard try registre.remplacer(apres, ecriture) else {
      throw try conflit(objet, avant.faits, apres.faits, avant.version)
    }
    var ecrite = apres
    ecrite.version += 1
    return ecrite
  }
}
