public import Scolarite

/// What the commission of bonuses answers a student.
public struct DecisionDeBonification: Hashable, Sendable {
  public let titulaire: Titulaire
  public let cursus: Cursus
  /// The day of the request.
  public let demande: Jour
  public let activite: String
  public let type: String
  /// The day of the session.
  public let commission: Jour
  /// The day on which the session was closed: what it decided counts from then on.
  public let decision: Jour
  public let sens: DemandeDEngagement.Decision.Sens
  public let motif: String
  public let recours: VoiesDeRecours?

  public init(
    titulaire: Titulaire,
    cursus: Cursus,
    demande: Jour,
    activite: String,
    type: String,
    commission: Jour,
    decision: Jour,
    sens: DemandeDEngagement.Decision.Sens,
    motif: String,
    recours: VoiesDeRecours?,
  ) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.demande = demande
    self.activite = activite
    self.type = type
    self.commission = commission
    self.decision = decision
    self.sens = sens
    self.motif = motif
    self.recours = recours
  }
}

/// The minutes of a session of the commission of bonuses.
public struct SeanceDeCommission: Hashable, Sendable {
  public let annee: AnneeUniversitaire
  public let jour: Jour
  public let close: Jour
  /// Empty where nobody wrote it.
  public let lieu: String
  public let membres: [Membre]
  /// By name.
  public let decisions: [Decision]
  public let observations: String

  /// Somebody who was called.
  public struct Membre: Hashable, Sendable {
    public let nom: String
    public let qualite: String
    public let estPresent: Bool

    public init(nom: String, qualite: String, estPresent: Bool) {
      self.nom = nom
      self.qualite = qualite
      self.estPresent = estPresent
    }
  }

  /// What was decided of a request.
  public struct Decision: Hashable, Sendable {
    public let etudiant: String
    public let promotion: String
    public let activite: String
    public let sens: String
    public let motif: String

    public init(
      etudiant: String,
      promotion: String,
      activite: String,
      sens: String,
      motif: String,
    ) {
      self.etudiant = etudiant
      self.promotion = promotion
      self.activite = activite
      self.sens = sens
      self.motif = motif
    }
  }

  public init(
    annee: AnneeUniversitaire,
    jour: Jour,
    close: Jour,
    lieu: String,
    membres: [Membre],
    decisions: [Decision],
    observations: String,
  ) {
    self.annee = annee
    self.jour = jour
    self.close = close
    self.lieu = lieu
    self.membres = membres
    self.decisions = decisions
    self.observations = observations
  }
}
