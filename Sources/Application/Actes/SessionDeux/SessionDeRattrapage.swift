public import Scolarite

/// A session 2 as it is conducted: what its campaign adds to a window of enrolment.
public struct SessionDeRattrapage: Hashable, Sendable {
  public let campagne: Identifiant<Campagne>
  public let promotion: Identifiant<Promotion>
  public var intitule: String
  /// The first day of its tests, from which limits are counted (A38).
  public var premierJour: Jour
  public var dernierJour: Jour
  /// From when students enrol: the publication of session 1, once it is done.
  public var ouverture: Instant
  /// The last minute of enrolment.
  public var limiteInscription: Instant
  /// When the results of session 1 are meant to be published.
  public var publicationPrevue: Jour
  /// When they were, with the list of those eligible.
  public var publicationSession1: Jour?
  /// When the département adopted the procedure (R0.2).
  public var adoptee: Jour?
  /// The day of the jury, once it is known.
  public var jury: Jour?
  /// How many days a student has to ask for their copy, of the local règlement (A28).
  public var delaiDeConsultation: Int?
  /// Who may go beyond a limit of the procedure, with a written reason.
  public var derogation: Role
  /// That of the campaign.
  public var version: Int64

  public init(
    campagne: Identifiant<Campagne>,
    promotion: Identifiant<Promotion>,
    intitule: String,
    premierJour: Jour,
    dernierJour: Jour,
    ouverture: Instant,
    limiteInscription: Instant,
    publicationPrevue: Jour,
    publicationSession1: Jour? = nil,
    adoptee: Jour?,
    jury: Jour? = nil,
    delaiDeConsultation: Int? = nil,
    derogation: Role = .direction,
    version: Int64 = 1,
  ) {
    self.campagne = campagne
    self.promotion = promotion
    self.intitule = intitule
    self.premierJour = premierJour
    self.dernierJour = dernierJour
    self.ouverture = ouverture
    self.limiteInscription = limiteInscription
    self.publicationPrevue = publicationPrevue
    self.publicationSession1 = publicationSession1
    self.adoptee = adoptee
    self.jury = jury
    self.delaiDeConsultation = delaiDeConsultation
    self.derogation = derogation
    self.version = version
  }
}

extension SessionDeRattrapage {
  /// What its dates are computed from.
  public var dates: DatesDeSession2 {
    DatesDeSession2(
      premierJour: premierJour,
      dernierJour: dernierJour,
      publication: publicationSession1 ?? publicationPrevue,
      limiteInscription: limiteInscription,
      jury: jury,
      delaiDeConsultation: delaiDeConsultation,
    )
  }

  public var limiteAmenagements: Jour { dates.limiteAmenagements }
  public var limiteCalendrier: Jour { dates.limiteCalendrier }

  /// The roles that may be allowed to go beyond a limit.
  public static let rolesDeDerogation: [Role] = [
    .direction, .directeurDesEtudes, .responsableDeDepartement,
  ]
}
