public import Scolarite

/// The secret address at which the programs of somebody read their calendar.
public struct AdresseDeCalendrier: Hashable, Sendable {
  public let utilisateur: Identifiant<Utilisateur>
  /// That of the secret, which nobody keeps.
  public let empreinte: Empreinte
  public let creee: Horodatage
  /// The last day when a program read it.
  public let lue: Jour?

  public init(
    utilisateur: Identifiant<Utilisateur>,
    empreinte: Empreinte,
    creee: Horodatage,
    lue: Jour?,
  ) {
    self.utilisateur = utilisateur
    self.empreinte = empreinte
    self.creee = creee
    self.lue = lue
  }
}

/// A thing with the moment when it was last written.
public struct Datee<Chose: Sendable>: Sendable {
  public let chose: Chose
  public let ecrite: Horodatage

  public init(_ chose: Chose, ecrite: Horodatage) {
    self.chose = chose
    self.ecrite = ecrite
  }
}

/// What calendars say of a jury: its day, and nothing of what it has before it.
public struct JuryAnnonce: Hashable, Sendable {
  public let id: Identifiant<SessionDeJury>
  public let promotion: Identifiant<Promotion>
  public let nature: SessionDeJury.Nature
  public let date: Jour
  public let estUneRectification: Bool
  /// Whether the person sits there.
  public let estMembre: Bool
  public let version: Int64

  public init(
    id: Identifiant<SessionDeJury>,
    promotion: Identifiant<Promotion>,
    nature: SessionDeJury.Nature,
    date: Jour,
    estUneRectification: Bool,
    estMembre: Bool,
    version: Int64,
  ) {
    self.id = id
    self.promotion = promotion
    self.nature = nature
    self.date = date
    self.estUneRectification = estUneRectification
    self.estMembre = estMembre
    self.version = version
  }
}

/// Addresses of calendars, and what calendars hold, many rows a query.
public protocol RegistreDesCalendriers {
  func adresseDeCalendrier(de utilisateur: Identifiant<Utilisateur>) throws -> AdresseDeCalendrier?
  func adresseDeCalendrier(_ empreinte: Empreinte) throws -> AdresseDeCalendrier?
  /// Puts an address in the place of the one that the user had.
  func poser(_ adresse: AdresseDeCalendrier, _ ecriture: Ecriture) throws
  func retirerLAdresseDeCalendrier(_ utilisateur: Identifiant<Utilisateur>, _ ecriture: Ecriture)
    throws
  /// Keeps the day of a reading, which changes no fact and has no entry.
  func noterUneLecture(_ empreinte: Empreinte, le jour: Jour) throws

  /// When each slot of a promotion was put in the timetable.
  func ecrituresDesSeances(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<Seance>: Horodatage]
  /// When each test of a promotion was last planned.
  func ecrituresDesEvaluations(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<EvaluationDeModule>: Horodatage]
  /// The names of those who teach at the slots of a promotion.
  func enseignants(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<Utilisateur>: String]
  /// The campaigns of every promotion of a year.
  func campagnes(_ annee: AnneeUniversitaire) throws -> [Datee<Campagne>]
  /// The juries of every promotion of a year, as a user may be one of their members.
  func jurys(_ annee: AnneeUniversitaire, membre: Identifiant<Utilisateur>) throws
    -> [Datee<JuryAnnonce>]
  /// When the calendar of a year was last written.
  func ecriture(de annee: Identifiant<AnneeOuverte>) throws -> Horodatage
}
