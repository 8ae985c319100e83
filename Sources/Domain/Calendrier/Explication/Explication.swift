/// Why a calendar is as it is, and what could be otherwise.
public struct Explication: Sendable {
  public let probleme: ProblemeDExamens
  public let calendrier: CalendrierDExamens
  let modele: Modele

  public init(_ recherche: Recherche, _ calendrier: CalendrierDExamens) {
    probleme = recherche.probleme
    modele = recherche.modele
    self.calendrier = calendrier
  }

  /// One exam in another period: what would change.
  public struct Alternative: Hashable, Sendable {
    public let periode: Int
    /// By how much the total cost would change; nil when something forbids it.
    public let variation: Int?
    /// Ranks of the exams that forbid it, in order.
    public let obstacles: [Int]
    public let empechement: Empechement?
  }

  /// What forbids a period to an exam.
  public enum Empechement: Hashable, Sendable {
    /// Its length, its own restrictions, people who cannot come.
    case periode
    case epreuves
    case salles
  }

  /// All other periods for an exam (and what is tied to it), the cheapest first, then the forbidden.
  public func alternatives(a epreuve: Int) -> [Alternative] {
    guard let m = modele.parties.firstIndex(where: { $0.epreuve == epreuve }) else { return [] }
    let g = modele.groupe[m]
    var etat = etatActuel()
    guard etat.periode[g] >= 0 else { return [] }
    let actuelle = Int(etat.periode[g])
    let avant = etat.cout
    etat.enlever(g)
    var resultat: [Alternative] = []
    for p in 0..<modele.periodes where p != actuelle {
      resultat.append(alternative(&etat, g, p, avant))
    }
    return resultat.sorted {
      ($0.variation ?? .max, $0.obstacles.count, $0.periode)
        < ($1.variation ?? .max, $1.obstacles.count, $1.periode)
    }
  }

  private func alternative(_ etat: inout Etat, _ g: Int, _ p: Int, _ avant: Int) -> Alternative {
    if modele.interdit[g * modele.pas + p] {
      return Alternative(periode: p, variation: nil, obstacles: [], empechement: .periode)
    }
    if !etat.legal(g, p) {
      let obstacles = etat.obstacles(g, p).flatMap { h in
        modele.membres[h].map { modele.parties[$0].epreuve }
      }
      return Alternative(
        periode: p,
        variation: nil,
        obstacles: Array(Set(obstacles)).sorted(),
        empechement: .epreuves,
      )
    }
    guard etat.placer(g, p) else {
      return Alternative(periode: p, variation: nil, obstacles: [], empechement: .salles)
    }
    let variation = etat.cout - avant
    etat.enlever(g)
    return Alternative(periode: p, variation: variation, obstacles: [], empechement: nil)
  }

  /// The calendar placed in the tables of a search; what does not hold stays out.
  func etatActuel() -> Etat {
    var etat = Etat(modele, graine: 1)
    let (periodes, salles) = modele.places(calendrier)
    etat.reprendre(periodes: periodes, salles: salles)
    return etat
  }
}

extension Etat {
  /// The neighbours that forbid a period to a group.
  func obstacles(_ g: Int, _ p: Int) -> [Int] {
    (Int(debut[g])..<Int(debut[g + 1])).filter { i in
      let q = Int(periode[Int(voisin[i])])
      return q >= 0 && interdits[Int(classe[i]) * pas * pas + p * pas + q] != 0
    }.map { Int(voisin[$0]) }
  }
}
