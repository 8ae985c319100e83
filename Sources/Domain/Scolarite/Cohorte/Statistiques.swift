/// How a promotion did in a UE or an RCUE.
///
/// Averages obtained in the year only: those kept from an earlier year are left out.
public struct Statistiques: Sendable {
  /// The number of averages.
  public let effectif: Int
  /// `nil` where there is no average, as for the values below.
  public let moyenne: Fraction?
  public let minimum: Fraction?
  /// The smallest average such that a quarter, or three, of all are at or under it.
  public let premierQuartile: Fraction?
  public let mediane: Fraction?
  public let troisiemeQuartile: Fraction?
  public let maximum: Fraction?
  /// How many averages lie in each of the twenty points: [0, 1[, … [19, 20].
  public let histogramme: [Int]
  /// How many students have each code, the most frequent first.
  public let mentions: [(mention: String, nombre: Int)]
  public let acquises: Int
  public let incompletes: Int
  public let capitalisees: Int

  /// The statistics of some averages, with the codes that go with them.
  init(
    _ moyennes: [Fraction],
    mentions: [String],
    acquises: Int,
    incompletes: Int,
    capitalisees: Int,
  ) {
    let triees = moyennes.sorted()
    effectif = triees.count
    moyenne = Self.moyenne(triees)
    minimum = triees.first
    maximum = triees.last
    premierQuartile = Self.rang(triees, quarts: 1)
    troisiemeQuartile = Self.rang(triees, quarts: 3)
    mediane = Self.mediane(triees)
    var histogramme = Array(repeating: 0, count: 20)
    for moyenne in triees {
      histogramme[min(19, Int(moyenne.partieEntiere.numerateur))] += 1
    }
    self.histogramme = histogramme
    let comptes = Dictionary(mentions.map { ($0, 1) }, uniquingKeysWith: +)
    self.mentions = comptes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (mention: $0.key, nombre: $0.value) }
    self.acquises = acquises
    self.incompletes = incompletes
    self.capitalisees = capitalisees
  }

  /// The mean; of many unlike denominators, each value is first rounded to a millionth.
  private static func moyenne(_ valeurs: [Fraction]) -> Fraction? {
    let nombre = Fraction(valeurs.count)
    let exacte = valeurs.reduce(.zero, +)
    guard !exacte.estDefinie else { return exacte.divise(par: nombre) }
    return valeurs.map { $0.arrondie(decimales: 6) }.reduce(.zero, +).divise(par: nombre)
  }

  private static func rang(_ triees: [Fraction], quarts: Int) -> Fraction? {
    guard !triees.isEmpty else { return nil }
    return triees[(quarts * triees.count + 3) / 4 - 1]
  }

  private static func mediane(_ triees: [Fraction]) -> Fraction? {
    guard let milieu = rang(triees, quarts: 2) else { return nil }
    guard triees.count % 2 == 0 else { return milieu }
    return (milieu + triees[triees.count / 2]).divise(par: 2)
  }
}

extension Propositions {
  /// The statistics of each UE of the curriculum, in its order.
  public var statistiquesDesUE: [(ue: CodeUE, statistiques: Statistiques)] {
    let proposees = (0..<cohorte.effectif).map { self[$0].ues }
    return cohorte.programme.ues.map { ue in
      let siennes = proposees.compactMap { $0.first { $0.code == ue.code } }
      let deLAnnee = siennes.filter { !$0.moyenneAnterieure }
      let statistiques = Statistiques(
        deLAnnee.compactMap(\.moyenne),
        mentions: siennes.map(\.mention),
        acquises: siennes.count(where: \.acquise),
        incompletes: siennes.count(where: \.incomplete),
        capitalisees: siennes.count(where: \.capitalisee),
      )
      return (ue: ue.code, statistiques: statistiques)
    }
  }
}
