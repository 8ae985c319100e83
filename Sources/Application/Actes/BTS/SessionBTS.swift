public import Scolarite

/// The exceptional session of the BTS of 2021 for one speciality, from the results to the admission.
public struct SessionBTS: Hashable, Sendable {
  public let id: Identifiant<SessionBTS>
  public let departement: Identifiant<Departement>
  /// « BTS SIO, session 2021 ».
  public let intitule: String
  /// The speciality as it was when the session was opened, in its JSON format.
  public let specialite: String
  /// The day on which the results of the normal session were proclaimed.
  public var proclamation: Jour?
  /// The day on which the jury closed the session.
  public var close: Jour?
  public var version: Int64

  public init(
    id: Identifiant<SessionBTS>,
    departement: Identifiant<Departement>,
    intitule: String,
    specialite: String,
    proclamation: Jour? = nil,
    close: Jour? = nil,
    version: Int64,
  ) {
    self.id = id
    self.departement = departement
    self.intitule = intitule
    self.specialite = specialite
    self.proclamation = proclamation
    self.close = close
    self.version = version
  }

  public var lieu: Lieu { Lieu(departement: departement) }

  /// The last day on which candidates may be summoned; `nil` before the proclamation.
  public var dernierJourDeConvocation: Jour? {
    proclamation.map { CandidatBTS.dernierJour(apres: $0) }
  }

  var faits: Faits {
    [
      "departement": Faits.Valeur(departement), "intitule": .texte(intitule),
      "proclamation": Faits.Valeur(proclamation), "close": Faits.Valeur(close),
    ]
  }
}

/// Where the rules of the session stand, as refusals cite it.
enum ArticleBTS {
  static let autorisation = "décret n° 2021-417 modifié, article 2-2 ; communiqué, § 2 et 3"
  static let delai = "communiqué sur le BTS de 2021, § 3"
  static let choix = "communiqué sur le BTS de 2021, § 4"
  static let oral = "décret n° 2021-417 modifié, article 2-1"
  /// A material error obliges to deliberate again, and the jury alone may.
  static let nouvelleDeliberation = "CAA Marseille, 5 juin 2023, n° 21MA01456"
  static let session = "communiqué sur le BTS de 2021, § 1"
}

/// Sessions of the BTS and their candidates.
public protocol RegistreDuBTS {
  func sessionsBTS() throws -> [SessionBTS]
  func sessionBTS(_ id: Identifiant<SessionBTS>) throws -> SessionBTS?
  func ajouter(_ session: SessionBTS, _ ecriture: Ecriture) throws
  /// Replaces the days.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ session: SessionBTS, _ ecriture: Ecriture) throws -> Bool

  func inscriptionBTS(_ id: Identifiant<InscriptionBTS>) throws -> InscriptionBTS?
  func inscriptionsBTS(_ session: Identifiant<SessionBTS>) throws -> [InscriptionBTS]
  func inscriptionsBTS(etudiant: Identifiant<Etudiant>) throws -> [InscriptionBTS]
  /// The candidates of a session, in the order of their numbers.
  func candidatsBTS(_ session: Identifiant<SessionBTS>) throws -> [Etudiant]
  func ajouter(_ inscription: InscriptionBTS, _ ecriture: Ecriture) throws
  /// Replaces everything but whose it is.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ inscription: InscriptionBTS, _ ecriture: Ecriture) throws -> Bool
  /// Takes away a candidate with everything of theirs in the session.
  /// - Returns: whether the version was still the one given.
  func supprimer(_ inscription: InscriptionBTS, _ ecriture: Ecriture) throws -> Bool
}
