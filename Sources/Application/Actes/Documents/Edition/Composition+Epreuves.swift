internal import Scolarite

/// Documents of tests and slots: who is expected, when, with what help.
extension Composition {
  // MARK: Convocations

  /// The tests of one demand, or those to come that have a date, in their order.
  func convocations() throws -> [Issue] {
    let mots = try MotsDeMaquette(promotion, travail)
    let prevues = try evaluations()
    let seances = try travail.registre.seances(promotion.id)
    let attendus = try prevues.map { (evaluation: $0, siens: try travail.attendus($0)) }
    return try etudiants.compactMap { etudiant in
      let siennes = attendus.filter { $0.siens[etudiant.id] != nil }.map(\.evaluation)
      guard !siennes.isEmpty else {
        return demande.seul == nil
          ? nil : .failure(Ecart(etudiant: etudiant, raison: .sansEpreuve))
      }
      let groupes = Set(try travail.registre.groupes(etudiant: etudiant.id))
      return try issue(etudiant) {
        let jours = siennes.compactMap(\.date)
        let convocation = Convocation(
          titulaire: try titulaire(etudiant),
          cursus: cursus(etudiant.id),
          epreuves: siennes.map { evaluation in
            Epreuve(evaluation, Self.seance(de: evaluation, seances, groupes), mots)
          },
          amenagements: try amenagements(etudiant.id, jours).map(\.phrase),
        )
        return Brut(etudiant: etudiant, objet: objet, contenu: .convocation(convocation))
      }
    }
  }

  var objet: String {
    switch demande.sur {
    case .evaluation(let id): "evaluation/\(id)"
    case .seance(let id): "seance/\(id)"
    case .session2(let id, let epreuve):
      "calendrier-de-session-2/\(id)" + (epreuve.map { "/\($0)" } ?? "")
    case .consultationDeCopie(let id): Objet(.consultationDeCopie, id).nom
    case .inscriptionTardive(let id): Objet(.inscriptionTardive, id).nom
    case .promotion, .jury, .annee, .incident, .sessionBTS, .engagement, .commission: ""
    }
  }

  private func evaluations() throws -> [EvaluationDeModule] {
    if case .evaluation(let id) = demande.sur { return [try travail.evaluation(id)] }
    return try travail.registre.evaluations(promotion.id)
      .filter { evaluation in evaluation.date.map { $0 >= travail.moment.jour } ?? false }
      .parDate
  }

  /// The slot at which somebody of some groups sits a test.
  private static func seance(
    de evaluation: EvaluationDeModule,
    _ seances: [Seance],
    _ groupes: Set<Identifiant<Groupe>>,
  ) -> Seance? {
    seances.first { seance in
      seance.evaluation == evaluation.id
        && (seance.groupes.isEmpty || seance.groupes.contains(where: groupes.contains))
    }
  }

  /// Those that hold on one of the days, or today where there is none.
  private func amenagements(_ etudiant: Identifiant<Etudiant>, _ jours: [Jour]) throws
    -> [Amenagement]
  {
    let voulus = jours.isEmpty ? [travail.moment.jour] : jours
    return try travail.registre.amenagements(etudiant).filter { amenagement in
      !amenagement.porte.isDisjoint(with: .epreuves) && voulus.contains(where: amenagement.vaut)
    }
  }

  // MARK: Lists for the door, sheets to sign

  func presence() throws -> Brut {
    let mots = try MotsDeMaquette(promotion, travail)
    let (epreuve, presents, jour, seance) = try attendue(mots)
    let membres = Dictionary(
      grouping: try travail.registre.membres(promotion.id),
      by: \.etudiant,
    ).mapValues { $0.map(\.groupe) }
    let groupes = try travail.registre.groupes(promotion.id)
    let lignes = try etudiants.filter { presents.contains($0.id) }.map { etudiant in
      let siens = Set(membres[etudiant.id] ?? [])
      let td = groupes.filter { $0.nature == .td && siens.contains($0.id) }.map(\.nom)
      return ListeDePresence.Ligne(
        nom: etudiant.nomAffiche,
        nip: etudiant.identite?.nip ?? "",
        place: td.joined(separator: ", "),
        amenagements: try amenagements(etudiant.id, jour.map { [$0] } ?? []).map(\.phrase),
      )
    }
    let surveillant = try seance?.enseignant.flatMap { try travail.registre.utilisateur($0) }
    return Brut(
      etudiant: nil,
      objet: objet,
      contenu: .presence(
        ListeDePresence(
          cursus: cursus(),
          epreuve: epreuve,
          lignes: lignes,
          surveillants: surveillant.map { [$0.nom] } ?? [],
          regles: seance.map { $0.nature == .examen || $0.evaluation != nil } ?? true
            ? ConstatDeSalle.regles : "",
        )
      ),
    )
  }

