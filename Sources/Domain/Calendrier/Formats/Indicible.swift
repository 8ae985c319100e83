extension ProblemeDExamens {
  /// What the competition of 2007 cannot say of the problem, in French clauses.
  ///
  /// There are none when it can say all that a calendar depends on; names of exams and rooms are
  /// lost, they become ranks.
  public func raisonsDeNePasDireITC2007() -> [String] {
    var raisons = raisonsCommunes("ITC 2007")
    if salles.isEmpty { raisons.append("ITC 2007 demande des salles") }
    if salles.contains(where: { !$0.indisponible.isEmpty }) {
      raisons.append("ITC 2007 ignore les salles prises à certains créneaux")
    }
    if epreuves.contains(where: { $0.sallesAuPlus > 1 || $0.salles != nil }) {
      raisons.append("ITC 2007 ignore les épreuves en plusieurs salles et les salles imposées")
    }
    if !poids.proximite.isEmpty {
      raisons.append("ITC 2007 ignore les prix selon l’écart de deux épreuves")
    }
    if candidats.contains(where: { Int($0.nom).map(String.init) != $0.nom }) {
      raisons.append("ITC 2007 veut des candidats numérotés")
    }
    return raisons
  }

  /// What Carter’s benchmark cannot say of the problem, in French clauses.
  public func raisonsDeNePasDireToronto() -> [String] {
    var raisons = raisonsCommunes("Toronto")
    if !salles.isEmpty { raisons.append("Toronto ignore les salles") }
    if !relations.isEmpty { raisons.append("Toronto ignore l’ordre et les liens des épreuves") }
    if epreuves.contains(where: { $0.duree > 0 || $0.exclusive }) {
      raisons.append("Toronto ignore les durées")
    }
    if periodes.contains(where: { $0 != Periode(date: "", debut: 0, duree: 0) }) {
      raisons.append("Toronto ignore les jours, les heures et les pénalités des créneaux")
    }
    var attendus = Poids()
    attendus.proximite = [16, 8, 4, 2, 1]
    if poids != attendus { raisons.append("Toronto a ses propres prix : 16, 8, 4, 2, 1") }
    let inscrits = Set(epreuves.flatMap(\.candidats))
    if inscrits.count < candidats.count {
      raisons.append("Toronto ignore les candidats sans épreuve")
    }
    if Set(epreuves.map { Int($0.nom) ?? -1 }).count < epreuves.count
      || epreuves.contains(where: { Int($0.nom) == nil || $0.nom.utf8.count > 9 })
    {
      raisons.append("Toronto veut des épreuves numérotées")
    }
    return raisons
  }

  /// What an IUT adds and neither benchmark knows.
  private func raisonsCommunes(_ format: String) -> [String] {
    var raisons: [String] = []
    if epreuves.contains(where: { $0.forme != .ecrit }) {
      raisons.append("\(format) ignore les oraux et les projets")
    }
    if epreuves.contains(where: { $0.periodes != nil }) {
      raisons.append("\(format) ignore les créneaux imposés ou interdits à une épreuve")
    }
    if !surveillants.isEmpty || epreuves.contains(where: { $0.surveillantsParSalle > 0 }) {
      raisons.append("\(format) ignore les surveillants")
    }
    if candidats.contains(where: { $0.majoration != .aucune || $0.installation != .commune }) {
      raisons.append("\(format) ignore le temps majoré et les salles à part")
    }
    if candidats.contains(where: { !$0.indisponible.isEmpty }) {
      raisons.append("\(format) ignore les indisponibilités des candidats")
    }
    if horaire == .parHeure {
      raisons.append("\(format) ignore les heures qui débordent d’un créneau sur l’autre")
    }
    if poids.chevauchement != nil || poids.indisponibilite != nil {
      raisons.append("\(format) interdit les chevauchements, il ne les fait pas payer")
    }
    if poids.plafondParJour != nil {
      raisons.append("\(format) ignore le nombre d’épreuves par jour")
    }
    return raisons
  }
}

extension CalendrierDExamens {
  /// Whether each exam is in one part, in the order of ranks, as the benchmarks write them.
  public func estDUnePartieParEpreuve(_ probleme: ProblemeDExamens) -> Bool {
    placements.map(\.epreuve) == Array(probleme.epreuves.indices)
  }
}
