public import Scolarite

/// What is chosen of a session 2.
public struct ChoixDeSession2: Hashable, Sendable {
  public let intitule: String
  public let premierJour: Jour
  public let dernierJour: Jour
  public let publicationPrevue: Jour
  /// The last minute of enrolment.
  public let limiteInscription: Instant
  public let adoptee: Jour?
  public let jury: Jour?
  public let delaiDeConsultation: Int?
  public let derogation: Role

  public init(
    intitule: String,
    premierJour: Jour,
    dernierJour: Jour,
    publicationPrevue: Jour,
    limiteInscription: Instant,
    adoptee: Jour?,
    jury: Jour? = nil,
    delaiDeConsultation: Int? = nil,
    derogation: Role = .direction,
  ) {
    self.intitule = intitule
    self.premierJour = premierJour
    self.dernierJour = dernierJour
    self.publicationPrevue = publicationPrevue
    self.limiteInscription = limiteInscription
    self.adoptee = adoptee
    self.jury = jury
    self.delaiDeConsultation = delaiDeConsultation
    self.derogation = derogation
  }

  func session(_ campagne: Identifiant<Campagne>, _ promotion: Identifiant<Promotion>)
    -> SessionDeRattrapage
  {
    SessionDeRattrapage(
      campagne: campagne,
      promotion: promotion,
      intitule: intitule,
      premierJour: premierJour,
      dernierJour: dernierJour,
      ouverture: publicationPrevue.premiereMinute ?? limiteInscription,
      limiteInscription: limiteInscription,
      publicationPrevue: publicationPrevue,
      adoptee: adoptee,
      jury: jury,
      delaiDeConsultation: delaiDeConsultation,
      derogation: derogation,
    )
  }

  /// The session with these choices; what was published remains.
  func appliques(a avant: SessionDeRattrapage, version: Int64) -> SessionDeRattrapage {
    var apres = session(avant.campagne, avant.promotion)
    apres.publicationSession1 = avant.publicationSession1
    if avant.publicationSession1 != nil { apres.ouverture = avant.ouverture }
    apres.version = version
    return apres
  }
}
