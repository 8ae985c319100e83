/// A mark that can still change something: a module or a UE that would be sat again.
public struct Epreuve: Hashable, Sendable {
  public let sujet: Hypothese.SujetDeSession2
  /// The modules to which the mark goes; empty where it goes to what `sujet` names.
  public let modules: [CodeModule]
  /// The UE in which who sits it is enrolled.
  public let ues: [CodeUE]
  /// The value that it would take the place of; `nil` where none is known, or one lacks.
  public let actuelle: Fraction?
  /// What the mark may move: more than `ues` where a module is shared with a UE sat too.
  let effets: [Effet]
  /// The lowest mark of which it takes the place; 0 where one lacks.
  let plancher: Fraction

  /// What a test does at most to a UE.
  struct Effet: Hashable, Sendable {
    let ue: CodeUE
    /// What a point of the mark is worth in the raw average.
    let part: Fraction
    /// What the marks that it takes the place of bring now.
    let points: Fraction
  }

  /// A test of a module, or of the average of a UE.
  ///
  /// - Parameters:
  ///   - sujet: the module, or the UE.
  ///   - ues: the UE in which the mark counts.
  ///   - actuelle: the value that it would take the place of.
  ///   - parts: what a point is worth in the raw average of each of the UE, in their order.
  init(
    sujet: Hypothese.SujetDeSession2,
    ues: [CodeUE],
    actuelle: Fraction?,
    parts: [Fraction],
  ) {
    self.sujet = sujet
    self.ues = ues
    self.actuelle = actuelle
    modules = []
    plancher = actuelle ?? 0
    effets = zip(ues, parts).map { ue, part in
      Effet(ue: ue, part: part, points: (actuelle ?? 0) * part)
    }
  }

  /// A test of a UE whose mark goes to some of its modules.
  ///
  /// - Parameters:
  ///   - ue: the UE.
  ///   - modules: each with its average, `nil` where none is known.
  ///   - effets: what it does to the UE open to the student, its own first.
  init(ue: CodeUE, modules: [(code: CodeModule, moyenne: Fraction?)], effets: [Effet]) {
    sujet = .ue(ue)
    ues = [ue]
    self.modules = modules.map(\.code)
    self.effets = effets
    let connues = modules.compactMap(\.moyenne)
    let sienne = effets.first { $0.ue == ue }
    let estEntiere = connues.count == modules.count
    plancher = estEntiere ? connues.min() ?? 0 : 0
    actuelle = estEntiere ? sienne.flatMap { $0.points.divise(par: $0.part) } : nil
  }

  /// « R103 », « UE12 », « UE12 (R103, R104) ».
  public var nom: String {
    let precision =
      modules.isEmpty ? "" : " (\(modules.map(\.imprime).joined(separator: ", ")))"
    switch sujet {
    case .ue(let code): return code.texte + precision
    case .module(let code): return code.imprime
    }
  }
}

extension Moteur {
  /// What a point of each module is worth in the raw average of a UE, by canonical code.
  func parts(_ ue: UEDeProgramme) -> [String: Fraction] {
    let comptes = ue.modules.filter { $0.coefficient > 0 }
    let poles = Module.Nature.allCases.map { nature in
      Fraction(comptes.filter { $0.nature == nature }.map(\.coefficient).somme())
    }
    let part = poles.contains(0) ? nil : reglages.nombreOuRien(.partRessources)
    let total = poles.reduce(.zero, +)
    return Dictionary(
      comptes.map { module in
        let coefficient = Fraction(module.coefficient)
        let rang = module.nature == .ressource ? 0 : 1
        let valeur =
          part.map { part in
            coefficient.divise(par: poles[rang]).map {
              $0 * (rang == 0 ? part : 100 - part) * Self.centieme
            }
          } ?? coefficient.divise(par: total)
        return (module.code.canonique, valeur ?? 0)
      },
      uniquingKeysWith: +,
    )
  }

  private static var centieme: Fraction { Fraction(Decimale(millioniemes: 10_000)) }
}
