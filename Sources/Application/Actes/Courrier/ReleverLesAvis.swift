internal import Scolarite

/// Goes through what the journal has new and notes what is to be told to whom.
///
/// It changes no fact: it has no entry of the journal.
struct ReleverLesAvis: Acte {
  static let nom = "relever-les-avis"
  let poste: Poste

  /// What happened long ago is not told: mail may have been off for months.
  private static let memoire: Int64 = 3 * 86_400_000
  private static let notes: Set<String> = [
    SaisirUneNote.nom, SaisirDesNotes.nom, ImporterDesNotes.nom, ChargerDesNotes.nom,
    PublierUneEvaluation.nom,
  ]

  /// Whether something was new.
  func executer(_ travail: Travail) throws -> Bool {
    let derniere = try travail.registre.repere().entree
    guard let releve = try travail.registre.releveDuCourrier() else {
      // The first time: what stands is known.
      try travail.registre.releverLeCourrier(cle: poste.cle(), jusqua: derniere)
      return false
    }
    guard releve.entree < derniere else { return false }
    let depuis = travail.moment.horodatage.plus(-Self.memoire)
    try aviserDesNotes(releve.entree, derniere, depuis, travail)
    for (sujet, actes) in Self.actes {
      try travail.registre.aviser(sujet, desActes: actes, apres: releve.entree, depuis: depuis)
    }
    try travail.registre.aviserDesAbsences(
      annonceesPar: AnnoncerUneAbsence.nom,
      apres: releve.entree,
      depuis: depuis,
    )
    try travail.registre.releverLeCourrier(cle: releve.cle, jusqua: derniere)
    return true
  }

  /// The acts that bear on one student.
  private static let actes: [(SujetDAvis, Set<String>)] = [
    (
      .bonus,
      [
        AttribuerUnBonus.nom, RetirerUnBonus.nom, NotifierUnEngagement.nom,
        DemanderUnComplement.nom,
      ],
    ),
    (.decisions, [CloreUnJury.nom]),
    (.justificatifs, [TraiterUnJustificatif.nom]),
    (.redoublements, [NotifierUnRedoublement.nom]),
    (.autorisations, [DeciderDUneAutorisation.nom, ConstaterUneCondition.nom]),
    (.rattrapages, [OrganiserUnRattrapage.nom, RefuserUnRattrapage.nom]),
    (
      .copies,
      [
        FixerUneConsultation.nom, MaintenirUneNote.nom, ReconnaitreUneErreur.nom,
        AnnulerUnJury.reconnaissance, AnnulerUneSeanceDeSoutien.nom,
      ],
    ),
    (
      .session2,
      [
        PublierLAdmissibilite.nom, RevoirLAdmissibilite.nom, ModifierUneSessionDeux.annonce,
        DeciderDUneInscriptionTardive.nom,
        ConstaterLesRenoncements.nom, PublierLeCalendrier.annonce, InscrireEnSession2.nom,
        JustifierUnEcartDAmenagement.nom, ArreterLesAmenagements.annonce,
      ],
    ),
    (
      .bts,
      [
        ProclamerUneSessionBTS.nom, ConvoquerDesCandidatsBTS.nom, FixerUnOralBTS.nom,
        AccompagnerUnCandidatBTS.nom, CloreUneSessionBTS.nom, RouvrirPourUnCandidatBTS.nom,
        DelibererDeNouveauBTS.nom,
      ],
    ),
  ]

  private func aviserDesNotes(
    _ apres: Int64,
    _ jusqua: Int64,
    _ depuis: Horodatage,
    _ travail: Travail,
  ) throws {
    var touchees: [Identifiant<EvaluationDeModule>: Bool] = [:]
    let objets = try travail.registre.objets(desActes: Self.notes, apres: apres, depuis: depuis)
    for (acte, objet) in objets {
      let parties = objet.split(separator: "/")
      guard parties.count > 1, let numero = Int64(parties[1]) else { continue }
      let publie = acte == PublierUneEvaluation.nom
      if parties[0] == Objet.Sorte.promotion.rawValue, let id = Identifiant<Promotion>(numero) {
        for evaluation in try travail.registre.evaluations(id) {
          touchees[evaluation.id, default: false] = touchees[evaluation.id] ?? false
        }
      } else if let id = Identifiant<EvaluationDeModule>(numero) {
        touchees[id] = publie || touchees[id] ?? false
      }
    }
    for (evaluation, publiee) in touchees.sorted(by: { $0.key < $1.key }) {
      try travail.registre.aviser(
        desNotes: evaluation,
        toutes: publiee,
        apres: apres,
        jusqua: jusqua,
        a: travail.moment.horodatage,
      )
    }
  }
}

/// Notes what the calendar brings: juries that meet, campaigns that close, marks that are late.
struct ReleverLesEcheances: Acte {
  static let nom = "relever-les-echeances"
  /// Marks that are late, absences that will cost more.
  let rappels: [AvisParCourrier]

  private static let jours = 3

  func executer(_ travail: Travail) throws {
    let (jour, moment) = (travail.moment.jour, travail.moment.horodatage)
    let dernier = jour.plus(jours: Self.jours)
    try travail.registre.aviserDesJurys(du: jour, au: dernier, a: moment)
    if let fin = Instant("\(dernier)T23:59") {
      try travail.registre.aviserDeLaSession2(
        de: travail.moment.instant,
        a: fin,
        travail.moment.horodatage,
      )
    }
    try travail.registre.aviser(rappels)
    try travail.registre.oublierLesCourriers(avant: moment.plus(-Self.memoire))
  }

  /// More than a year: a deadline that was told is not told again.
  private static let memoire: Int64 = 400 * 86_400_000
}

/// The marks that are late, and who enters them, as the follow-up of promotions knows them.
struct VoirLesRetards: Question {
  static let nom = "voir-les-retards"

  /// After two weeks marks are expected; after three months a message would not help.
  private static let jours = 14...90

  func executer(_ travail: Travail) throws -> [AvisParCourrier] {
    let jour = travail.moment.jour
    var avis: [AvisParCourrier] = []
    for promotion in try travail.registre.promotions()
    where Jour(ouvrant: promotion.annee) <= jour && jour <= Jour(cloturant: promotion.annee) {
      let suivi = try SuivreUnePromotion(promotion.id).executer(travail)
      for retard in suivi.retards where Self.jours.contains(retard.jours) {
        avis += retard.enseignants.filter(\.actif).map { enseignant in
          AvisParCourrier(
            utilisateur: enseignant.id,
            sujet: .retards,
            objet: "evaluation/\(retard.evaluation.id)",
            entree: 0,
            horodatage: travail.moment.horodatage,
          )
        }
      }
    }
    return avis
  }
}
