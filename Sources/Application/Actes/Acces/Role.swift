/// What a person is in the establishment; each role holds rights, on a scope.
public enum Role: String, CaseIterable, Hashable, Sendable {
  case administrateur
  case direction
  case directeurDesEtudes = "directeur-des-etudes"
  case responsableDeDepartement = "responsable-de-departement"
  case responsableDeModule = "responsable-de-module"
  case enseignant
  case secretariat
  case jury
  case commissionDesBonifications = "commission-des-bonifications"
  case suaps
  case serviceHandicap = "service-handicap"
  case surveillant
  case etudiant
}

/// What a person may do; the finest grain on which rights are given.
public enum Droit: String, CaseIterable, Hashable, Sendable {
  /// Users and their roles, settings of the establishment.
  case administrer
  /// Years, calendars, formations, curricula, promotions, groups.
  case structurer
  /// Put a règlement in force, with its adoption dates.
  case adopterUnProfil = "adopter-un-profil"
  case voirLesEtudiants = "voir-les-etudiants"
  case gererLesEtudiants = "gerer-les-etudiants"
  case voirLesAmenagements = "voir-les-amenagements"
  case gererLesAmenagements = "gerer-les-amenagements"
  /// Grant special arrangements that no disability asks for (R1.8.2).
  case deciderDUnAmenagement = "decider-d-un-amenagement"
  case voirLesNotes = "voir-les-notes"
  case gererLesEvaluations = "gerer-les-evaluations"
  case saisirLesNotes = "saisir-les-notes"
  /// Publish an evaluation to the students, or take it back.
  case publier
  /// Open again an evaluation that was locked.
  case deverrouiller
  case faireLAppel = "faire-l-appel"
  /// Sign for oneself at a slot, with the code that its screen shows.
  case signerSaPresence = "signer-sa-presence"
  case voirLesAbsences = "voir-les-absences"
  case deposerUnJustificatif = "deposer-un-justificatif"
  case traiterLesJustificatifs = "traiter-les-justificatifs"
  /// Announce an absence beforehand, ask that it be authorised, declare an unavailability, ask to
  /// sit a test again.
  case annoncerUneAbsence = "annoncer-une-absence"
  /// Calls, mails and the trusted person: what is known of an absence.
  case suivreLesAbsences = "suivre-les-absences"
  /// Authorise an absence beforehand, refuse a catch-up: the head of the department (R1.2.8).
  case autoriserUneAbsence = "autoriser-une-absence"
  /// Points of the sports service.
  case bonifierLeSport = "bonifier-le-sport"
  /// Points of the commission for engagement.
  case bonifierLEngagement = "bonifier-l-engagement"
  case signalerUnIncident = "signaler-un-incident"
  /// Read files of discipline, invite to explain, lay a matter before the director.
  case suivreLaDiscipline = "suivre-la-discipline"
  /// What is the director’s: the report to the president, the section and what it decides.
  case gererLaDiscipline = "gerer-la-discipline"
  /// Read one’s own disciplinary procedure.
  case voirSaProcedure = "voir-sa-procedure"
  case gererLesCampagnes = "gerer-les-campagnes"
  /// Answer for the calendar of a session 2: the direction des études (R0.4).
  case signerLeCalendrier = "signer-le-calendrier"
  /// Choose the form of an exam of session 2 (R0.8).
  case choisirUneEpreuve = "choisir-une-epreuve"
  /// Answer an enrolment in session 2 asked after the limit (R0.13).
  case deciderEnSession2 = "decider-en-session-2"
  /// Ask for something within a campaign.
  case deposerUneDemande = "deposer-une-demande"
  case preparerUnJury = "preparer-un-jury"
  /// Hearings and notifications of requests to repeat.
  case instruireUnRedoublement = "instruire-un-redoublement"
  /// Draft the answer to a request to repeat.
  case proposerUnRedoublement = "proposer-un-redoublement"
  case deciderDUnRedoublement = "decider-d-un-redoublement"
  /// Allow one repetition more, for force majeure: the director alone (R1.1.6).
  case accorderUnSupplement = "accorder-un-supplement"
  /// Lift the rule of the 30 %.
  case donnerUnAvis = "donner-un-avis"
  case deciderEnJury = "decider-en-jury"
  /// Close a jury, which seals its decisions.
  case cloreUnJury = "clore-un-jury"
  case voirLesDecisions = "voir-les-decisions"
  case voirLeJournal = "voir-le-journal"
  /// Transcripts, certificates, minutes, letters, convocations: to hand them over on paper.
  case editerLesDocuments = "editer-les-documents"
  /// Everything that is kept about a person.
  case exporterUnePersonne = "exporter-une-personne"
  case effacerUnePersonne = "effacer-une-personne"
  /// One’s own password, second factor and tokens: of everybody, by no role.
  case gererSonCompte = "gerer-son-compte"
}
