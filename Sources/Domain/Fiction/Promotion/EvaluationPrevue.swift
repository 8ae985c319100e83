public import Scolarite

/// A test of a module, the same for every student.
public struct EvaluationPrevue: Hashable, Sendable {
  public let nom: String
  public let coefficient: Decimale
  public let bareme: Decimale
}

/// The marks that a test can give, from 0 to its scale, step by step.
struct Echelle: Sendable {
  let bareme: Int
  /// Made once, so that giving a mark is looking it up.
  private let entrees: [Entree]

  init(bareme: Int, pasParPoint: Int) {
    self.bareme = bareme
    entrees = (0...(bareme * pasParPoint)).map { rang in
      let valeur = Decimale(milliemes: 1000 * rang / pasParPoint)
      guard let note = Note(valeur, sur: Decimale(bareme)) else {
        preconditionFailure("a step of a scale is a mark on it")
      }
      return .note(note)
    }
  }

  /// The nearest mark to a number of hundredths on 20, brought within the scale.
  func entree(_ centiemes: Int) -> Entree {
    let borne = min(max(centiemes, 0), 2000)
    return entrees[(borne * (entrees.count - 1) + 1000) / 2000]
  }

  /// Every scale with every step that marks are given in: halves, quarters, points, tenths.
  static let toutes: [[Echelle]] = [20, 10, 15, 30, 40].map { bareme in
    [2, 4, 1, 10].map { Echelle(bareme: bareme, pasParPoint: $0) }
  }
}

extension Hasard {
  /// Four tests in five on 20, marked in halves or quarters of a point.
  mutating func echelle() -> Echelle {
    let baremes = Echelle.toutes[chance(surCent: 80) ? 0 : entier(1...4)]
    let sort = entier(1...100)
    return baremes[sort <= 50 ? 0 : (sort <= 85 ? 1 : (sort <= 95 ? 2 : 3))]
  }
}
