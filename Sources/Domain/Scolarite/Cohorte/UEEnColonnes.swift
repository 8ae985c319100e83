/// A UE whose average is one weighted sum of columns.
struct UEEnColonnes: Sendable {
  let ue: UEDeProgramme
  /// The rank of its semester in the plan; `nil` for a UE of an earlier year.
  let semestre: Int?
  var rcue = 0
  /// The modules that count, by rank.
  let modules: [Int]
  /// What the points of a module weigh, when all its tests count.
  let poids: [Int64]
  /// The weight of a module, whatever counts of its tests.
  let poidsDuModule: [Int64]
  /// The average when all tests count is the sum over this.
  let denominateur: Int64
  /// The sum of the weights of the modules.
  let total: Int64
  /// A module that counts has no column: nobody can have the average.
  let sansNote: Bool
  /// Every module, even without weight, in the order of the curriculum.
  let tous: [Int]
  let credits: Int64

  /// `nil` when the sums do not fit.
  init?(
    _ ue: UEDeProgramme,
    _ modules: [ModuleEnColonnes],
    _ semestres: [NumeroSemestre],
    _ moteur: Moteur<SansPreuve>,
  ) {
    self.ue = ue
    semestre = semestres.firstIndex(of: ue.semestre)
    credits = ue.ects.millioniemes
    var rangs: [String: Int] = [:]
    for (rang, module) in modules.enumerated() where module.semestre == semestre {
      rangs[module.code] = rang
    }
    tous = ue.modules.compactMap { rangs[$0.code.canonique] }
    let comptes = ue.modules.filter { $0.coefficient > 0 }
    let siens = comptes.map { rangs[$0.code.canonique] }
    sansNote = siens.contains(nil) || comptes.isEmpty
    guard !sansNote else {
      self.modules = []
      self.poids = []
      poidsDuModule = []
      denominateur = 1
      total = 0
      return
    }
    guard let poids = moteur.poidsEntiers(comptes) else { return nil }
    self.modules = siens.compactMap(\.self)
    poidsDuModule = poids
    total = poids.reduce(0, +)
    let diviseurs = self.modules.map { max(modules[$0].poids, 1) }
    guard let commun = multipleCommun(diviseurs) else { return nil }
    self.poids = zip(poids, diviseurs).map { $0 * (commun / $1) }
    let (parts, deborde) = (Case.unite * commun).multipliedReportingOverflow(by: total)
    guard !deborde, parts < Plan.borne else { return nil }
    denominateur = parts
  }
}

extension Moteur {
  /// The weights of the modules of a UE as whole numbers: printed, or rebalanced between poles (A3).
  ///
  /// `nil` when they are too large.
  func poidsEntiers(_ modules: [ModuleDeProgramme]) -> [Int64]? {
    let simples = entiersProportionnels(modules.map(\.coefficient))
    guard simples.reduce(0, +) < 1 << 24 else { return nil }
    let sommes = Module.Nature.allCases.map { nature in
      zip(modules, simples).reduce(0) { $0 + ($1.0.nature == nature ? $1.1 : 0) }
    }
    guard let part = reglages.nombreOuRien(.partRessources), !sommes.contains(0) else {
      return simples
    }
    let parts = [part, 100 - part]
    var poids: [Decimale] = []
    for (module, simple) in zip(modules, simples) {
      let pole = module.nature == .ressource ? 0 : 1
      let produit = Fraction(Int(simple * sommes[1 - pole])) * parts[pole]
      guard produit.denominateur == 1 || 1_000_000 % produit.denominateur == 0,
        let millioniemes = Int64(exactly: (produit * 1_000_000).numerateur)
      else { return nil }
      poids.append(Decimale(millioniemes: millioniemes))
    }
    let entiers = entiersProportionnels(poids)
    return entiers.reduce(0, +) < 1 << 24 ? entiers : nil
  }
}
