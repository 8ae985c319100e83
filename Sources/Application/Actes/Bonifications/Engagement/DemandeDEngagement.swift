public import Scolarite

/// What a student asks a bonus for, within a campaign (article 7-2).
public struct DemandeDEngagement: Hashable, Sendable {
  public let id: Identifiant<DemandeDEngagement>
  public let campagne: Identifiant<Campagne>
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public var objet: Objet
  public let depose: Instant
  public var pieces: [PieceDEngagement]
  public var etat: Etat
  /// What the jury thinks of the attendance of somebody elected (R1.7.11).
  public var assiduite: Assiduite?
  /// What the commission decides; the student reads it once the commission is closed.
  public var decision: Decision?
  /// The bonus that came of it.
  public var bonus: Identifiant<BonusAttribue>?
  public var version: Int64

  /// The activity itself.
  public struct Objet: Hashable, Sendable {
    public let type: TypeDEngagement
    public let activite: String
    public let organisme: String
    /// What was done, how regularly, for whom (R1.7.5, R1.7.6).
    public let description: String
    public let du: Jour
    public let au: Jour
    /// Only for paid work.
    public let travail: [PeriodeDeTravail]

    public init(
      type: TypeDEngagement,
      activite: String,
      organisme: String,
      description: String,
      du: Jour,
      au: Jour,
      travail: [PeriodeDeTravail] = [],
    ) {
      self.type = type
      self.activite = activite
      self.organisme = organisme
      self.description = description
      self.du = du
      self.au = au
      self.travail = travail
    }
  }

  /// Where it stands.
  public enum Etat: Hashable, Sendable {
    case deposee
    case aCompleter(motif: String, avant: Jour)
    case retiree(le: Jour)
    /// The commission is closed: what it decided is known.
    case decidee(le: Jour)
  }

  /// The judgement of the jury on the attendance of somebody elected.
  public struct Assiduite: Hashable, Sendable {
    public let estAssidu: Bool
    public let motif: String
    public let jour: Jour
    public let par: String

    public init(estAssidu: Bool, motif: String, jour: Jour, par: String) {
      self.estAssidu = estAssidu
      self.motif = motif
      self.jour = jour
      self.par = par
    }
  }

  /// What a commission decides of it, with its reason.
  public struct Decision: Hashable, Sendable {
    public let commission: Identifiant<CommissionDesBonifications>
    public let sens: Sens
    public let motif: String

    /// Awarded, or why not.
    public enum Sens: Hashable, Sendable {
      case accordee(Decimale)
      case rejetee
      case irrecevable(MotifDIrrecevabilite)
    }

    public init(
      commission: Identifiant<CommissionDesBonifications>,
      _ sens: Sens,
      motif: String,
    ) {
      self.commission = commission
      self.sens = sens
      self.motif = motif
    }
  }

  public init(
    id: Identifiant<DemandeDEngagement>,
    campagne: Identifiant<Campagne>,
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    objet: Objet,
    depose: Instant,
    pieces: [PieceDEngagement],
    etat: Etat = .deposee,
    assiduite: Assiduite? = nil,
    decision: Decision? = nil,
    bonus: Identifiant<BonusAttribue>? = nil,
    version: Int64 = 1,
  ) {
    self.id = id
    self.campagne = campagne
    self.promotion = promotion
    self.etudiant = etudiant
    self.objet = objet
    self.depose = depose
    self.pieces = pieces
    self.etat = etat
    self.assiduite = assiduite
    self.decision = decision
    self.bonus = bonus
    self.version = version
  }
}

/// Requests for engagement, and the commissions that examine them.
public protocol RegistreDesEngagements {
  func engagement(_ id: Identifiant<DemandeDEngagement>) throws -> DemandeDEngagement?
  func engagements(etudiant: Identifiant<Etudiant>) throws -> [DemandeDEngagement]
  /// Those of every promotion of a year.
  func engagements(annee: AnneeUniversitaire) throws -> [DemandeDEngagement]
  func ajouter(_ demande: DemandeDEngagement, _ ecriture: Ecriture) throws
  /// Replaces what was given and what came of it.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ demande: DemandeDEngagement, _ ecriture: Ecriture) throws -> Bool

  func commission(_ id: Identifiant<CommissionDesBonifications>) throws
    -> CommissionDesBonifications?
  func commissions() throws -> [CommissionDesBonifications]
  func ajouter(_ commission: CommissionDesBonifications, _ ecriture: Ecriture) throws
  /// Replaces day, place, members and closing.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ commission: CommissionDesBonifications, _ ecriture: Ecriture) throws -> Bool
}

extension DemandeDEngagement {
  /// Whether it may still be completed or given up.
  public var estOuverte: Bool {
    switch etat {
    case .deposee, .aCompleter: true
    case .retiree, .decidee: false
    }
  }

  /// As the student reads it: what a commission is about to decide is not said.
  var montree: DemandeDEngagement {
    if case .decidee = etat { return self }
    var montree = self
    montree.decision = nil
    return montree
  }

  var faits: Faits {
    let base: Faits = [
      "promotion": Faits.Valeur(promotion), "campagne": Faits.Valeur(campagne),
      "depose": .texte(depose.description),
      "pieces": .liste(
        pieces.map { .liste([.texte($0.nature.rawValue), .texte($0.etabliePar.rawValue)]) }
      ),
    ]
    return base + objet.faits + etat.faits + (assiduite?.faits ?? [:]) + (decision?.faits ?? [:])
  }
}

extension DemandeDEngagement.Objet {
  fileprivate var faits: Faits {
    [
      "type": .texte(type.rawValue), "activite": .texte(activite),
      "organisme": .texte(organisme), "description": .texte(description),
      "du": Faits.Valeur(du), "au": Faits.Valeur(au),
      "travail": .liste(travail.map { .texte("\($0.enJours) : \($0.heures) h") }),
    ]
  }
}

extension DemandeDEngagement.Etat {
  fileprivate var faits: Faits {
    switch self {
    case .deposee: ["etat": "deposee"]
    case .aCompleter(let motif, let avant):
      ["etat": "a-completer", "aCompleter": .texte(motif), "avant": Faits.Valeur(avant)]
    case .retiree(let jour): ["etat": "retiree", "le": Faits.Valeur(jour)]
    case .decidee(let jour): ["etat": "decidee", "le": Faits.Valeur(jour)]
    }
  }
}

extension DemandeDEngagement.Assiduite {
  fileprivate var faits: Faits {
    ["assidu": .verdict(estAssidu), "assiduite": .texte(motif), "juge": Faits.Valeur(jour)]
  }
}

extension DemandeDEngagement.Decision {
  fileprivate var faits: Faits {
    let detail: Faits =
      switch sens {
      case .accordee(let points): ["decision": "accordee", "points": .nombre(points)]
      case .rejetee: ["decision": "rejetee"]
      case .irrecevable(let motif): ["decision": "irrecevable", "cause": .texte(motif.rawValue)]
      }
    return ["commission": Faits.Valeur(commission), "motivation": .texte(motif)] + detail
  }
}
