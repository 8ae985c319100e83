internal import Actes
internal import Fiction
internal import Scolarite

/// Writes the absences, bonuses and avis of students who do not exist, by the acts that people do.
struct InstallerLesProcedures {
  let promotion: Promotion
  let etudiants: [(id: Identifiant<Etudiant>, annee: AnneeSuivie, depart: Jour?)]
  let jours: JoursOuvres
  let avancement: Avancement

  func executer(_ travail: Travail) throws {
    let programme = try travail.programme(promotion)
    for semestre in promotion.anneeBUT.semestres {
      try faireLesAppels(semestre, modules(programme, semestre), travail)
    }
    for etudiant in etudiants {
      try attribuer(etudiant.annee.bonus, a: etudiant.id, travail)
      for semestre in etudiant.annee.semestres {
        guard let avis = semestre.avisContraire else { continue }
        _ = try DonnerUnAvis(
          promotion: promotion.id,
          etudiant: etudiant.id,
          semestre: semestre.numero,
          instance: avis.auteur,
          date: avis.date,
          motif: avis.motif,
        ).executer(travail)
      }
    }
  }

  // MARK: Attendance

  /// A slot that somebody missed, and why each did.
  private struct Manque {
    let debut: Instant
    let minutes: Int
    var absents: [(etudiant: Identifiant<Etudiant>, motif: Absences.Motif)] = []
  }

  /// What slots are of: nothing that is said where tests have no date either.
  private func modules(_ programme: Programme, _ semestre: NumeroSemestre) -> [String?] {
    guard avancement != .sansDates else { return [nil] }
    let codes = programme.ues.filter { $0.semestre == semestre }.flatMap(\.modules)
      .map(\.code.canonique)
    return Set(codes).sorted()
  }

  private func horaire(_ semestre: NumeroSemestre) -> Horaire {
    avancement == .sansDates
      ? Horaire(semestre, promotion.annee) : Horaire(jours.semestre(semestre))
  }

  private func faireLesAppels(
    _ semestre: NumeroSemestre,
    _ modules: [String?],
    _ travail: Travail,
  ) throws {
    let rangees = manques(semestre).values.sorted {
      $0.debut.description < $1.debut.description
    }
    let seances = try CreerDesSeances(
      promotion: promotion.id,
      seances: rangees.enumerated().map { rang, manque in
        .init(
          module: modules[rang % modules.count],
          debut: manque.debut,
          minutes: manque.minutes,
          nature: .td,
        )
      },
    ).executer(travail)
    for (seance, manque) in zip(seances, rangees) { try appeler(seance, manque, travail) }
  }

  /// The slots that were missed until now, by those who had not left.
  private func manques(_ semestre: NumeroSemestre) -> [Instant: Manque] {
    var manques: [Instant: Manque] = [:]
    let grille = horaire(semestre)
    for (rang, etudiant) in etudiants.enumerated() {
      guard let suivi = etudiant.annee.semestres.first(where: { $0.numero == semestre }) else {
        continue
      }
      for creneau in grille.creneaux(suivi.absences, rang: rang) {
        let jour = creneau.debut.jour
        guard avancement.jour.map({ jour < $0 }) ?? true,
          etudiant.depart.map({ jour <= $0 }) ?? true
        else { continue }
        let minutes = Int(creneau.heures.millioniemes * 60 / 1_000_000)
        manques[creneau.debut, default: Manque(debut: creneau.debut, minutes: minutes)].absents
          .append((etudiant.id, creneau.motif))
      }
    }
    return manques
  }

  private func appeler(_ seance: Seance, _ manque: Manque, _ travail: Travail) throws {
    let absents = Set(manque.absents.map(\.etudiant))
    let presences = try FaireLAppel(
      seance: seance.id,
      etudiants.filter { etudiant in etudiant.depart.map { seance.debut.jour <= $0 } ?? true }
        .map { .init($0.id, absents.contains($0.id) ? .absent : .present) },
    ).executer(travail)
    for (etudiant, motif) in manque.absents {
      let justification: Presence.Justification
      switch motif {
      case .injustifiee: continue
      case .justifiee: justification = .abj
      case .indisponibilite(let declaree): justification = .iti(declaree: declaree)
      }
      _ = try JustifierUneAbsence(
        seance: seance.id,
        etudiant: etudiant,
        justification: justification,
        version: presences.first { $0.etudiant == etudiant }?.version ?? 1,
        motif: "pièce présentée au secrétariat",
      ).executer(travail)
    }
  }
}
