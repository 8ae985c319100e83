public import Scolarite

/// The requests of a student, and the campaigns in which one may be made now.
public struct VoirSesEngagements: Question {
  public static let nom = "voir-ses-engagements"
  public let etudiant: Identifiant<Etudiant>

  /// Requests and campaigns.
  public struct Siens: Sendable {
    public let etudiant: Etudiant
    public let demandes: [DemandeDEngagement]
    /// Campaigns of promotions where the student is enrolled, the last to close first.
    public let campagnes: [Campagne]
    /// Those in which a request may be made now.
    public let ouvertes: [Campagne]
  }

  public init(_ etudiant: Identifiant<Etudiant>) {
    self.etudiant = etudiant
  }

  public func executer(_ travail: Travail) throws -> Siens {
    _ = try travail.exiger(.deposerUneDemande, parmi: travail.lieux(de: etudiant))
    let (etudiant, _) = try travail.identite(etudiant)
    let promotions = try travail.registre.inscriptions(etudiant: etudiant.id)
      .map { try travail.promotion($0.promotion) }
      .sorted { $1.annee < $0.annee }
    let campagnes = try promotions.flatMap { try travail.registre.campagnes($0.id) }
      .filter { $0.nature == .bonus }
    return Siens(
      etudiant: etudiant.nomme,
      demandes: try travail.registre.engagements(etudiant: etudiant.id).map(\.montree),
      campagnes: campagnes,
      ouvertes: campagnes.filter { travail.moment.estEntre($0.ouverture, $0.cloture) },
    )
  }
}

/// A request of one’s own, to complete it.
public struct LireSonEngagement: Question {
  public static let nom = "lire-son-engagement"
  public let demande: Identifiant<DemandeDEngagement>

  public init(_ demande: Identifiant<DemandeDEngagement>) {
    self.demande = demande
  }

  public func executer(_ travail: Travail) throws -> DemandeDEngagement {
    let demande = try travail.engagement(demande)
    let lieu = try travail.promotion(demande.promotion).lieu.etudiant(demande.etudiant)
    _ = try travail.exiger(.deposerUneDemande, lieu)
    return demande.montree
  }
}

/// A request with all that whoever judges it needs.
public struct DossierDEngagement: Sendable {
  public let demande: DemandeDEngagement
  public let etudiant: Etudiant
  public let promotion: Promotion
  /// The hours that count, for paid work.
  public let decompte: DecompteDHeures?
  /// What the bonuses of the student come to so far, in that promotion.
  public let compte: CompteDeBonus?
  /// Every bonus that the student was ever given: an activity counts once.
  public let bonus: [BonusAttribue]
}

/// Opens one request: who prepares campaigns, who awards, the jury.
public struct VoirUnEngagement: Question {
  public static let nom = "voir-un-engagement"
  public let demande: Identifiant<DemandeDEngagement>

  /// The file, and what the person may do.
  public struct Fiche: Sendable {
    public let dossier: DossierDEngagement
    public let droits: Set<Droit>
  }

  public init(_ demande: Identifiant<DemandeDEngagement>) {
    self.demande = demande
  }

  public func executer(_ travail: Travail) throws -> Fiche {
    let demande = try travail.engagement(demande)
    let lieu = try travail.promotion(demande.promotion).lieu
    let droits = Travail.voientLesEngagements.filter { travail.peut($0, lieu) }
    guard !droits.isEmpty else { throw Refus.interdit(.bonifierLEngagement) }
    var montree = demande
    if !droits.contains(.bonifierLEngagement) { montree = demande.montree }
    return Fiche(dossier: try travail.dossier(montree), droits: Set(droits))
  }
}

extension Travail {
  /// Any of these lets read requests of others.
  static let voientLesEngagements: [Droit] = [
    .bonifierLEngagement, .gererLesCampagnes, .deciderEnJury,
  ]

  /// A request beside what its student has already.
  func dossier(_ demande: DemandeDEngagement) throws -> DossierDEngagement {
    let promotion = try promotion(demande.promotion)
    let bonus = try registre.bonus(etudiant: demande.etudiant)
    guard let etudiant = try registre.etudiant(demande.etudiant) else {
      throw Refus.inconnu(.etudiant)
    }
    return DossierDEngagement(
      demande: demande,
      etudiant: etudiant.nomme,
      promotion: promotion,
      decompte: demande.objet.type == .emploi ? try decompte(demande.objet, promotion) : nil,
      compte: try compte(demande.etudiant, promotion),
      bonus: bonus,
    )
  }

  /// What the bonuses of a student come to; `nil` without règlement.
  func compte(_ etudiant: Identifiant<Etudiant>, _ promotion: Promotion) throws -> CompteDeBonus? {
    guard let reglages = try reglages(promotion) else { return nil }
    let bonus = try registre.bonus(etudiant, promotion.id)
    return CompteDeBonus(bonus, reglages, promotion.anneeBUT)
  }
}
