internal import Glibc

/// When each student of a rush reads the page and answers, from its beginning.
///
/// Of the ten minutes before the limit, each two have twice as many answers as the two before.
struct PlanDInscriptions {
  /// What somebody does.
  enum Geste: Equatable {
    case sInscrire
    case renoncer
    /// Reads the page and says nothing.
    case seTaire
  }

  struct Ligne {
    let geste: Geste
    let lecture: Duration
    /// When the answer is sent; `nil` for none.
    let envoi: Duration?
    /// Whether the button is pressed twice.
    let estDouble: Bool
  }

  /// One line for each student, in their order.
  let lignes: [Ligne]
  /// From the beginning to the limit.
  let avantLaLimite: Duration
  /// From the beginning to the last two of the ten minutes, when half of the answers come.
  let pointe: Duration

  private static let minutes = 10
  private static let doublements = 5.0
  /// How long the answers go on that come too late, whatever the pace.
  private static let retard = 8.0

  /// - Parameters:
  ///   - effectif: how many students there are.
  ///   - acceleration: how many times faster than ten minutes everything goes.
  init(_ effectif: Int, acceleration: Int) {
    let allure = Double(acceleration)
    let duree = 60 * Double(Self.minutes) / allure
    let elan = 60 / allure
    let (tardifs, muets) = (effectif / 25, effectif / 25)
    let aTemps = effectif - tardifs - muets
    avantLaLimite = .seconds(elan + duree)
    pointe = .seconds(elan + duree * (1 - 1 / Self.doublements))
    lignes = (0..<effectif).map { etudiant in
      // Promotions are mixed: 7 919 has no divisor in common with such a number.
      let rang = etudiant * 7_919 % effectif
      let lu = (10 + Double(rang % 40)) / allure
      func ligne(_ geste: Geste, _ envoi: Double, dit: Bool = true) -> Ligne {
        Ligne(
          geste: geste,
          lecture: .seconds(elan + max(envoi - lu, -elan)),
          envoi: dit ? .seconds(elan + envoi) : nil,
          estDouble: dit && rang % 40 == 7,
        )
      }
      if rang < aTemps {
        let part = (Double(rang) + 0.5) / Double(aTemps)
        let moment = duree / Self.doublements * log2(1 + part * (exp2(Self.doublements) - 1))
        return ligne(rang % 25 == 3 ? .renoncer : .sInscrire, moment)
      }
      if rang < aTemps + tardifs {
        let part = (Double(rang - aTemps) + 0.5) / Double(tardifs)
        return ligne(.sInscrire, duree + Self.retard * part * part)
      }
      let part = (Double(rang - aTemps - tardifs) + 0.5) / Double(muets)
      return ligne(.seTaire, duree * part, dit: false)
    }
  }
}
