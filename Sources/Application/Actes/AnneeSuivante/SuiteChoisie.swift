public import Scolarite

/// Where somebody decided that a student goes, against what follows from the decisions, and why.
public struct SuiteChoisie: Hashable, Sendable {
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let destination: Suite.Destination
  public let motif: String
  /// 1 for the first.
  public let version: Int64

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    destination: Suite.Destination,
    motif: String,
    version: Int64,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.destination = destination
    self.motif = motif
    self.version = version
  }
}

/// What was made at once for the year after that of a promotion.
public struct AnneeSuivante: Hashable, Sendable {
  public let id: Identifiant<AnneeSuivante>
  /// The promotion whose students were led on.
  public let promotion: Identifiant<Promotion>
  public let faite: Instant
  public let promotions: [Identifiant<Promotion>]
  public let groupes: [Identifiant<Groupe>]
  public let inscriptions: [Identifiant<Inscription>]

  public init(
    id: Identifiant<AnneeSuivante>,
    promotion: Identifiant<Promotion>,
    faite: Instant,
    promotions: [Identifiant<Promotion>],
    groupes: [Identifiant<Groupe>],
    inscriptions: [Identifiant<Inscription>],
  ) {
    self.id = id
    self.promotion = promotion
    self.faite = faite
    self.promotions = promotions
    self.groupes = groupes
    self.inscriptions = inscriptions
  }
}

/// Something written on what was made, which would be lost with it.
public enum EcritSurLAnnee: String, CaseIterable, Hashable, Sendable {
  case notes, presences, seances, evaluations, bonus, avis, campagnes, demandes, session2
  case redoublements, incidents, situations, jurys, inscriptions, inscriptionsModifiees, groupes,
    membres
  case roles, suites, engagements, amenagements

  /// How many, in French.
  public func phrase(_ nombre: Int) -> String {
    let (un, plusieurs) =
      switch self {
      case .notes: ("note", "notes")
      case .presences: ("pointage de présence", "pointages de présence")
      case .seances: ("séance", "séances")
      case .evaluations: ("évaluation", "évaluations")
      case .bonus: ("bonus", "bonus")
      case .avis: ("avis", "avis")
      case .campagnes: ("campagne", "campagnes")
      case .demandes: ("demande", "demandes")
      case .session2: ("inscription en session 2", "inscriptions en session 2")
      case .redoublements: ("demande de redoublement", "demandes de redoublement")
      case .incidents: ("incident", "incidents")
      case .situations: ("situation signalée", "situations signalées")
      case .jurys: ("jury", "jurys")
      case .inscriptions: ("autre inscription", "autres inscriptions")
      case .inscriptionsModifiees: ("inscription modifiée", "inscriptions modifiées")
      case .groupes: ("autre groupe", "autres groupes")
      case .membres: ("autre étudiant dans un groupe", "autres étudiants dans un groupe")
      case .roles: ("rôle donné", "rôles donnés")
      case .engagements: ("demande de bonification", "demandes de bonification")
      case .amenagements: ("demande d’aménagement", "demandes d’aménagement")
      case .suites: ("année suivante préparée", "années suivantes préparées")
      }
    return "\(nombre) \(nombre > 1 ? plusieurs : un)"
  }
}

/// Where students go after a year, and what was made of it.
public protocol RegistreDesAnneesSuivantes {
  /// The choices of a promotion, in the order of students.
  func suitesChoisies(_ promotion: Identifiant<Promotion>) throws -> [SuiteChoisie]
  /// Writes a choice where none stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ suite: SuiteChoisie, _ ecriture: Ecriture) throws -> Bool
  /// Takes a choice back.
  /// - Returns: whether the version was still the one given.
  func supprimer(_ suite: SuiteChoisie, _ ecriture: Ecriture) throws -> Bool

  /// What was made from a promotion, the first to the last.
  func anneesSuivantes(_ promotion: Identifiant<Promotion>) throws -> [AnneeSuivante]
  func anneeSuivante(_ id: Identifiant<AnneeSuivante>) throws -> AnneeSuivante?
  func ajouter(_ annee: AnneeSuivante, _ ecriture: Ecriture) throws
  /// What was written since on what was made, and how much of it; nothing where it can be undone.
  func ecrits(sur annee: AnneeSuivante) throws -> [(ecrit: EcritSurLAnnee, nombre: Int)]
  /// Removes enrolments, groups and promotions that were made.
  func supprimer(_ annee: AnneeSuivante, _ ecriture: Ecriture) throws
  /// The students enrolled somewhere in a year, and where.
  func inscrits(en annee: AnneeUniversitaire) throws -> [Identifiant<Etudiant>: Identifiant<
    Promotion
  >]
}
