internal import Scolarite

extension Hasard {
  /// The marks of a student, by rank of module; none where every UE of the module is granted.
  mutating func releve(
    _ semestre: PlanDeSemestre,
    _ portrait: Portrait,
    dispensees: Set<Int>,
  ) -> [[Evaluation]] {
    let forme = ecart(type: 50)
    return semestre.modules.map { module in
      guard dispensees.isEmpty || !module.ues.allSatisfy(dispensees.contains) else { return [] }
      let niveau = module.niveau(portrait.aptitudes) + forme + ecart(type: 110)
      return module.evaluations.map { epreuve in
        let centiemes = niveau + epreuve.facilite + ecart(type: 220)
        return Evaluation(
          nom: epreuve.prevue.nom,
          entree: epreuve.echelle.entree(centiemes),
          coefficient: epreuve.prevue.coefficient,
        )
      }
    }
  }
}

/// Tests missed, which hours of absence must answer for.
struct Manquees {
  var injustifiees = 0
  var justifiees = 0
  var indisponibilites = 0
}

extension Hasard {
  /// Puts what stands for a mark where a student missed a test, waits for a mark, or has left.
  mutating func troubler(
    _ releve: inout [[Evaluation]],
    _ portrait: Portrait,
    semestre: Int,
  ) -> Manquees {
    var manquees = Manquees()
    guard !releve.isEmpty else { return manquees }
    if chance(surMille: portrait.assiduite == .assidu ? 3 : 35) {
      for _ in 0..<entier(1...3) where remplacer(&releve, { _ in .absenceInjustifiee }) {
        manquees.injustifiees += 1
      }
    }
    if chance(surMille: 180) {
      for _ in 0..<entier(1...2) { manquees.justifiees += excuser(&releve) }
    }
    if !portrait.alternant, chance(surMille: 20),
      remplacer(&releve, neutralise: true, { _ in .indisponibilite })
    {
      manquees.indisponibilites += 1
    }
    if chance(surMille: 12) {
      _ = remplacer(&releve, neutralise: true) { _ in .excuse }
    }
    if chance(surMille: 5) { _ = remplacer(&releve) { _ in .enAttente } }
    if chance(surMille: 3) { _ = remplacer(&releve) { _ in .nulle } }
    if let depart = portrait.depart, depart <= semestre {
      partir(&releve, pendant: depart == semestre)
    }
    return manquees
  }

  /// Excuses one test; the catch-up was mostly held, sometimes refused or still awaited.
  private mutating func excuser(_ releve: inout [[Evaluation]]) -> Int {
    let sort = entier(1...100)
    let remplace =
      sort <= 80
      ? remplacer(&releve) { .rattrapee($0) }
      : sort <= 97
        ? remplacer(&releve, neutralise: true) { _ in
          .sansRattrapage(motif: "pas de rattrapage organisé")
        }
        : remplacer(&releve) { _ in .absenceJustifiee }
    return remplace ? 1 : 0
  }

  /// Replaces one mark; one that is left out, only beside another, where a module has two.
  private mutating func remplacer(
    _ releve: inout [[Evaluation]],
    neutralise: Bool = false,
    _ remplacante: (Note) -> Entree,
  ) -> Bool {
    for essai in 0..<8 {
      let module = entier(0...(releve.count - 1))
      let lignes = releve[module]
      guard let premiere = lignes.indices.first, let derniere = lignes.indices.last else {
        continue
      }
      if neutralise, lignes.count < 2, essai < 7 { continue }
      let rang = entier(premiere...derniere)
      let marquees = lignes.count { if case .note = $0.entree { true } else { false } }
      guard marquees == lignes.count, case .note(let note) = lignes[rang].entree else { continue }
      releve[module][rang] = lignes[rang].avec(remplacante(note))
      return true
    }
    return false
  }

  /// No mark is expected any more: of a whole semester, or of what followed the first tests.
  private func partir(_ releve: inout [[Evaluation]], pendant: Bool) {
    for module in releve.indices {
      let passees = pendant ? (releve[module].count + module % 2) / 2 : 0
      for rang in releve[module].indices.dropFirst(passees) {
        releve[module][rang] = releve[module][rang].avec(.sansObjet("DEM"))
      }
    }
  }
}

extension Evaluation {
  /// The same test with another entry.
  func avec(_ entree: Entree) -> Evaluation {
    Evaluation(nom: nom, entree: entree, coefficient: coefficient)
  }
}
