internal import Scolarite

extension PromotionFictive {
  /// The whole curriculum of a student: the years before, the failed one, the present one.
  func annees(_ portrait: Portrait, _ hasard: inout Hasard) -> [AnneeSuivie] {
    let echec = portrait.parcours == .redoublant ? echec(portrait, &hasard) : nil
    var annees = anterieures(portrait, recul: echec == nil ? 0 : 1, &hasard)
    if let echec { annees.append(echec.annee) }
    let acquises = echec?.acquises ?? []
    let accordees = portrait.parcours == .dispense ? hasard.equivalences(plan, annee) : [:]
    var suivis: [SemestreSuivi] = []
    for (rang, semestre) in semestres.enumerated() {
      if let echec, !echec.repris.contains(semestre.numero) { continue }
      suivis.append(suivre(semestre, rang, portrait, acquises, accordees, &hasard))
    }
    let presente = AnneeSuivie(
      annee: annee,
      anneeBUT: anneeBUT,
      programme: plan.programme,
      semestres: suivis,
      bonus: hasard.bonus(),
    )
    return annees + [presente]
  }

  private func suivre(
    _ semestre: PlanDeSemestre,
    _ rang: Int,
    _ portrait: Portrait,
    _ acquises: Set<Int>,
    _ accordees: [Int: SemestreSuivi.MoyenneConnue],
    _ hasard: inout Hasard,
  ) -> SemestreSuivi {
    let dispensees = acquises.union(accordees.keys)
    var releve = hasard.releve(semestre, portrait, dispensees: dispensees)
    let manquees = hasard.troubler(&releve, portrait, semestre: rang)
    var moyennes: [CodeUE: SemestreSuivi.MoyenneConnue] = [:]
    for (ue, moyenne) in accordees where plan.programme.ues[ue].semestre == semestre.numero {
      moyennes[plan.programme.ues[ue].code] = moyenne
    }
    let tardif = rang == 0 && hasard.chance(surMille: 80)
    let alternant = portrait.alternant && !tardif
    return SemestreSuivi(
      numero: semestre.numero,
      statut: alternant ? .alternant : .initial,
      notes: semestre.notes(releve),
      moyennes: moyennes,
      absences: hasard.absences(semestre, portrait, manquees, alternant: alternant),
    )
  }
}
