internal import Scolarite

/// The slots and tests of a promotion, as calendars tell them.
struct CoursDePromotion {
  let promotion: Promotion
  let seances: [Seance]
  let evaluations: [EvaluationDeModule]
  private let ecrituresDesSeances: [Identifiant<Seance>: Horodatage]
  private let ecrituresDesEvaluations: [Identifiant<EvaluationDeModule>: Horodatage]
  private let enseignants: [Identifiant<Utilisateur>: String]
  private let groupes: [Identifiant<Groupe>: String]
  private let titres: [String: String]

  /// Reads those that are wanted.
  init(
    _ promotion: Promotion,
    _ travail: Travail,
    seances voulue: (Seance) -> Bool,
    evaluations attendue: (EvaluationDeModule) -> Bool,
  ) throws {
    let registre = travail.registre
    self.promotion = promotion
    seances = try registre.seances(promotion.id).filter(voulue)
    evaluations = try registre.evaluations(promotion.id).filter {
      $0.date != nil && attendue($0)
    }
    ecrituresDesSeances = try registre.ecrituresDesSeances(promotion.id)
    ecrituresDesEvaluations = try registre.ecrituresDesEvaluations(promotion.id)
    enseignants = try registre.enseignants(promotion.id)
    groupes = Dictionary(
      uniqueKeysWithValues: try registre.groupes(promotion.id).map { ($0.id, $0.nom) }
    )
    let maquette = try registre.maquette(promotion.maquette)
    titres = try maquette.map { try travail.formats.titres($0.texte) } ?? [:]
  }

  /// Their events; a test that is sat at one of the slots, on its day, is told there.
  func evenements() -> [Agenda.Evenement] {
    let connues = Dictionary(uniqueKeysWithValues: evaluations.map { ($0.id, $0) })
    var dites: Set<Identifiant<EvaluationDeModule>> = []
    let creneaux = seances.map { seance in
      let evaluation = seance.evaluation.flatMap { connues[$0] }
      if let evaluation, evaluation.date == seance.debut.jour { dites.insert(evaluation.id) }
      return evenement(seance, evaluation)
    }
    return creneaux
      + evaluations.compactMap { dites.contains($0.id) ? nil : evenement($0) }
  }

  private func evenement(_ seance: Seance, _ evaluation: EvaluationDeModule?)
    -> Agenda.Evenement
  {
    let module = seance.module.map(nommer)
    let titre: String =
      switch (seance.nature, evaluation) {
      case (_, let evaluation?):
        "Évaluation : \(module ?? nommer(evaluation.module)), \(evaluation.nom)"
      case (.examen, nil): ["Évaluation", module].compactMap(\.self).joined(separator: " : ")
      case (.cm, nil): [module ?? "Cours", "CM"].joined(separator: ", ")
      case (.td, nil): [module ?? "Cours", "TD"].joined(separator: ", ")
      case (.tp, nil): [module ?? "Cours", "TP"].joined(separator: ", ")
      case (.autre, nil): module ?? "Cours"
      }
    let enseignant = seance.enseignant.flatMap { enseignants[$0] }.map { "Avec \($0)" }
    return Agenda.Evenement(
      cle: "seance-\(seance.id)",
      quand: .creneau(seance.debut, minutes: seance.minutes),
      titre: titre,
      details: [enseignant, promotion.nom, nommer(seance.groupes)].compactMap(\.self),
      occupe: true,
      ecrit: ecrituresDesSeances[seance.id] ?? .init(millisecondes: 0),
    )
  }

  private func evenement(_ evaluation: EvaluationDeModule) -> Agenda.Evenement? {
    guard let date = evaluation.date else { return nil }
    let nature: String? =
      evaluation.nature == .nonPrecisee ? nil : evaluation.nature.phrase
    return Agenda.Evenement(
      cle: "evaluation-\(evaluation.id)",
      quand: .journees(date, date),
      titre: "Évaluation : \(nommer(evaluation.module)), \(evaluation.nom)",
      details: [nature, promotion.nom, nommer(evaluation.groupes)].compactMap(\.self),
      version: evaluation.version,
      ecrit: ecrituresDesEvaluations[evaluation.id] ?? .init(millisecondes: 0),
    )
  }

  /// « R101 Anglais ».
  private func nommer(_ module: String) -> String {
    titres[module].map { "\(module) \($0)" } ?? module
  }

  private func nommer(_ siens: [Identifiant<Groupe>]) -> String? {
    let noms = siens.compactMap { groupes[$0] }
    return noms.isEmpty ? nil : noms.sorted().joined(separator: ", ")
  }
}