  private typealias Attendue = (
    epreuve: Epreuve, presents: Set<Identifiant<Etudiant>>, jour: Jour?, seance: Seance?
  )

  private func attendue(_ mots: MotsDeMaquette) throws -> Attendue {
    switch demande.sur {
    case .evaluation(let id):
      let evaluation = try travail.evaluation(id)
      let seance = try travail.registre.seances(promotion.id).first { $0.evaluation == id }
      return (
        Epreuve(evaluation, seance, mots), Set(try travail.attendus(evaluation).keys),
        evaluation.date ?? seance?.debut.jour, seance,
      )
    case .seance(let id):
      let seance = try travail.seance(id)
      let evaluation = try seance.evaluation.map { try travail.evaluation($0) }
      return (
        evaluation.map { Epreuve($0, seance, mots) } ?? Epreuve(seance, mots),
        try presents(seance), seance.debut.jour, seance,
      )
    case .promotion, .jury, .annee, .incident, .session2, .sessionBTS, .engagement, .commission,
      .consultationDeCopie, .inscriptionTardive:
      throw Refus.inconnu(.evaluation)
    }
  }

  /// Those whose groups attend a slot, and who are enrolled on its day.
  private func presents(_ seance: Seance) throws -> Set<Identifiant<Etudiant>> {
    let jour = seance.debut.jour
    let inscrits = try travail.registre.inscriptions(promotion.id).filter { inscription in
      inscription.debut <= jour && (inscription.fin.map { jour <= $0.jour } ?? true)
    }.map(\.etudiant)
    guard !seance.groupes.isEmpty else { return Set(inscrits) }
    let siens = Set(
      try travail.registre.membres(promotion.id)
        .filter { seance.groupes.contains($0.groupe) }.map(\.etudiant)
    )
    return siens.intersection(inscrits)
  }
}

extension Epreuve {
  fileprivate init(_ evaluation: EvaluationDeModule, _ seance: Seance?, _ mots: MotsDeMaquette) {
    let date = seance?.debut.jour ?? evaluation.date
    self.init(
      module: mots.nommer(evaluation.module),
      intitule: evaluation.nom,
      jour: date,
      heure: seance?.debut.heure ?? "",
      duree: seance.map { Self.duree($0.minutes) } ?? "",
      lieu: "",
      consignes: "",
    )
  }

  fileprivate init(_ seance: Seance, _ mots: MotsDeMaquette) {
    self.init(
      module: seance.module.map { mots.nommer($0) } ?? "Séance",
      intitule: seance.nature.phrase,
      jour: seance.debut.jour,
      heure: seance.debut.heure,
      duree: Self.duree(seance.minutes),
      lieu: "",
      consignes: "",
    )
  }

  /// « 1 h 30 », « 45 min ».
  static func duree(_ minutes: Int) -> String {
    let (heures, reste) = minutes.quotientAndRemainder(dividingBy: 60)
    if heures == 0 { return "\(reste) min" }
    return reste == 0 ? "\(heures) h" : "\(heures) h \(reste < 10 ? "0" : "")\(reste)"
  }
}

extension MotsDeMaquette {
  /// « R101 – Anglais ».
  fileprivate func nommer(_ module: String) -> String {
    titres[module].map { "\(module) – \($0)" } ?? module
  }
}

extension Seance.Nature {
  fileprivate var phrase: String {
    switch self {
    case .cm: "Cours magistral"
    case .td: "Travaux dirigés"
    case .tp: "Travaux pratiques"
    case .examen: "Évaluation"
    case .autre: "Séance"
    }
  }
}

extension Amenagement {
  fileprivate var phrase: String {
    switch nature {
    case .autre where !precision.isEmpty: precision
    case _: precision.isEmpty ? nature.phrase : "\(nature.phrase) : \(precision)"
    }
  }
}
