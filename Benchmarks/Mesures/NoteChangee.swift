internal import Fiction
internal import Scolarite
internal import Terrain

/// One mark of one student among a whole country changes.
enum NoteChangee {
  private static let nombre = 20_000

  static func section(_ national: inout AnneeNationale) -> Section {
    let horloge = ContinuousClock()
    let evaluations = national.promotion.evaluations
    let modules = Programmes.national.ues.filter { $0.competence == 1 }.flatMap { ue in
      ue.modules.map { (semestre: ue.semestre, code: $0.code.canonique) }
    }
    var hasard = Hasard(graine: 2)
    var durees: [Duration] = []
    while durees.count < nombre {
      let rang = hasard.entier(0...(AnneeNationale.effectif - 1))
      let module = hasard.parmi(modules)
      let epreuve = exige(evaluations[module.code]?.first, "every module has a test")
      let note = exige(Note(hasard.quarts(0...80)), "a mark on 20")
      let debut = horloge.now
      let notee = national.propositions.noter(
        rang,
        module.semestre,
        module: module.code,
        evaluation: epreuve.nom,
        .note(note),
      )
      let ues = national.propositions[rang].ues.count
      let duree = debut.duration(to: horloge.now)
      // A student outside the columns takes the whole dossier instead.
      if notee, ues > 0 { durees.append(duree) }
    }
    return section(Releve(durees), limite: limite(national.grille))
  }

  /// The sums of both semesters of one row, taken at random.
  private static func limite(_ grille: Grille) -> Duration {
    var hasard = Hasard(graine: 3)
    let rangs = (0..<nombre).map { _ in hasard.entier(0...(grille.lignes / 2 - 1)) }
    let releve = Releve(5) {
      rangs.reduce(0) { $0 ^ grille.sommes(2 * $1) ^ grille.sommes(2 * $1 + 1) }
    }
    return releve.mediane / nombre
  }

  private static func section(_ releve: Releve, limite: Duration) -> Section {
    let reference = "faire les douze sommes pondérées de l’étudiant"
    let cible: Duration = .microseconds(50)
    return Section([
      Ligne(
        "Une note change parmi 150 000 étudiants : propositions de l’étudiant, médiane",
        releve.mediane,
        limite: limite,
        reference,
        cible: cible,
      ),
      Ligne(
        "… 99e centile sur \(enMilliers(nombre)) changements",
        releve.centile(99),
        limite: limite,
        reference,
        cible: cible,
      ),
    ])
  }
}
