internal import Scolarite

extension Hasard {
  /// The hours that a student misses in a semester, those of the tests missed included.
  mutating func absences(
    _ semestre: PlanDeSemestre,
    _ portrait: Portrait,
    _ manquees: Manquees,
    alternant: Bool,
  ) -> Absences {
    let demiesABI = demiesInjustifiees(semestre, portrait) / (alternant ? 3 : 1)
    var heuresABI = Decimale(milliemes: 500 * demiesABI + 2000 * manquees.injustifiees)
    var heuresABJ = Decimale(milliemes: 500 * demiesJustifiees(semestre))
    heuresABJ += Decimale(2 * manquees.justifiees)
    var creneaux: [Absences.Creneau] = []
    if chance(surMille: 150) {
      let seances = seances(semestre, entier(1...3))
      creneaux += seances.compactMap {
        chance(surCent: 50)
          ? Self.detacher($0, &heuresABI, .injustifiee) : Self.detacher($0, &heuresABJ, .justifiee)
      }
    }
    let declarees = manquees.indisponibilites + (chance(surMille: 40) ? entier(1...2) : 0)
    if declarees > 0, !alternant {
      creneaux += seances(semestre, declarees, hors: creneaux).map { indisponibilite($0) }
    }
    return Absences(heuresABI: heuresABI, heuresABJ: heuresABJ, creneaux: creneaux)
  }

  /// In halves of an hour: few for most students, up to half of the semester for a few.
  private mutating func demiesInjustifiees(
    _ semestre: PlanDeSemestre,
    _ portrait: Portrait,
  ) -> Int {
    switch portrait.assiduite {
    case .assidu: max(0, entier(-4...6))
    case .irregulier: entier(4...30)
    case .decrocheur: semestre.heures * entier(10...90) / 100
    }
  }

  /// In halves of an hour, whatever the level.
  private mutating func demiesJustifiees(_ semestre: PlanDeSemestre) -> Int {
    let sort = entier(1...1000)
    if sort <= 500 { return 0 }
    if sort <= 880 { return entier(2...16) }
    if sort <= 985 { return entier(16...60) }
    return semestre.heures * entier(15...70) / 100
  }

  /// A slot of two hours taken out of a total; `nil` when the total holds none.
  private static func detacher(
    _ seance: Seance,
    _ heures: inout Decimale,
    _ motif: Absences.Motif,
  ) -> Absences.Creneau? {
    guard heures >= 2 else { return nil }
    heures -= 2
    return Absences.Creneau(debut: seance.debut, heures: 2, motif: motif)
  }

  /// Declared in the morning, sometimes too late or never.
  private mutating func indisponibilite(_ seance: Seance) -> Absences.Creneau {
    let sort = entier(1...100)
    let declaree = sort <= 85 ? seance.tot : (sort <= 95 ? seance.tard : nil)
    return Absences.Creneau(
      debut: seance.debut,
      heures: 2,
      motif: .indisponibilite(declaree: declaree),
    )
  }

  /// So many slots of the semester, in order, none twice nor among those already missed.
  private mutating func seances(
    _ semestre: PlanDeSemestre,
    _ nombre: Int,
    hors manques: [Absences.Creneau] = [],
  ) -> [Seance] {
    let libres =
      manques.isEmpty
      ? semestre.seances
      : semestre.seances.filter { seance in !manques.contains { $0.debut == seance.debut } }
    var rang = entier(0...(libres.count / 2))
    return (0..<nombre).compactMap { _ in
      defer { rang += entier(1...20) }
      return rang < libres.count ? libres[rang] : nil
    }
  }
}

extension Hasard {
  /// Sport for one student in eight, engagement for one in ten.
  mutating func bonus() -> Bonus {
    Bonus(
      sport: chance(surMille: 125) ? sport() : nil,
      engagements: chance(surMille: 100)
        ? (0..<(chance(surCent: 20) ? 2 : 1)).map { _ in engagement() } : [],
    )
  }

  private mutating func sport() -> Bonus.Sport {
    chance(surCent: 50)
      ? .points(Decimale(milliemes: 100 * entier(1...5))) : .seances(entier(6...26))
  }

  private mutating func engagement() -> Bonus.Engagement {
    let types = ["tutorat", "association", "élu étudiant", "secourisme", "salons"]
    return Bonus.Engagement(type: parmi(types), points: Decimale(milliemes: 100 * entier(1...5)))
  }
}
