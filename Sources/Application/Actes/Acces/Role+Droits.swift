extension Role {
  /// The rights of the role: the one table of the whole application.
  public var droits: Set<Droit> {
    switch self {
    case .administrateur:
      [.administrer, .voirLeJournal, .exporterUnePersonne, .effacerUnePersonne]
    case .direction:
      [
        .structurer, .adopterUnProfil, .voirLesEtudiants, .voirLesAmenagements, .voirLesNotes,
        .voirLesAbsences, .gererLaDiscipline, .signalerUnIncident, .gererLesCampagnes,
        .preparerUnJury, .donnerUnAvis, .deciderEnJury, .cloreUnJury, .voirLesDecisions,
        .voirLeJournal, .deverrouiller,
      ]
    case .directeurDesEtudes:
      [
        .structurer, .voirLesEtudiants, .gererLesEtudiants, .voirLesAmenagements, .voirLesNotes,
        .gererLesEvaluations, .publier, .deverrouiller, .voirLesAbsences, .traiterLesJustificatifs,
        .signalerUnIncident, .gererLesCampagnes, .preparerUnJury, .donnerUnAvis,
        .voirLesDecisions, .voirLeJournal,
      ]
    case .responsableDeDepartement:
      [
        .structurer, .voirLesEtudiants, .voirLesAmenagements, .voirLesNotes, .voirLesAbsences,
        .traiterLesJustificatifs, .signalerUnIncident, .gererLesCampagnes, .preparerUnJury,
        .donnerUnAvis, .voirLesDecisions, .voirLeJournal, .deverrouiller,
      ]
    case .responsableDeModule:
      [
        .voirLesEtudiants, .voirLesNotes, .gererLesEvaluations, .saisirLesNotes, .publier,
        .faireLAppel, .voirLesAbsences, .signalerUnIncident,
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
        .deposerUneDemande, .gererLesCampagnes, .preparerUnJury, .voirLesDecisions,
        .exporterUnePersonne,
      ]
    case .jury:
      [.voirLesEtudiants, .voirLesNotes, .voirLesAbsences, .deciderEnJury, .voirLesDecisions]
    case .commissionDesBonifications: [.voirLesEtudiants, .bonifierLEngagement]
    case .suaps: [.voirLesEtudiants, .bonifierLeSport]
    case .serviceHandicap: [.voirLesEtudiants, .voirLesAmenagements, .gererLesAmenagements]
    case .surveillant: [.voirLesEtudiants, .faireLAppel, .signalerUnIncident]
    case .etudiant:
      [
        .voirLesNotes, .voirLesAbsences, .voirLesDecisions, .voirLesAmenagements,
        .deposerUnJustificatif, .deposerUneDemande,
      ]
    }
  }
}
