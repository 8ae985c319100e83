internal import Scolarite

/// The modules of the year, found by any writing of their code.
struct ModulesDeCohorte {
  /// A module and where the curriculum has it.
  struct Module {
    let code: CodeModule
    let semestres: [NumeroSemestre]

    /// The one semester followed that has the module; `nil` for none or several.
    func semestre(parmi suivis: [NumeroSemestre]) -> NumeroSemestre? {
      var trouve: NumeroSemestre?
      for semestre in semestres where suivis.contains(semestre) {
        guard trouve == nil else { return nil }
        trouve = semestre
      }
      return trouve
    }
  }

  private let modules: [Module]
  private let rangs: [String: Int]
  /// The writings met so far.
  private var connus: [String: Int?] = [:]

  init(_ programme: Programme, _ semestres: [NumeroSemestre]) {
    var codes: [String: CodeModule] = [:]
    var presences: [String: Set<NumeroSemestre>] = [:]
    var ordre: [String] = []
    for ue in programme.ues where semestres.contains(ue.semestre) {
      for module in ue.modules {
        let canonique = module.code.canonique
        if codes.updateValue(codes[canonique] ?? module.code, forKey: canonique) == nil {
          ordre.append(canonique)
        }
        presences[canonique, default: []].insert(ue.semestre)
      }
    }
    modules = ordre.compactMap { canonique in
      codes[canonique].map { Module(code: $0, semestres: presences[canonique]?.sorted() ?? []) }
    }
    rangs = Dictionary(
      modules.enumerated().map { ($1.code.canonique, $0) },
      uniquingKeysWith: { premier, _ in premier },
    )
  }

  subscript(rang: Int) -> Module { modules[rang] }

  /// The codes as the curriculum prints them.
  var codes: [String] { modules.map(\.code.imprime) }

  /// The rank of the module of a code, however it is written.
  mutating func rang(_ texte: String) -> Int? {
    if let connu = connus[texte] { return connu }
    let rang = CodeModule(texte).flatMap { rangs[$0.canonique] }
    // Faulty files could hold any number of writings.
    if connus.count < 4096 { connus[texte] = .some(rang) }
    return rang
  }
}
