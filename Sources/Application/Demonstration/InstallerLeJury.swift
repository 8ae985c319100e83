internal import Actes
internal import Scolarite

/// Closes the year-end jury of a promotion that is over: those who do not pass mostly repeat, one is
/// not allowed to, and one waits for an answer to a request.
struct InstallerLeJury {
  let promotion: Promotion

  func executer(_ travail: Travail) throws {
    let refuses = try sansPassage(travail)
    let jury = try OuvrirUnJury(
      promotion: promotion.id,
      nature: .annee,
      date: date,
      membres: [
        .init(nom: "Maëlle Orvanne", qualite: .president, present: true),
        .init(nom: "Théodule Marsac", qualite: .enseignant, present: true),
        .init(nom: "Perrine Valdoie", qualite: .professionnel, present: false),
      ],
    ).executer(travail)
    for (rang, etudiant) in refuses.enumerated() {
      guard let prise = decision(rang, parmi: refuses.count) else {
        try demander(etudiant, travail)
        _ = try DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: []).executer(travail)
        continue
      }
      _ = try DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: [prise])
        .executer(travail)
    }
    _ = try CloreUnJury(jury.id, version: jury.version).executer(travail)
  }

  /// The third of July that ends the year.
  private var date: Jour {
    Jour("\(promotion.annee.debut + 1)-07-03") ?? Jour(cloturant: promotion.annee)
  }

  /// Those whom the rules do not let pass.
  private func sansPassage(_ travail: Travail) throws -> [Identifiant<Etudiant>] {
    let lue = try travail.lire(promotion)
    let paires = zip(lue.etudiants, lue.dossiers)
    return paires.compactMap { etudiant, dossier in
      let resultats = Deliberation<SansPreuve>.resultats(dossier, lue.reglement)
      return resultats.annees.last?.finale.poursuite?.autorisee == false ? etudiant : nil
    }
  }

  /// The last one asks to repeat, the one before is not allowed to, the others repeat.
  private func decision(_ rang: Int, parmi nombre: Int) -> DecisionPrise? {
    switch nombre - rang {
    case 1: nil
    case 2:
      DecisionPrise(sur: .annee, code: .nar, motif: "absences répétées, projet à reconstruire")
    case _: DecisionPrise(sur: .annee, code: .red, motif: "bases à consolider, travail régulier")
    }
  }

  private func demander(_ etudiant: Identifiant<Etudiant>, _ travail: Travail) throws {
    _ = try DemanderUnRedoublement(
      promotion: promotion.id,
      etudiant: etudiant,
      semestres: promotion.anneeBUT.semestres,
      motif: "Un emploi de nuit toute l’année, quitté en juin.",
      auditionDemandee: true,
    ).executer(travail)
  }
}
