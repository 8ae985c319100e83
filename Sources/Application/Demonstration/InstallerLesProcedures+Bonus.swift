internal import Actes
internal import Scolarite

extension InstallerLesProcedures {
  /// Gives the points of sport and of engagement.
  func attribuer(_ bonus: Bonus, a etudiant: Identifiant<Etudiant>, _ travail: Travail)
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
        date: jourDesBonus ?? travail.moment.jour,
        motif: "attestation présentée",
      ).executer(travail)
    }
  }

  /// The last day of courses of a year that is over, or the day of one that goes on.
  private var jourDesBonus: Jour? {
    switch avancement {
    case .sansDates: nil
    case .terminee: promotion.anneeBUT.semestres.last.flatMap { jours.semestre($0).last }
    case .enCours(let jour): jour
    }
  }
}
