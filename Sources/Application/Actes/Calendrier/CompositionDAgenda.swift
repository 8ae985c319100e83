internal import Scolarite

/// Gathers what concerns a person: as a student, a teacher, a member of a jury, a manager.
struct CompositionDAgenda {
  let travail: Travail
  let utilisateur: Utilisateur
  private let annees: [AnneeOuverte]
  /// Those of the years that run, are to come, or ended not long ago.
  private let promotions: [Promotion]
  /// As whom the student follows them.
  private let inscriptions: [Identifiant<Promotion>: Inscription]

  /// For how many days a year that is over stays in calendars.
  static let memoire = 92

  init(_ travail: Travail, _ utilisateur: Utilisateur) throws {
    self.travail = travail
    self.utilisateur = utilisateur
    let annees = try travail.registre.annees()
    self.annees = annees
    let limite = travail.moment.jour.plus(jours: -Self.memoire)
    promotions = try travail.registre.promotions().filter { promotion in
      let fin = annees.first { $0.annee == promotion.annee }?.fin
      return fin ?? Jour(cloturant: promotion.annee) >= limite
    }
    let siennes = try utilisateur.etudiant.map {
      try travail.registre.inscriptions(etudiant: $0)
    }
    inscriptions = Dictionary(
      (siennes ?? []).map { ($0.promotion, $0) },
      uniquingKeysWith: { _, derniere in derniere },
    )
  }

  /// Each once, whatever the reasons to hold it, the first to happen first.
  func evenements() throws -> [Agenda.Evenement] {
    var vus: Set<String> = []
    let siens = try cours() + session2() + autourDeLaSession2() + procedures() + periodes()
    return try (siens + orauxDuBTS()).filter { vus.insert($0.cle).inserted }
      .sorted { ($0.quand.debut, $0.cle) < ($1.quand.debut, $1.cle) }
  }

  // MARK: Slots and tests

  private func cours() throws -> [Agenda.Evenement] {
    let siens = Set(
      try utilisateur.etudiant.map { try travail.registre.groupes(etudiant: $0) } ?? []
    )
    return try promotions.flatMap { promotion -> [Agenda.Evenement] in
      let suivie = inscriptions[promotion.id]
      let charges = charges(promotion)
      guard suivie != nil || !charges.isEmpty else { return [] }
      return try CoursDePromotion(
        promotion,
        travail,
        seances: { seance in
          charges.contains { $0.comprend(seance, utilisateur.id) }
            || suivie.map { suit($0, seance, promotion, siens) } ?? false
        },
        evaluations: { evaluation in
          charges.contains { $0.comprend(evaluation) }
            || suivie.map { suit($0, evaluation, promotion, siens) } ?? false
        },
      ).evenements()
    }
  }

  /// The modules of a promotion that are in the person’s charge.
  private func charges(_ promotion: Promotion) -> [Charge] {
    travail.habilitations.compactMap { habilitation in
      guard case .module(promotion.id, let module) = habilitation.portee else { return nil }
      let lieu = promotion.lieu.module(module)
      return Charge(
        module: module,
        voitLesSeances: habilitation.permet(.faireLAppel, lieu),
        voitLesEvaluations: habilitation.permet(.voirLesNotes, lieu),
        repond: habilitation.role == .responsableDeModule,
      )
    }
  }

  private func suit(
    _ inscription: Inscription,
    _ seance: Seance,
    _ promotion: Promotion,
    _ siens: Set<Identifiant<Groupe>>,
  ) -> Bool {
    guard travail.peut(.voirLesAbsences, promotion.lieu.etudiant(inscription.etudiant)),
      inscription.couvre(seance.debut.jour), seance.groupes.concernent(siens)
    else { return false }
    let semestre = annees.first { $0.annee == promotion.annee }?
      .semestre(le: seance.debut.jour, promotion.anneeBUT)
    return semestre.map(inscription.semestres.contains) ?? true
  }

  private func suit(
    _ inscription: Inscription,
    _ evaluation: EvaluationDeModule,
    _ promotion: Promotion,
    _ siens: Set<Identifiant<Groupe>>,
  ) -> Bool {
    let lieu = promotion.lieu.module(evaluation.module).etudiant(inscription.etudiant)
    return travail.peut(.voirLesNotes, lieu) && evaluation.groupes.concernent(siens)
      && inscription.semestres.contains(evaluation.semestre)
      && evaluation.date.map(inscription.couvre) ?? false
  }

  // MARK: Exams of session 2

  /// The exams to which the student is called by a published calendar.
  private func session2() throws -> [Agenda.Evenement] {
    guard let etudiant = utilisateur.etudiant else { return [] }
    return try promotions.flatMap { promotion -> [Agenda.Evenement] in
      guard estPresent(promotion, .voirLesNotes) else { return [] }
      return try travail.registre.sessionsDeRattrapage(promotion.id).flatMap { session in
        let publie = try travail.calendriers(session.campagne).publie
        let ecrite = try travail.registre.derniereEntree(
          Objet(.calendrierDeSession2, session.campagne)
        )?.horodatage
        return (publie?.seances(de: etudiant) ?? []).compactMap { seance in
          seance.evenement(
            pour: etudiant,
            session,
            promotion,
            numero: publie?.numero ?? 1,
            ecrite: ecrite ?? travail.moment.horodatage,
          )
        }
      }
    }
  }

