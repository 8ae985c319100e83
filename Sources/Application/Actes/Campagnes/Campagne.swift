public import Scolarite

/// A window in which students of a promotion ask for something.
public struct Campagne: Hashable, Sendable {
  public let id: Identifiant<Campagne>
  public let promotion: Identifiant<Promotion>
  public let nature: Nature
  public var intitule: String
  public var ouverture: Instant
  public var cloture: Instant
  /// The first day of what it prepares: the tests of session 2, the commission (A38).
  public var jour: Jour?
  /// What else those concerned must know, name by name.
  public var parametres: [Parametre]
  public var version: Int64

  /// What is asked for.
  public enum Nature: String, CaseIterable, Hashable, Sendable {
    case session2, bonus, amenagement, redoublement, autre
  }

  /// A name and its value.
  public struct Parametre: Hashable, Sendable {
    public let nom: String
    public let valeur: String

    public init(_ nom: String, _ valeur: String) {
      self.nom = nom
      self.valeur = valeur
    }
  }

  public init(
    id: Identifiant<Campagne>,
    promotion: Identifiant<Promotion>,
    nature: Nature,
    intitule: String,
    ouverture: Instant,
    cloture: Instant,
    jour: Jour?,
    parametres: [Parametre],
    version: Int64,
  ) {
    self.id = id
    self.promotion = promotion
    self.nature = nature
    self.intitule = intitule
    self.ouverture = ouverture
    self.cloture = cloture
    self.jour = jour
    self.parametres = parametres
    self.version = version
  }
}

/// What a student asks within a campaign.
public struct Demande: Hashable, Sendable {
  public let id: Identifiant<Demande>
  public let campagne: Identifiant<Campagne>
  public let etudiant: Identifiant<Etudiant>
  public let texte: String
  public let depose: Instant
  /// The document that goes with it, by its digest.
  public let fichier: String?
  /// The force majeure that made it late (R0.13).
  public let forceMajeure: String?
  public var etat: Etat
  public var version: Int64

  /// What became of it.
  public enum Etat: Hashable, Sendable {
    case deposee
    case acceptee(le: Jour)
    case refusee(le: Jour, motif: String)
  }

  public init(
    id: Identifiant<Demande>,
    campagne: Identifiant<Campagne>,
    etudiant: Identifiant<Etudiant>,
    texte: String,
    depose: Instant,
    fichier: String?,
    forceMajeure: String?,
    etat: Etat,
    version: Int64,
  ) {
    self.id = id
    self.campagne = campagne
    self.etudiant = etudiant
    self.texte = texte
    self.depose = depose
    self.fichier = fichier
    self.forceMajeure = forceMajeure
    self.etat = etat
    self.version = version
  }
}

/// The UE that a student sits again, by a campaign.
public struct InscriptionEnSession2: Hashable, Sendable {
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let campagne: Identifiant<Campagne>
  public let ues: [CodeUE]
  public let version: Int64
  /// When it arrived; `nil` for those written before that was kept.
  public let recu: Horodatage?

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    campagne: Identifiant<Campagne>,
    ues: [CodeUE],
    version: Int64,
    recu: Horodatage? = nil,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.campagne = campagne
    self.ues = ues
    self.version = version
    self.recu = recu
  }
}

/// What stands for a student at session 2.
public struct NoteDeSession2: Hashable, Sendable {
  public let promotion: Identifiant<Promotion>
  public let etudiant: Identifiant<Etudiant>
  public let epreuve: Epreuve
  public let entree: Entree
  public let version: Int64

  /// What was sat.
  public enum Epreuve: Hashable, Sendable {
    case ue(CodeUE)
    /// By canonical code.
    case module(String)

    /// « UE21 », « R201 ».
    public var code: String {
      switch self {
      case .ue(let code): code.texte
      case .module(let code): code
      }
    }
  }

