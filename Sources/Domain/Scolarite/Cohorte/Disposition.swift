/// The tests of a promotion: a column each, the same for every student.
public struct Disposition: Sendable {
  /// One test of one module.
  public struct Colonne: Hashable, Sendable {
    public let semestre: NumeroSemestre
    /// The canonical code.
    public let module: String
    public let evaluation: String
    public let coefficient: Decimale

    public init(
      semestre: NumeroSemestre,
      module: String,
      evaluation: String,
      coefficient: Decimale,
    ) {
      self.semestre = semestre
      self.module = module
      self.evaluation = evaluation
      self.coefficient = coefficient
    }
  }

  /// Those of one module stand side by side.
  public let colonnes: [Colonne]
  /// Where the columns of a module stand.
  let modules: [Cle: Range<Int>]

  struct Cle: Hashable, Sendable {
    let semestre: NumeroSemestre
    let module: String
  }

  /// - Parameter colonnes: in any order; one written twice counts once.
  public init(_ colonnes: some Sequence<Colonne>) {
    var parModule: [Cle: [Colonne]] = [:]
    var ordre: [Cle] = []
    for colonne in colonnes {
      let cle = Cle(semestre: colonne.semestre, module: colonne.module)
      if parModule[cle] == nil { ordre.append(cle) }
      guard parModule[cle]?.contains(colonne) != true else { continue }
      parModule[cle, default: []].append(colonne)
    }
    var rangees: [Colonne] = []
    var modules: [Cle: Range<Int>] = [:]
    for cle in ordre.sorted(by: { $0.semestre < $1.semestre }) {
      let siennes = parModule[cle] ?? []
      modules[cle] = rangees.count..<(rangees.count + siennes.count)
      rangees += siennes
    }
    self.colonnes = rangees
    self.modules = modules
  }

  /// The tests met in the last year of the dossiers.
  ///
  /// A student whose test of that name has another coefficient than the first one met stays out of
  /// the columns.
  public init(_ dossiers: some Sequence<Dossier>) {
    var colonnes: [Cle: [Colonne]] = [:]
    for semestre in dossiers.lazy.compactMap(\.annees.last).flatMap(\.semestres) {
      for (module, evaluations) in semestre.notes {
        let cle = Cle(semestre: semestre.numero, module: module)
        let connues = colonnes[cle] ?? []
        let nouvelles = evaluations.filter { evaluation in
          !connues.contains { $0.evaluation == evaluation.nom }
        }
        guard !nouvelles.isEmpty else { continue }
        colonnes[cle] =
          connues
          + nouvelles.map { evaluation in
            Colonne(
              semestre: semestre.numero,
              module: module,
              evaluation: evaluation.nom,
              coefficient: evaluation.coefficient,
            )
          }
      }
    }
    self.init(colonnes.sorted { $0.key.module < $1.key.module }.flatMap(\.value))
  }
}