  /// Support sessions that the student is to attend, copies that they are to see.
  private func autourDeLaSession2() throws -> [Agenda.Evenement] {
    guard let etudiant = utilisateur.etudiant else { return [] }
    return try promotions.flatMap { promotion -> [Agenda.Evenement] in
      guard estPresent(promotion, .voirLesNotes) else { return [] }
      return try travail.registre.sessionsDeRattrapage(promotion.id).flatMap { session in
        try travail.soutiens(de: etudiant, session) + travail.consultations(de: etudiant, session)
      }
    }
  }

  // MARK: Campaigns and juries

  private func procedures() throws -> [Agenda.Evenement] {
    let connues = Dictionary(uniqueKeysWithValues: promotions.map { ($0.id, $0) })
    return try Set(promotions.map(\.annee)).flatMap { annee -> [Agenda.Evenement] in
      let campagnes = try travail.registre.campagnes(annee).flatMap { datee in
        guard let promotion = connues[datee.chose.promotion], voitLesCampagnes(promotion) else {
          return [Agenda.Evenement]()
        }
        return Agenda.Evenement.campagne(datee, promotion)
      }
      let jurys = try travail.registre.jurys(annee, membre: utilisateur.id).compactMap { datee in
        connues[datee.chose.promotion].flatMap { promotion in
          voit(datee.chose, promotion) ? Agenda.Evenement.jury(datee, promotion) : nil
        }
      }
      return campagnes + jurys
    }
  }

  private func voitLesCampagnes(_ promotion: Promotion) -> Bool {
    if travail.peut(.gererLesCampagnes, promotion.lieu) { return true }
    return estPresent(promotion, .deposerUneDemande)
  }

  private func voit(_ jury: JuryAnnonce, _ promotion: Promotion) -> Bool {
    travail.peut(.preparerUnJury, promotion.lieu)
      || jury.estMembre && travail.peut(.voirLesDecisions, promotion.lieu)
  }

  /// Whether the person follows a promotion as a student who has not left, with a right there.
  private func estPresent(_ promotion: Promotion, _ droit: Droit) -> Bool {
    guard let inscription = inscriptions[promotion.id],
      inscription.fin.map({ $0.jour >= travail.moment.jour }) ?? true
    else { return false }
    return travail.peut(droit, promotion.lieu.etudiant(inscription.etudiant))
  }

  // MARK: The calendar of the year

  private func periodes() throws -> [Agenda.Evenement] {
    try annees.flatMap { annee -> [Agenda.Evenement] in
      let siennes = promotions.filter { $0.annee == annee.annee }
      let suivies = siennes.filter { estPresent($0, .voirLesNotes) }
      let enseignees = siennes.filter { !charges($0).isEmpty }
      let gere = siennes.contains { travail.peut(.gererLesCampagnes, $0.lieu) }
      guard !suivies.isEmpty || !enseignees.isEmpty || gere else { return [] }
      let suivis = Set(
        suivies.flatMap { inscriptions[$0.id]?.semestres ?? [] }
      )
      let ecrite = try travail.registre.ecriture(de: annee.id)
      return Agenda.Evenement.periodes(de: annee, ecrite: ecrite) { nature in
        switch nature {
        case .semestre(let numero):
          suivis.contains(numero) || enseignees.contains { $0.anneeBUT == numero.annee }
        case .vacances: true
        case .fenetre: !suivies.isEmpty || gere
        }
      }
    }
  }
}

/// A module in the charge of somebody, with what the role shows of it.
private struct Charge {
  let module: String
  let voitLesSeances: Bool
  let voitLesEvaluations: Bool
  /// Whether the slots of colleagues are told too.
  let repond: Bool

  func comprend(_ seance: Seance, _ soi: Identifiant<Utilisateur>) -> Bool {
    voitLesSeances && seance.module == module
      && (repond || seance.enseignant == nil || seance.enseignant == soi)
  }

  func comprend(_ evaluation: EvaluationDeModule) -> Bool {
    voitLesEvaluations && evaluation.module == module
  }
}

extension [Identifiant<Groupe>] {
  /// Whether somebody of some groups is meant; none for everybody.
  fileprivate func concernent(_ siens: Set<Identifiant<Groupe>>) -> Bool {
    isEmpty || contains(where: siens.contains)
  }
}

extension AnneeOuverte {
  /// The semester of a year of the BUT in which a day lies.
  fileprivate func semestre(le jour: Jour, _ but: AnneeBUT) -> NumeroSemestre? {
    periodes.lazy.filter { $0.debut <= jour && jour <= $0.fin }.compactMap { periode in
      guard case .semestre(let numero) = periode.nature, numero.annee == but else { return nil }
      return numero
    }.first
  }
}

extension Agenda.Quand {
  /// The minute when it begins, as texts that sort.
  fileprivate var debut: String {
    switch self {
    case .creneau(let instant, _): instant.description
    case .journees(let jour, _): jour.description
    }
  }
}
