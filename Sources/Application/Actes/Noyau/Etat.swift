public import Scolarite

/// What in the state of things keeps an act from happening.
public enum Etat: Hashable, Sendable {
  /// The evaluation is locked: its marks are those of the jury.
  case evaluationVerrouillee
  case evaluationDejaPubliee
  case evaluationNonPubliee
  /// Marks stand there: what they depend on cannot be taken away.
  case evaluationNotee(Int)
  /// Slots and incidents refer to the test: it cannot be taken away.
  case evaluationCitee(seances: Int, incidents: Int)
  /// The journal has no entry of that number.
  case entreeInconnue(Int64)
  /// A name already taken, in the same place.
  case nomDejaPris(String)
  /// An identifier (INE, NIP, login) already borne by somebody else.
  case identifiantDejaPris(String)
  /// The student is not enrolled there, or is no longer.
  case etudiantNonInscrit
  case dejaInscrit
  case inscriptionTerminee(Jour)
  /// Somebody who is enrolled at present is not erased unless it is asked knowingly.
  case inscriptionEnCours
  /// A curriculum or a règlement is fixed one month after the year began (L. 613-1).
  case figeDepuis(Jour)
  /// The curriculum does not hold that module.
  case moduleInconnu(String)
  /// A day out of the period where it must lie.
  case horsPeriode(du: Jour, au: Jour)
  /// A reason is required.
  case motifManquant
  /// Nothing more was asked for a document.
  case rienACompleter
  /// The base is already in use, where an empty one is needed.
  case baseNonVide
  /// The last administrator cannot be removed.
  case dernierAdministrateur
  /// No règlement is in force for that year.
  case aucunReglement
  /// Attendance was taken at the slot, for so many students.
  case seancePointee(Int)
  /// The student was there: there is nothing to justify.
  case sansAbsence
  /// Nobody signs: the sign-in was not opened, or is closed.
  case emargementFerme
  /// One signs around a slot only.
  case horsDuCreneau
  case dejaSigne(Instant)
  /// The code was shown, and is no longer.
  case codePerime
  case codeFaux
  /// Whoever takes attendance wrote something else than a presence.
  case presenceConstatee
  /// What was to be announced beforehand has begun.
  case absenceCommencee
  /// An apprentice has another regime.
  case sansObjetPourUnAlternant
  /// An unavailability is declared before that moment.
  case declarationTardive(Instant)
  case indisponibiliteDejaDeclaree
  /// So many days a year, all taken.
  case indisponibilitesEpuisees(Int)
  /// A minor asks through a guardian.
  case responsableLegalManquant
  case autorisationDecidee
  /// The document justifies nothing by itself: the head of the department decides.
  case autorisationRequise
  /// The authorisation has no condition that waits.
  case sansCondition
  /// The student has no justified absence at that test.
  case sansAbsenceJustifiee
  case rattrapageDejaDemande
  case rattrapageDecide
  /// Sport twice in a year, or an activity twice in the curriculum.
  case bonusDejaAttribue(String)
  /// The semester is not one of the promotion.
  case semestreEtranger(NumeroSemestre)
  /// The section disciplinaire is already seized, or has decided.
  case procedureEngagee
  case procedureClose
  /// Only the section disciplinaire gives a sanction.
  case sectionNonSaisie
  /// A disciplinary procedure is pending since that day.
  case procedureEnCours(depuis: Jour)
  /// The incident did not happen at a test: none can be void.
  case sansEpreuve
  /// A day or an hour that has not come.
  case dateAVenir
  /// What must come before a step.
  case etapeManquante(Incident.Etape.Nature)
  /// No step was entered: none can be taken back.
  case sansEtape
  /// The student was told the decision.
  case decisionNotifiee
  case sectionSansDecision
  /// A fraud at a test goes to the section with its procès-verbal.
  case procesVerbalManquant
  /// Only a fraud has a procès-verbal.
  case sansFraude
  /// Nothing was damaged.
  case sansDegat
  case campagneFermee(du: Instant, au: Instant)
  /// The UE is not open at session 2.
  case ueFermee(CodeUE)
  /// The exam of another UE writes the mark of the module at session 2: it would write over it.
  case moduleDUneAutreEpreuve(String, CodeUE)
  /// Nobody has said how the copies of the exam are marked.
  case copiesNonPreparees
  /// The marks of the exam are those of the students already.
  case copiesVersees
  /// So many copies wait for their mark.
  case copiesIncompletes(Int)
  /// These copies are marked, though their students are noted absent.
  case copiesContradictoires([Int])
  /// The second reading of a copy is by somebody else.
  case memeLecteur(Int)
  case copieSansLecture(Int)
  case copieSansEcart(Int)
  /// A jury made the mark of session 2 known.
  case noteDeSession2Publiee
  case session2NonPubliee
  /// The délai to see a copy is that of a règlement that was not entered (A28).
  case delaiDeConsultationInconnu
  case consultationTardive(Jour)
  case consultationDejaDemandee
  /// The copy was not shown yet, or no day was given for it.
  case consultationSansDate
  /// The request was answered.
  case consultationTenue
  /// An appreciation is no material error.
  case sansErreurMaterielle
  case preuveManquante
  /// No error waits for its mark to be written.
  case correctionSansErreur
  /// No mark was written for an error, that could be taken back.
  case correctionSansReport
  /// The exact marks of these students are not written: the jury would seal the wrong ones.
  case correctionsAReporter([String])
  /// The exact marks of these students are written: their errors are not taken back as they are.
  case correctionsReportees([String])
  /// Support comes before the first exam.
  case soutienTardif(Jour)
  case soutienSansInscrit(CodeUE)
  case soutienFondamentalDAbord([CodeUE])
  case soutienReserve(CodeUE)
  case soutienComplet(Int)
  case soutienAnnule
  case soutienCommence
  /// The jury is closed: what it decided is sealed.
  case juryClos
  case juryOuvert
  /// What the rules propose is no longer what the jury took position on.
  case propositionChangee
  case propositionsChangees(Int)
  /// Something has changed since the page of the closing was read.
  case clotureAReprendre
  /// A jury of that kind is open already.
  case juryDejaOuvert
  /// The year is over: what is asked for it has no object.
  case anneeFinie(AnneeUniversitaire)
  /// The year ends with no diploma: the first of a BUT.
  case anneeSansDiplome
  /// Something was proposed or decided in the jury: it cannot be taken away.
  case juryEntame
  /// So many students wait for a decision that no rule can propose.
  case decisionsManquantes(Int)
  /// Nobody presides, or who presides is not there.
  case sansPresident
  /// A date of adoption of the règlement is missing.
  case adoptionInconnue(AdoptionManquante)
  /// The student is not one of those on whom the jury deliberates.
  case horsDuJury
  /// Two decisions of the jury cannot both hold.
  case decisionsContraires(String, String)
  /// A request to repeat stands already for that year.
  case redoublementDejaDemande
  case redoublementRetire
  case redoublementDecide(Jour)
  case redoublementNotifie(Jour)
  case redoublementSansDecision
  /// The counters do not allow the repetition: why.
  case redoublementImpossible([String])
  /// What lacks for a refusal to be regular.
  case refusIrregulier([String])
  /// So many students are refused to repeat by the jury though their request waits for its answer.
  case refusSansReponse(Int)
  /// Nobody among those asked for gets such a document.
  case aucunDocument
  /// Why the one student asked for gets none.
  case documentSansObjet(RaisonDEcart)
  /// What the documents say changed while they were handed over.
  case documentsChanges
  /// Force majeure is proved by a document.
  case pieceManquante
  /// What was previewed is no longer what would be made.
  case apercuPerime
  /// What was written on the next year since it was made.
  case anneeSuivanteEntamee([String])
  /// Nobody would be enrolled.
  case rienAFaire
  /// The activity gives no right to a bonus.
  case engagementIrrecevable(MotifDIrrecevabilite)
  /// Requests are made between these minutes, no sooner and no later.
  case horsDeLaPeriode(du: Instant, au: Instant)
  /// The day by which a request was to be completed is past.
  case complementTardif(Jour)
  /// The request was given up, or the commission has decided.
  case engagementClos
  /// The student may complete the request until that day.
  case engagementACompleter(Jour)
  /// Only a mandate supposes that meetings are attended.
  case sansMandat
  /// The jury has not said whether somebody elected attended the meetings.
  case assiduiteAJuger
  case commissionClose
  /// A session of the year is not closed.
  case commissionDejaOuverte
  case compositionIncomplete([String])
  /// So many requests wait for a decision of the session.
  case engagementsADecider(Int)
  /// What the caps still allow.
  case plafondDepasse(reste: String)
  /// A request for arrangements was answered, or given up.
  case demandeTraitee
  /// The calendar of a session 2, or the day of an exam.
  case calendrierDeSession2(EtatDeCalendrier)
  /// A session 2 stands already for that promotion (R0.3).
  case session2DejaOuverte
  /// The règlement of the promotion holds no session 2.
  case sansSession2
  /// The campaign is conducted as a session 2: its days change there.
  case session2Conduite
  /// No jury is closed: the results of session 1 are not published.
  case resultatsNonPublies
  case admissibilitePubliee(Jour)
  case admissibiliteNonPubliee
  /// No jury deliberated again on the student since the list was published.
  case admissibiliteSansRectification
  /// What the jury decided anew is what the list says.
  case admissibiliteInchangee
  /// Students were told that they may enrol until that minute.
  case limiteAnnoncee(Instant)
  /// Before that minute one enrols by oneself: nothing is late.
  case inscriptionOuverte(jusqua: Instant)
  /// What had to be asked by the end of a day.
  case limitePassee(Jour)
  /// The calendar is published: forms are known by those who prepare.
  case calendrierPublie(Jour)
  /// A message that did not fail, or whose code serves no more, is not sent again.
  case courrierSansRelance
  /// Something of a session of the BTS.
  case bts(ObstacleBTS)
}

/// What of the adoption of a règlement is not recorded.
public enum AdoptionManquante: String, Hashable, Sendable {
  case conseil, cfvu
}
