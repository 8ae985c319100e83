/// A mark that can still change something: a module or a UE that would be sat again.
public struct Epreuve: Hashable, Sendable {
  public let sujet: Hypothese.SujetDeSession2
  /// The UE in which the mark would count.
  public let ues: [CodeUE]
  /// The value that it would take the place of; `nil` where none is known.
  public let actuelle: Fraction?
  /// What a point of the mark is worth in the raw average of each of these UE, in their order.
  let parts: [Fraction]

  /// « R103 », « UE12 ».
  public var nom: String {
    switch sujet {
    case .ue(let code): code.texte
    case .module(let code): code.imprime
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
