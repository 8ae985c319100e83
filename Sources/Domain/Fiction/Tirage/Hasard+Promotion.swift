public import Scolarite

extension Hasard {
  /// A student of a promotion: earlier years as odd as can be, then a year that stands in columns,
  /// most of the time.
  ///
  /// - Parameters:
  ///   - etudiant: the identifier.
  ///   - debut: the calendar year in which the year of the promotion starts.
  ///   - programmes: one curriculum a year of the BUT, that of the promotion last.
  /// - Returns: at least the year of the promotion.
  public mutating func membre(
    _ etudiant: String,
    _ debut: Int,
    _ programmes: [Programme],
  ) -> Dossier {
    guard let programme = programmes.last else {
      preconditionFailure("a promotion has a curriculum")
    }
    let redouble = chance(surCent: 20)
    let avant = redouble ? programmes : programmes.dropLast()
    let anterieures =
      avant.isEmpty || chance(surCent: 3)
      ? []
      : cursus(Array(avant)).annees.filter {
        $0.annee.debut < debut
      }
    let annee = annee(debut, programme)
    return Dossier(etudiant: etudiant, annees: anterieures + [auxTestsCommuns(annee)])
  }

  /// The same year without session 2 nor decision, its tests those of everyone.
  private mutating func auxTestsCommuns(_ annee: AnneeSuivie) -> AnneeSuivie {
    var annee = annee
    annee.session2 = nil
    annee.decisions = []
    let seul = annee.semestres.count > 1 && chance(surCent: 5)
    if seul { annee.semestres.removeLast() }
    for rang in annee.semestres.indices {
      if chance(surCent: 70) { annee.semestres[rang].moyennes = [:] }
      guard chance(surCent: 98) else { continue }
      // In an order of their own: the draws must depend on the seed only.
      for (module, evaluations) in annee.semestres[rang].notes.sorted(by: { $0.key < $1.key }) {
        annee.semestres[rang].notes[module] = evaluations.map { commun($0, module) }
      }
    }
    return annee
  }

  /// The same test with the coefficient that it has for everyone, its mark on a usual scale.
  private mutating func commun(_ evaluation: Evaluation, _ module: String) -> Evaluation {
    let somme = (module + evaluation.nom).utf8.reduce(0) { $0 + Int($1) }
    var entree = evaluation.entree
    if case .note(let note) = entree, ![20, 10, 40, 15, 7].contains(note.bareme) {
      entree = Note(quarts(0...80)).map(Entree.note) ?? entree
    } else if case .rattrapee = entree {
      entree = Note(quarts(0...80)).map(Entree.rattrapee) ?? entree
    }
    return Evaluation(nom: evaluation.nom, entree: entree, coefficient: Decimale(somme % 5))
  }
}
