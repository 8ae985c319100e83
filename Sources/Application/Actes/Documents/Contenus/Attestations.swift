public import Scolarite

/// That a year was validated by a jury.
public struct AttestationDeReussite: Hashable, Sendable {
  public let titulaire: Titulaire
  public let cursus: Cursus
  public let jury: Jour
  /// The credits of the year.
  public let credits: String

  public init(titulaire: Titulaire, cursus: Cursus, jury: Jour, credits: String) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.jury = jury
    self.credits = credits
  }
}

/// That a diploma was obtained, while the parchment is awaited.
public struct CertificatDeDiplome: Hashable, Sendable {
  public let titulaire: Titulaire
  public let cursus: Cursus
  public let diplome: DiplomeAttribue
  public let jury: Jour
  public let credits: String

  public init(
    titulaire: Titulaire,
    cursus: Cursus,
    diplome: DiplomeAttribue,
    jury: Jour,
    credits: String,
  ) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.diplome = diplome
    self.jury = jury
    self.credits = credits
  }
}

/// What a jury decided for a student, told to them, with how to contest it.
public struct LettreDeDecision: Hashable, Sendable {
  public let titulaire: Titulaire
  public let cursus: Cursus
  public let jury: Jour
  /// What was decided, in sentences, the year first.
  public let decisions: [String]
  /// Why, where the jury departed from the rules.
  public let motifs: [String]
  public let recours: VoiesDeRecours?

  public init(
    titulaire: Titulaire,
    cursus: Cursus,
    jury: Jour,
    decisions: [String],
    motifs: [String],
    recours: VoiesDeRecours?,
  ) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.jury = jury
    self.decisions = decisions
    self.motifs = motifs
    self.recours = recours
  }
}

/// That a student may not repeat, why, and what is advised instead (R1.1.5).
public struct RefusDeRedoublement: Hashable, Sendable {
  public let titulaire: Titulaire
  public let cursus: Cursus
  public let demande: Jour
  public let decision: Jour
  /// The day of the hearing, where one was held.
  public let audition: Jour?
  public let motivation: String
  public let conseils: String
  public let recours: VoiesDeRecours?

  public init(
    titulaire: Titulaire,
    cursus: Cursus,
    demande: Jour,
    decision: Jour,
    audition: Jour?,
    motivation: String,
    conseils: String,
    recours: VoiesDeRecours?,
  ) {
    self.titulaire = titulaire
    self.cursus = cursus
    self.demande = demande
    self.decision = decision
    self.audition = audition
    self.motivation = motivation
    self.conseils = conseils
    self.recours = recours
  }
}
