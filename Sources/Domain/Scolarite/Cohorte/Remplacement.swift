/// A mark supposed in place of what a row holds, in some UE: a resit, or « and if? ».
struct Remplacement {
  /// What the mark is of, by rank.
  enum Objet {
    case module(Int)
    case ue(Int)
  }

  let objet: Objet
  /// The UE where it counts, as a mask.
  let ues: UInt64
  /// Those that keep the better of the two.
  let meilleures: UInt64
  /// In parts of a point.
  let valeur: Int64

  func compte(dans ue: Int) -> Bool { ues & 1 << UInt64(ue) != 0 }

  func gardeLaMeilleure(dans ue: Int) -> Bool { meilleures & 1 << UInt64(ue) != 0 }
}

extension LigneEnCours {
  /// The raw average of a UE under the marks supposed.
  mutating func brute(_ ue: Int) -> MoyenneEnColonnes.Issue {
    guard !remplacements.isEmpty else { return premiere(ue) }
    var avant: [(module: Int, points: Int64, poids: Int64)] = []
    for remplacement in remplacements where remplacement.compte(dans: ue) {
      guard case .module(let module) = remplacement.objet else { continue }
      avant.append((module, points[module], poids[module]))
      supposer(remplacement, module, ue)
    }
    var issue = premiere(ue)
    for ancien in avant.reversed() {
      points[ancien.module] = ancien.points
      poids[ancien.module] = ancien.poids
    }
    for remplacement in remplacements where remplacement.compte(dans: ue) {
      guard case .ue = remplacement.objet else { continue }
      issue = retenue(issue, remplacement, ue)
    }
    return issue
  }

  /// The raw average of session 1: given, or of the modules.
  private func premiere(_ ue: Int) -> MoyenneEnColonnes.Issue {
    guard let connue = connues.first(where: { $0.rang == ue }) else {
      return plan.ues[ue].brute(points, poids, plan.modules)
    }
    return .valeur(
      MoyenneEnColonnes(
        numerateur: connue.moyenne.numerateur,
        denominateur: connue.moyenne.denominateur,
      )
    )
  }

  private mutating func supposer(_ remplacement: Remplacement, _ module: Int, _ ue: Int) {
    let garde = remplacement.gardeLaMeilleure(dans: ue)
    if garde, poids[module] > 0, points[module] >= remplacement.valeur * poids[module] { return }
    poids[module] = max(plan.modules[module].poids, 1)
    points[module] = remplacement.valeur * poids[module]
  }

  private func retenue(
    _ premiere: MoyenneEnColonnes.Issue,
    _ remplacement: Remplacement,
    _ ue: Int,
  ) -> MoyenneEnColonnes.Issue {
    let seconde = MoyenneEnColonnes(
      numerateur: remplacement.valeur,
      denominateur: Case.unite,
    )
    guard remplacement.gardeLaMeilleure(dans: ue), case .valeur(let moyenne) = premiere else {
      return .valeur(seconde)
    }
    return .valeur(moyenne.estSous(seconde) ? seconde : moyenne)
  }
}

extension MoyenneEnColonnes {
  fileprivate func estSous(_ autre: MoyenneEnColonnes) -> Bool {
    Int128(numerateur) * Int128(autre.denominateur)
      < Int128(autre.numerateur) * Int128(denominateur)
  }
}
