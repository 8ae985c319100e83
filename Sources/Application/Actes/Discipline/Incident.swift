public import Scolarite

/// What happened at a test or elsewhere, and what came of it for each student (articles 4 to 6).
public struct Incident: Hashable, Sendable {
  public let id: Identifiant<Incident>
  public let promotion: Identifiant<Promotion>
  public let date: Instant
  public let lieu: String?
  /// The test at which it happened.
  public let evaluation: Identifiant<EvaluationDeModule>?
  /// Who supervised, by name: not everybody who supervises is a user.
  public let surveillant: String
  public let description: String
  /// Whether the report was signed by those whom it names.
  public let signature: Signature
  public let comportement: Comportement
  /// Who reported it; `nil` at the console.
  public let auteur: Identifiant<Utilisateur>?
  public let temoins: String
  /// Those who took part and could not be named yet.
  public var inconnus: String
  /// Whether a complaint is thought of too (R1.6.5).
  public let penal: Bool
  /// The head under which it is brought.
  public var chef: ChefDeSaisine
  public var degat: Degat?
  public var procesVerbal: ProcesVerbal?
  public var suites: [Suite]
  public var version: Int64

  /// How the report was received (R1.5.6).
  public enum Signature: String, CaseIterable, Hashable, Sendable {
    case contresigne, refusee
    case sansObjet = "sans-objet"
  }

  /// What came of it for one student.
  public struct Suite: Hashable, Sendable {
    public let etudiant: Identifiant<Etudiant>
    public let etat: Etat
    /// The day since which it stands so.
    public let depuis: Jour
    /// What was done, in order.
    public var etapes: [Etape]

    public init(
      etudiant: Identifiant<Etudiant>,
      etat: Etat,
      depuis: Jour,
      etapes: [Etape] = [],
    ) {
      self.etudiant = etudiant
      self.etat = etat
      self.depuis = depuis
      self.etapes = etapes
    }
  }

  /// Where the procedure stands for a student.
  public enum Etat: Hashable, Sendable {
    case signale
    /// Transmitted to the section disciplinaire: transcripts and certificates are withheld.
    case sectionSaisie
    case classe(motif: String)
    /// The section found nothing to punish.
    case relaxe(motif: String)
    case sanctionne(Sanction)
  }

  /// What the section decided.
  public struct Sanction: Hashable, Sendable {
    public let nature: Nature
    /// How long an exclusion for a time lasts.
    public let mois: Int?
    public let sursis: Bool
    /// Whether the test is void: present without having sat it (A19).
    public let annuleLEpreuve: Bool

    /// The sanctions of article R811-36.
    public enum Nature: String, CaseIterable, Hashable, Sendable {
      case avertissement, blame
      case mesureDeResponsabilisation = "mesure-de-responsabilisation"
      case exclusionTemporaire = "exclusion-temporaire"
      case exclusionDefinitive = "exclusion-definitive"
      case exclusionTemporaireDeTout = "exclusion-temporaire-de-tout-etablissement"
      case exclusionDefinitiveDeTout = "exclusion-definitive-de-tout-etablissement"
    }

    /// A sanction that article R811-36 knows: five years of exclusion at most, sursis up to two years.
    public init?(_ nature: Nature, mois: Int? = nil, sursis: Bool = false, annuleLEpreuve: Bool) {
      let temporaire = nature == .exclusionTemporaire || nature == .exclusionTemporaireDeTout
      guard temporaire == (mois != nil) else { return nil }
      if let mois, !(1...60).contains(mois) { return nil }
      if sursis, !(nature == .exclusionTemporaire && mois ?? 0 <= 24) { return nil }
      self.nature = nature
      self.mois = mois
      self.sursis = sursis
      self.annuleLEpreuve = annuleLEpreuve
    }
  }

  public init(
    id: Identifiant<Incident>,
    promotion: Identifiant<Promotion>,
    date: Instant,
    lieu: String?,
    evaluation: Identifiant<EvaluationDeModule>?,
    surveillant: String,
    description: String,
    signature: Signature,
    comportement: Comportement = .fraude,
    auteur: Identifiant<Utilisateur>? = nil,
    temoins: String = "",
    inconnus: String = "",
    penal: Bool = false,
    chef: ChefDeSaisine = .fraude,
    degat: Degat? = nil,
    procesVerbal: ProcesVerbal? = nil,
    suites: [Suite],
    version: Int64,
  ) {
    self.id = id
    self.promotion = promotion
    self.date = date
    self.lieu = lieu
    self.evaluation = evaluation
    self.surveillant = surveillant
    self.description = description
    self.signature = signature
    self.comportement = comportement
    self.auteur = auteur
    self.temoins = temoins
    self.inconnus = inconnus
    self.penal = penal
    self.chef = chef
    self.degat = degat
    self.procesVerbal = procesVerbal
    self.suites = suites
    self.version = version
  }

  /// What came of it for a student.
  public func suite(_ etudiant: Identifiant<Etudiant>) -> Suite? {
    suites.first { $0.etudiant == etudiant }
  }
}

/// Why the transcripts and certificates of a student are withheld (R1.5.9).
public struct Retenue: Hashable, Sendable {
  public let incident: Identifiant<Incident>
  /// The day of the procès-verbal of fraud, or the one on which the section disciplinaire was seized.
  public let depuis: Jour

  public init(incident: Identifiant<Incident>, depuis: Jour) {
    self.incident = incident
    self.depuis = depuis
  }
}

/// Incidents and disciplinary procedures.
public protocol RegistreDeLaDiscipline {
  func incident(_ id: Identifiant<Incident>) throws -> Incident?
  /// Those of the whole establishment.
  func incidents() throws -> [Incident]
  func incidents(promotion: Identifiant<Promotion>) throws -> [Incident]
  func incidents(etudiant: Identifiant<Etudiant>) throws -> [Incident]
  func ajouter(_ incident: Incident, _ ecriture: Ecriture) throws
  /// Replaces what came of it.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ incident: Incident, _ ecriture: Ecriture) throws -> Bool

  /// The procedures that withhold the transcripts and certificates of a student.
  func retenues(_ etudiant: Identifiant<Etudiant>) throws -> [Retenue]

  /// Takes a student off an incident, with what came of it for them.
  func retirer(
    _ etudiant: Identifiant<Etudiant>,
    de incident: Identifiant<Incident>,
    _ ecriture: Ecriture,
  ) throws
  /// The incidents whose account is not erased.
  func incidentsNonEffaces() throws -> [Incident]

  func constats(_ evaluation: Identifiant<EvaluationDeModule>) throws -> [ConstatDeSalle]
  func constat(_ id: Identifiant<ConstatDeSalle>) throws -> ConstatDeSalle?
  func ajouter(_ constat: ConstatDeSalle, _ ecriture: Ecriture) throws
  func retirer(_ constat: Identifiant<ConstatDeSalle>, _ ecriture: Ecriture) throws
}
