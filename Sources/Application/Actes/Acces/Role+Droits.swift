extension Role {
  /// The rights of the role: the one table of the whole application.
  public var droits: Set<Droit> {
    switch self {
    case .administrateur:
      [.administrer, .voirLeJournal, .exporterUnePersonne, .effacerUnePersonne]
    case .direction:
      [
        .structurer, .adopterUnProfil, .voirLesEtudiants, .voirLesAmenagements,
        .deciderDUnAmenagement, .voirLesNotes,
        .voirLesAbsences, .suivreLaDiscipline, .gererLaDiscipline, .signalerUnIncident,
        .gererLesCampagnes, .deciderEnSession2,
        .preparerUnJury, .donnerUnAvis, .deciderEnJury, .cloreUnJury, .voirLesDecisions,
        .instruireUnRedoublement, .proposerUnRedoublement, .deciderDUnRedoublement,
        .accorderUnSupplement, .voirLeJournal, .deverrouiller, .editerLesDocuments,
      ]
    case .directeurDesEtudes:
      [
        .structurer, .voirLesEtudiants, .gererLesEtudiants, .voirLesAmenagements, .voirLesNotes,
        .gererLesEvaluations, .publier, .deverrouiller, .voirLesAbsences, .traiterLesJustificatifs,
        .suivreLesAbsences, .signalerUnIncident, .gererLesCampagnes, .signerLeCalendrier,
        .preparerUnJury, .donnerUnAvis, .choisirUneEpreuve,
        .instruireUnRedoublement, .proposerUnRedoublement, .voirLesDecisions, .voirLeJournal,
        .editerLesDocuments,
      ]
    case .responsableDeDepartement:
      [
        .structurer, .voirLesEtudiants, .voirLesAmenagements, .deciderDUnAmenagement,
        .voirLesNotes, .voirLesAbsences, .traiterLesJustificatifs, .suivreLesAbsences,
        .autoriserUneAbsence, .signalerUnIncident,
        .suivreLaDiscipline, .gererLesCampagnes, .deciderEnSession2,
        .preparerUnJury, .donnerUnAvis, .instruireUnRedoublement, .proposerUnRedoublement,
        .voirLesDecisions,
        .voirLeJournal, .deverrouiller, .editerLesDocuments,
      ]
    case .responsableDeModule:
      [
        .voirLesEtudiants, .voirLesNotes, .gererLesEvaluations, .saisirLesNotes, .publier,
        .faireLAppel, .voirLesAbsences, .signalerUnIncident, .choisirUneEpreuve,
      ]
    case .enseignant:
      [
        .voirLesEtudiants, .voirLesNotes, .gererLesEvaluations, .saisirLesNotes, .publier,
        .faireLAppel, .signalerUnIncident,
      ]
    case .secretariat:
      [
        .structurer, .voirLesEtudiants, .gererLesEtudiants, .voirLesAmenagements, .voirLesNotes,
        .gererLesEvaluations, .saisirLesNotes, .publier, .faireLAppel, .voirLesAbsences,
        .deposerUnJustificatif, .traiterLesJustificatifs, .signalerUnIncident,
        .annoncerUneAbsence, .suivreLesAbsences,
        .deposerUneDemande, .gererLesCampagnes, .preparerUnJury, .instruireUnRedoublement,
        .voirLesDecisions, .exporterUnePersonne, .editerLesDocuments,
      ]
    case .jury:
      [
        .voirLesEtudiants, .voirLesNotes, .voirLesAbsences, .deciderEnJury, .voirLesDecisions,
        .deciderDUnRedoublement,
      ]
    case .commissionDesBonifications: [.voirLesEtudiants, .bonifierLEngagement]
    case .suaps: [.voirLesEtudiants, .bonifierLeSport]
    case .serviceHandicap: [.voirLesEtudiants, .voirLesAmenagements, .gererLesAmenagements]
    case .surveillant: [.voirLesEtudiants, .faireLAppel, .signalerUnIncident]
    case .etudiant:
      [
        .voirLesNotes, .voirLesAbsences, .voirLesDecisions, .voirLesAmenagements,
        .deposerUnJustificatif, .deposerUneDemande, .editerLesDocuments, .voirSaProcedure,
        .signerSaPresence, .annoncerUneAbsence,
      ]
    }
  }
}
