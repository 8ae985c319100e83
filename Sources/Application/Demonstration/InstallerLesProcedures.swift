internal import Actes
internal import Fiction
internal import Scolarite

/// Writes the absences, bonuses and avis of students who do not exist, by the acts that people do.
struct InstallerLesProcedures {
  let promotion: Promotion
  let etudiants: [(id: Identifiant<Etudiant>, annee: AnneeSuivie)]

  func executer(_ travail: Travail) throws {
    for semestre in promotion.anneeBUT.semestres {
      try faireLesAppels(semestre, travail)
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

  private func faireLesAppels(_ semestre: NumeroSemestre, _ travail: Travail) throws {
    var manques: [Instant: Manque] = [:]
    let grille = Horaire(semestre, promotion.annee)
    for etudiant in etudiants {
      guard let suivi = etudiant.annee.semestres.first(where: { $0.numero == semestre }) else {
        continue
      }
      for creneau in grille.creneaux(suivi.absences) {
        let minutes = Int(creneau.heures.millioniemes * 60 / 1_000_000)
        manques[creneau.debut, default: Manque(debut: creneau.debut, minutes: minutes)].absents
          .append((etudiant.id, creneau.motif))
      }
    }
    let rangees = manques.values.sorted { $0.debut.description < $1.debut.description }
    let seances = try CreerDesSeances(
      promotion: promotion.id,
      seances: rangees.map {
        .init(module: nil, debut: $0.debut, minutes: $0.minutes, nature: .td)
      },
    ).executer(travail)
    for (seance, manque) in zip(seances, rangees) { try appeler(seance, manque, travail) }
  }

  private func appeler(_ seance: Seance, _ manque: Manque, _ travail: Travail) throws {
    let absents = Set(manque.absents.map(\.etudiant))
    let presences = try FaireLAppel(
      seance: seance.id,
      etudiants.map { .init($0.id, absents.contains($0.id) ? .absent : .present) },
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
        motif: "fiction",
      ).executer(travail)
    }
  }

  // MARK: Bonuses

  private func attribuer(_ bonus: Bonus, a etudiant: Identifiant<Etudiant>, _ travail: Travail)
    throws
  {
    let sport = bonus.sport.map { BonusAttribue.Nature.sport($0) }
    let engagements = bonus.engagements.enumerated().map { rang, engagement in
      BonusAttribue.Nature.engagement(
        type: engagement.type,
        activite: "\(engagement.type) \(rang + 1)",
        points: engagement.points,
      )
    }
    for nature in [sport].compactMap(\.self) + engagements {
      _ = try AttribuerUnBonus(
        promotion: promotion.id,
        etudiant: etudiant,
        nature: nature,
        date: travail.moment.jour,
        motif: "fiction",
      ).executer(travail)
    }
  }
}

/// The slots of a semester on which hours counted as a total are spread.
private struct Horaire {
  /// Two hours each, at times that the slots of the fiction do not take.
  private let longs: [Instant]
  /// Half an hour each.
  private let courts: [Instant]

  init(_ semestre: NumeroSemestre, _ annee: AnneeUniversitaire) {
    let impair = semestre.valeur % 2 == 1
    let jours = (impair ? 9...12 : 2...6).flatMap { mois in
      (1...28).compactMap { Jour(annee.debut + (impair ? 0 : 1), mois, $0) }
    }
    longs = jours.flatMap { jour in
      ["10:15", "15:45", "17:45"].compactMap { Instant("\(jour)T\($0)") }
    }
    courts = jours.flatMap { jour in
      ["12:30", "13:00", "19:45", "20:15"].compactMap { Instant("\(jour)T\($0)") }
    }
  }

  /// The slots of a student: those that are told one by one, then the totals spread.
  func creneaux(_ absences: Absences) -> [Absences.Creneau] {
    let totaux: [(Decimale, Absences.Motif)] = [
      (absences.heuresABI, .injustifiee), (absences.heuresABJ, .justifiee),
    ]
    var creneaux = absences.creneaux
    var (long, court) = (0, 0)
    for (total, motif) in totaux {
      var demies = total.millioniemes / 500_000
      while demies > 0 {
        let entier = demies >= 4 && long < longs.count
        let debut = entier ? longs[long] : courts[court]
        creneaux.append(.init(debut: debut, heures: entier ? 2 : Decimale.demie, motif: motif))
        (long, court) = entier ? (long + 1, court) : (long, court + 1)
        demies -= entier ? 4 : 1
      }
    }
    return creneaux
  }
}

extension Decimale {
  fileprivate static let demie = Decimale(enMillioniemes: 500_000) ?? .zero
}
