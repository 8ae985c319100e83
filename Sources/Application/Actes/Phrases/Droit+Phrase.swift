extension Droit {
  /// What the right lets one do, after « le droit de ».
  public var phrase: String {
    switch self {
    case .administrer: "gérer les comptes et les réglages"
    case .structurer: "gérer les années, formations, promotions et groupes"
    case .adopterUnProfil: "mettre un règlement en vigueur"
    case .voirLesEtudiants: "voir les étudiants"
    case .gererLesEtudiants: "gérer les étudiants"
    case .voirLesAmenagements: "voir les aménagements"
    case .gererLesAmenagements: "gérer les aménagements"
    case .voirLesNotes: "voir les notes"
    case .gererLesEvaluations: "gérer les évaluations"
    case .saisirLesNotes: "saisir les notes"
    case .publier: "publier une évaluation"
    case .deverrouiller: "déverrouiller une évaluation"
    case .faireLAppel: "faire l’appel"
    case .voirLesAbsences: "voir les absences"
    case .deposerUnJustificatif: "déposer un justificatif"
    case .traiterLesJustificatifs: "traiter les justificatifs"
    case .bonifierLeSport: "donner les points du sport"
    case .bonifierLEngagement: "donner les points de l’engagement"
    case .signalerUnIncident: "signaler un incident"
    case .gererLaDiscipline: "traiter les incidents"
    case .gererLesCampagnes: "gérer les campagnes"
    case .deposerUneDemande: "déposer une demande"
    case .preparerUnJury: "préparer un jury"
    case .donnerUnAvis: "donner un avis"
    case .deciderEnJury: "décider en jury"
    case .cloreUnJury: "clore un jury"
    case .voirLesDecisions: "voir les décisions"
    case .voirLeJournal: "voir le journal"
    case .exporterUnePersonne: "exporter le dossier d’une personne"
    case .effacerUnePersonne: "effacer une personne"
    case .gererSonCompte: "gérer ce compte, qui n’est pas le vôtre"
    }
  }
}

extension Objet.Sorte {
  /// The thing with its article, at the start of a sentence in the middle of another.
  public var phrase: String {
    switch self {
    case .etablissement: "cet établissement"
    case .departement: "ce département"
    case .annee: "cette année"
    case .formation: "cette formation"
    case .maquette: "cette maquette"
    case .profil: "ce règlement"
    case .promotion: "cette promotion"
    case .groupe: "ce groupe"
    case .etudiant: "cet étudiant"
    case .inscription: "cette inscription"
    case .amenagement: "cet aménagement"
    case .evaluation: "cette évaluation"
    case .note: "cette note"
    case .seance: "cette séance"
    case .presence: "cette présence"
    case .justificatif: "ce justificatif"
    case .bonus: "ce bonus"
    case .avis: "cet avis"
    case .incident: "cet incident"
    case .campagne: "cette campagne"
    case .demande: "cette demande"
    case .session2: "cette session 2"
    case .jury: "ce jury"
    case .decision: "cette décision"
    case .situation: "cette situation signalée"
    case .utilisateur: "ce compte"
    case .habilitation: "ce rôle"
    case .fichier: "ce fichier"
    case .conservation: "cette durée de conservation"
    case .jeton: "ce jeton"
    }
  }
}
