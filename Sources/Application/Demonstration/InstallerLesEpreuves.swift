internal import Actes
internal import Fiction
internal import Scolarite

/// Plans the tests of students who do not exist, enters their marks and publishes them.
struct InstallerLesEpreuves {
  let promotion: Promotion
  let epreuves: [Epreuve]
  /// What was drawn for each student, and the day on which those who left did.
  let etudiants: [(id: Identifiant<Etudiant>, annee: AnneeSuivie, depart: Jour?)]

  /// Marks are entered and tests published only where `notees` says so.
  func executer(notees: Bool, _ travail: Travail) throws -> [EvaluationDeModule] {
    let evaluations = try epreuves.map { try creer($0, travail) }
    guard notees else { return evaluations }
    _ = try ChargerDesNotes(
      promotion: promotion.id,
      notes: zip(epreuves, evaluations).flatMap(lignes),
      source: "fiction",
    ).executer(travail)
    for (epreuve, evaluation) in zip(epreuves, evaluations) where epreuve.stade.estPubliee {
      try PublierUneEvaluation(evaluation.id).executer(travail)
      if epreuve.stade == .close {
        try VerrouillerUneEvaluation(evaluation.id).executer(travail)
      }
    }
    return try travail.registre.evaluations(promotion.id)
  }

  private func creer(_ epreuve: Epreuve, _ travail: Travail) throws -> EvaluationDeModule {
    try CreerUneEvaluation(
      promotion: promotion.id,
      semestre: epreuve.semestre,
      module: epreuve.module,
      intitule: epreuve.nom,
      nature: epreuve.nature,
      date: epreuve.date,
      coefficient: epreuve.coefficient,
      bareme: epreuve.bareme,
    ).executer(travail)
  }

  private func lignes(_ epreuve: Epreuve, _ evaluation: EvaluationDeModule)
    -> [ChargerDesNotes.Ligne]
  {
    etudiants.enumerated().compactMap { rang, etudiant in
      guard let tiree = etudiant.annee.entree(epreuve), let entree = entree(tiree, rang, epreuve)
      else { return nil }
      let partie = etudiant.depart.map { depart in epreuve.date.map { $0 > depart } ?? true }
      return .init(
        evaluation: evaluation.id,
        etudiant: etudiant.id,
        entree: partie ?? false ? .sansObjet("DEM") : entree,
      )
    }
  }

  /// What stands for a student when the test has gone as far as it has.
  private func entree(_ tiree: Entree, _ rang: Int, _ epreuve: Epreuve) -> Entree? {
    switch epreuve.stade {
    case .close: tiree.estAttendue ? .excuse : tiree
    case .publiee, .saisie: tiree
    case .entamee:
      rang >= etudiants.count / 2 ? nil : rang % 9 == 4 ? .enAttente : tiree
    case .aSaisir, .aVenir: nil
    }
  }
}

extension Epreuve {
  /// What the fiction calls a test says what students do at it.
  fileprivate var nature: NatureDEvaluation {
    switch nom.prefix(while: { !$0.isNumber && $0 != " " }) {
    case "DS": .devoirSurveille
    case "Contrôle", "QCM": .interrogation
    case "TP": .travauxPratiques
    case "Oral", "Exposé", "Soutenance", "Démonstration", "Recette": .oral
    case "Dossier", "Devoir", "Rendu", "Rapport": .travailARendre
    case "Carnet": .portfolio
    case _: .nonPrecisee
    }
  }
}

extension AnneeSuivie {
  fileprivate func entree(_ epreuve: Epreuve) -> Entree? {
    semestres.first { $0.numero == epreuve.semestre }?.notes[epreuve.module]?
      .first { $0.nom == epreuve.nom }?.entree
  }
}

extension Entree {
  /// Whether a mark is still to come.
  fileprivate var estAttendue: Bool {
    switch self {
    case .enAttente, .absenceJustifiee: true
    case .note, .absenceInjustifiee, .excuse, .rattrapee, .sansRattrapage, .indisponibilite,
      .nulle, .sansObjet:
      false
    }
  }
}
