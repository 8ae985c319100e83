public import Scolarite

/// What is printed and handed over.
public enum NatureDeDocument: String, CaseIterable, Hashable, Sendable {
  case releveProvisoire = "releve-provisoire"
  case releveDefinitif = "releve-definitif"
  case attestationDeReussite = "attestation-de-reussite"
  case certificatDeDUT = "certificat-de-dut"
  case certificatDeBUT = "certificat-de-but"
  case supplementAuDiplome = "supplement-au-diplome"
  case procesVerbal = "proces-verbal"
  case procesVerbalAnonyme = "proces-verbal-anonyme"
  case lettreDeDecision = "lettre-de-decision"
  case refusDeRedoublement = "refus-de-redoublement"
  case convocation
  case listeDeSalle = "liste-de-salle"
  case feuilleDEmargement = "feuille-d-emargement"
  case calendrierOfficiel = "calendrier-officiel"
  case procesVerbalDeFraude = "proces-verbal-de-fraude"
  case invitationAExpliquer = "invitation-a-expliquer"
  case saisineDisciplinaire = "saisine-disciplinaire"
  case notificationDeSanction = "notification-de-sanction"
  case decisionDeBonification = "decision-de-bonification"
  case procesVerbalDeCommission = "proces-verbal-de-commission"
  case accuseDeSession2 = "accuse-de-session-2"
  case decisionDInscriptionTardive = "decision-d-inscription-tardive"
  case amenagementsDeSession2 = "amenagements-de-session-2"
  case convocationAConsulter = "convocation-a-consulter"
  case reponseAContestation = "reponse-a-contestation"

  /// Whether a disciplinary procedure for fraud keeps it from being handed over (R1.5.9).
  public var estRetenu: Bool {
    switch self {
    case .releveProvisoire, .releveDefinitif, .attestationDeReussite, .certificatDeDUT,
      .certificatDeBUT, .supplementAuDiplome:
      true
    case .procesVerbal, .procesVerbalAnonyme, .lettreDeDecision, .refusDeRedoublement,
      .convocation, .listeDeSalle, .feuilleDEmargement, .calendrierOfficiel,
      .procesVerbalDeFraude, .invitationAExpliquer, .saisineDisciplinaire,
      .notificationDeSanction, .decisionDeBonification, .procesVerbalDeCommission,
      .accuseDeSession2, .decisionDInscriptionTardive, .amenagementsDeSession2,
      .convocationAConsulter, .reponseAContestation:
      false
    }
  }

  /// Whether it is a paper of a disciplinary procedure, which few may have.
  public var estDisciplinaire: Bool {
    switch self {
    case .procesVerbalDeFraude, .invitationAExpliquer, .saisineDisciplinaire,
      .notificationDeSanction:
      true
    case .releveProvisoire, .releveDefinitif, .attestationDeReussite, .certificatDeDUT,
      .certificatDeBUT, .supplementAuDiplome, .procesVerbal, .procesVerbalAnonyme,
      .lettreDeDecision, .refusDeRedoublement, .convocation, .listeDeSalle, .feuilleDEmargement,
      .calendrierOfficiel, .decisionDeBonification, .procesVerbalDeCommission, .accuseDeSession2,
      .decisionDInscriptionTardive, .amenagementsDeSession2, .convocationAConsulter,
      .reponseAContestation:
      false
    }
  }

  /// Whether it is a paper of the commission of bonuses.
  public var estDeCommission: Bool {
    self == .decisionDeBonification || self == .procesVerbalDeCommission
  }

  /// Whether it is a letter of session 2, about one student.
  public var estUneLettreDeSession2: Bool {
    switch self {
    case .accuseDeSession2, .decisionDInscriptionTardive, .amenagementsDeSession2,
      .convocationAConsulter, .reponseAContestation:
      true
    case .releveProvisoire, .releveDefinitif, .attestationDeReussite, .certificatDeDUT,
      .certificatDeBUT, .supplementAuDiplome, .procesVerbal, .procesVerbalAnonyme,
      .lettreDeDecision, .refusDeRedoublement, .convocation, .listeDeSalle, .feuilleDEmargement,
      .calendrierOfficiel, .procesVerbalDeFraude, .invitationAExpliquer, .saisineDisciplinaire,
      .notificationDeSanction, .decisionDeBonification, .procesVerbalDeCommission:
      false
    }
  }

  /// Those that students of a year of the BUT may be given, the letters of juries apart.
  public static func individuelles(_ anneeBUT: AnneeBUT) -> [NatureDeDocument] {
    let diplome: [NatureDeDocument] =
      switch DiplomeAttribue(fin: anneeBUT) {
      case .dut: [.certificatDeDUT, .supplementAuDiplome]
      case .but: [.certificatDeBUT, .supplementAuDiplome]
      case nil: []
      }
    return [.releveProvisoire, .releveDefinitif, .attestationDeReussite] + diplome
      + [.convocation, .refusDeRedoublement]
  }

  /// Whether it is about one student, and goes to them.
  public var estIndividuel: Bool {
    switch self {
    case .releveProvisoire, .releveDefinitif, .attestationDeReussite, .certificatDeDUT,
      .certificatDeBUT, .supplementAuDiplome, .lettreDeDecision, .refusDeRedoublement,
      .convocation, .invitationAExpliquer, .notificationDeSanction, .decisionDeBonification,
      .accuseDeSession2, .decisionDInscriptionTardive, .amenagementsDeSession2,
      .convocationAConsulter, .reponseAContestation:
      true
    case .procesVerbal, .procesVerbalAnonyme, .listeDeSalle, .feuilleDEmargement,
      .calendrierOfficiel, .procesVerbalDeFraude, .saisineDisciplinaire, .procesVerbalDeCommission:
      false
    }
  }
}
