extension ProblemeDExamens {
  /// Bounds that keep every cost within 32 bits and every table within memory.
  static let maximum = (
    epreuves: 10_000, periodes: 1_000, salles: 5_000, valeur: 1_000_000, prix: 100_000,
  )

  /// Checks at birth everything that does not depend on a search.
  func verifier() throws(Faute) {
    guard !epreuves.isEmpty else { throw Faute(lieu: .ensemble, raison: .aucuneEpreuve) }
    guard !periodes.isEmpty else { throw Faute(lieu: .ensemble, raison: .aucunePeriode) }
    guard epreuves.contains(where: { !$0.candidats.isEmpty }) else {
      throw Faute(lieu: .ensemble, raison: .aucunCandidat)
    }
    try verifierTailles()
    try verifierNombres()
    for rang in epreuves.indices { try verifier(epreuve: rang) }
    try verifierRelations()
  }

  private func verifierTailles() throws(Faute) {
    let m = Self.maximum
    if epreuves.count > m.epreuves {
      throw Faute(lieu: .epreuve(m.epreuves), raison: .tropGrand(maximum: m.epreuves))
    }
    if periodes.count > m.periodes {
      throw Faute(lieu: .periode(m.periodes), raison: .tropGrand(maximum: m.periodes))
    }
    if salles.count > m.salles {
      throw Faute(lieu: .salle(m.salles), raison: .tropGrand(maximum: m.salles))
    }
  }

  private func verifierNombres() throws(Faute) {
    for (rang, p) in periodes.enumerated() {
      try borner([p.debut, p.duree, p.penalite], .periode(rang))
    }
    for (rang, s) in salles.enumerated() {
      try borner([s.capacite, s.penalite], .salle(rang))
      try verifier(periodes: s.indisponible, .salle(rang))
    }
    for (rang, c) in candidats.enumerated() {
      try verifier(periodes: c.indisponible, .candidat(rang))
    }
    for (rang, s) in surveillants.enumerated() {
      try verifier(periodes: s.indisponible, .surveillant(rang))
    }
    let c = poids.chargeFinale
    try borner(
      [
        poids.deuxDeSuite, poids.deuxParJour, poids.ecart, poids.dureesMelees, c.epreuves,
        c.periodes, c.prix, poids.chevauchement ?? 0, poids.indisponibilite ?? 0,
        poids.plafondParJour?.nombre ?? 0, poids.plafondParJour?.prix ?? 0,
      ] + poids.proximite,
      .poids,
      auPlus: Self.maximum.prix,
    )
  }

  private func borner(
    _ nombres: [Int],
    _ lieu: Faute.Lieu,
    auPlus maximum: Int = Self.maximum.valeur,
  ) throws(Faute) {
    for n in nombres where n < 0 || n > maximum {
      throw Faute(lieu: lieu, raison: .nombreInvalide(n))
    }
  }

  private func verifier(periodes rangs: [Int], _ lieu: Faute.Lieu) throws(Faute) {
    for p in rangs where !periodes.indices.contains(p) {
      throw Faute(lieu: lieu, raison: .periodeInconnue(p))
    }
  }

  private func verifier(epreuve rang: Int) throws(Faute) {
    let e = epreuves[rang]
    let lieu = Faute.Lieu.epreuve(rang)
    try borner([e.duree, e.surveillantsParSalle], lieu)
    guard (1...100).contains(e.sallesAuPlus) else {
      throw Faute(lieu: lieu, raison: .nombreInvalide(e.sallesAuPlus))
    }
    try verifier(periodes: e.periodes ?? [], lieu)
    for s in e.salles ?? [] where !salles.indices.contains(s) {
      throw Faute(lieu: lieu, raison: .salleInconnue(s))
    }
    for s in e.surveillants where !surveillants.indices.contains(s) {
      throw Faute(lieu: lieu, raison: .surveillantInconnu(s))
    }
    var vus: Set<Int> = []
    for c in e.candidats {
      guard candidats.indices.contains(c) else {
        throw Faute(lieu: lieu, raison: .candidatInconnu(c))
      }
      guard vus.insert(c).inserted else {
        throw Faute(lieu: lieu, raison: .candidatDeuxFois(c))
      }
    }
    if e.periodes?.isEmpty == true { throw Faute(lieu: lieu, raison: .aucunePermise) }
    try verifierPlace(e, lieu)
  }

  /// Refuses an exam that nothing fits.
  private func verifierPlace(_ e: Epreuve, _ lieu: Faute.Lieu) throws(Faute) {
    guard e.forme != .projet else { return }
    let permises = e.periodes ?? Array(periodes.indices)
    guard permises.contains(where: { periodes[$0].duree >= e.duree }) else {
      throw Faute(lieu: lieu, raison: .aucunePeriodeAssezLongue(minutes: e.duree))
    }
    guard !salles.isEmpty, e.forme == .ecrit else { return }
    let communs = e.candidats.count { candidats[$0].installation == .commune }
    let places = (e.salles ?? Array(salles.indices)).map { salles[$0].capacite }
      .sorted(by: >).prefix(e.sallesAuPlus).reduce(0, +)
    if places < communs || (e.salles?.isEmpty == true) {
      throw Faute(lieu: lieu, raison: .aucuneSalleAssezGrande(places: communs))
    }
  }

  private func verifierRelations() throws(Faute) {
    for (rang, relation) in relations.enumerated() {
      let (a, b) = relation.epreuves
      for e in [a, b] where !epreuves.indices.contains(e) {
        throw Faute(lieu: .relation(rang), raison: .epreuveInconnue(e))
      }
      // Published instances say of some exams that they coincide with themselves.
      if a == b, relation != .coincidence(a, b) {
        throw Faute(lieu: .relation(rang), raison: .relationAvecElleMeme)
      }
    }
    if let (rang, cycle) = OrdreDesEpreuves(relations, nombre: epreuves.count).cycle() {
      throw Faute(lieu: .relation(rang), raison: .cycle(cycle))
    }
  }
}
