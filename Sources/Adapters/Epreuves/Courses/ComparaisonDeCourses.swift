internal import Calendrier

/// Two finished runs, component by component.
public struct ComparaisonDeCourses: Hashable, Sendable {
  /// One component of the cost in both.
  public struct Ligne: Hashable, Sendable {
    public let nom: String
    public let premiere: Int
    public let seconde: Int

    /// Negative when the second is better.
    public var difference: Int { seconde - premiere }
  }

  /// Components that cost something in one of them, in the order of `Cout`.
  public let lignes: [Ligne]
  public let total: Ligne
  /// How many conditions each breaks.
  public let violations: Ligne
  /// Ranks of the exams that are not in the same period in both.
  public let deplacees: [Int]

  /// `nil` when the problems differ, or one of the runs has no calendar yet.
  public init?(_ premiere: CourseDeRecherche, _ seconde: CourseDeRecherche) {
    guard premiere.probleme == seconde.probleme, let a = premiere.suivi.fin,
      let b = seconde.suivi.fin, let avant = a.bilan, let apres = b.bilan,
      let ancien = try? a.issue.get().calendrier, let nouveau = try? b.issue.get().calendrier
    else { return nil }
    lignes = zip(avant.cout.composantes, apres.cout.composantes).compactMap { un, autre in
      un.valeur == 0 && autre.valeur == 0
        ? nil : Ligne(nom: un.nom, premiere: un.valeur, seconde: autre.valeur)
    }
    total = Ligne(nom: "total", premiere: avant.cout.total, seconde: apres.cout.total)
    violations = Ligne(
      nom: "règles enfreintes",
      premiere: avant.violations.count,
      seconde: apres.violations.count,
    )
    let (anciennes, nouvelles) = (ancien.periodesParEpreuve, nouveau.periodesParEpreuve)
    deplacees = premiere.probleme.epreuves.indices.filter { anciennes[$0] != nouvelles[$0] }
  }
}

extension CalendrierDExamens {
  /// For each exam, the periods of its parts, in order.
  fileprivate var periodesParEpreuve: [Int: [Int]] {
    Dictionary(grouping: placements, by: \.epreuve).mapValues { $0.map(\.periode).sorted() }
  }
}