  public init(
    promotion: Identifiant<Promotion>,
    etudiant: Identifiant<Etudiant>,
    epreuve: Epreuve,
    entree: Entree,
    version: Int64,
  ) {
    self.promotion = promotion
    self.etudiant = etudiant
    self.epreuve = epreuve
    self.entree = entree
    self.version = version
  }
}

/// Campaigns, requests and session 2.
public protocol RegistreDesCampagnes {
  func campagne(_ id: Identifiant<Campagne>) throws -> Campagne?
  func campagnes(_ promotion: Identifiant<Promotion>) throws -> [Campagne]
  func ajouter(_ campagne: Campagne, _ ecriture: Ecriture) throws
  /// Replaces days, title and parameters.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ campagne: Campagne, _ ecriture: Ecriture) throws -> Bool

  func demande(_ id: Identifiant<Demande>) throws -> Demande?
  func demandes(_ campagne: Identifiant<Campagne>) throws -> [Demande]
  func demandes(etudiant: Identifiant<Etudiant>) throws -> [Demande]
  func ajouter(_ demande: Demande, _ ecriture: Ecriture) throws
  /// Replaces what became of it.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ demande: Demande, _ ecriture: Ecriture) throws -> Bool

  /// The enrolments of a promotion, in the order of students.
  func inscriptionsEnSession2(_ promotion: Identifiant<Promotion>) throws
    -> [InscriptionEnSession2]
  func inscriptionEnSession2(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Identifiant<Promotion>,
  )
    throws -> InscriptionEnSession2?
  /// Writes an enrolment where none stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ inscription: InscriptionEnSession2, _ ecriture: Ecriture) throws -> Bool

  /// The marks of a promotion, in the order of students and codes.
  func notesDeSession2(_ promotion: Identifiant<Promotion>) throws -> [NoteDeSession2]
  func notesDeSession2(_ etudiant: Identifiant<Etudiant>, _ promotion: Identifiant<Promotion>)
    throws -> [NoteDeSession2]
  /// Writes a mark where none stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ note: NoteDeSession2, _ ecriture: Ecriture) throws -> Bool
}

extension RegistreDesCampagnes {
  /// Session 2 of each student of a promotion who is enrolled, as results depend on it.
  public func sessionsDeux(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<Etudiant>: SessionDeux]
  {
    let jours = Dictionary(
      uniqueKeysWithValues: try campagnes(promotion).map { ($0.id, $0.jour) }
    )
    let notes = Dictionary(grouping: try notesDeSession2(promotion), by: \.etudiant)
    let inscriptions = try inscriptionsEnSession2(promotion)
    return Dictionary(
      uniqueKeysWithValues: inscriptions.map { inscription in
        let jour = jours[inscription.campagne] ?? nil
        let siennes = notes[inscription.etudiant] ?? []
        return (inscription.etudiant, SessionDeux(inscription, jour, siennes))
      }
    )
  }

  /// Session 2 of a student; `nil` where there is none.
  public func sessionDeux(
    _ etudiant: Identifiant<Etudiant>,
    _ promotion: Identifiant<Promotion>,
  ) throws -> SessionDeux? {
    guard let inscription = try inscriptionEnSession2(etudiant, promotion) else { return nil }
    let jour = try campagne(inscription.campagne)?.jour
    return SessionDeux(inscription, jour, try notesDeSession2(etudiant, promotion))
  }
}

extension SessionDeux {
  fileprivate init(_ inscription: InscriptionEnSession2, _ jour: Jour?, _ notes: [NoteDeSession2]) {
    var ues: [CodeUE: Entree] = [:]
    var modules: [String: Entree] = [:]
    for note in notes {
      switch note.epreuve {
      case .ue(let code): ues[code] = note.entree
      case .module(let code): modules[code] = note.entree
      }
    }
    self.init(
      date: jour,
      inscriptions: inscription.ues,
      notesUE: ues,
      notesModules: modules,
    )
  }
}
