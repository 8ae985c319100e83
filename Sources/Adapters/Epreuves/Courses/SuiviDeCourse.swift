public import Calendrier

/// Where a run stands at some moment.
public struct SuiviDeCourse: Sendable {
  /// One search of the run.
  public struct EtatDUneRecherche: Sendable {
    public let graine: UInt64
    /// `nil` until a calendar that breaks nothing was found.
    public let progres: Recherche.Progres?
    public let estFinie: Bool
  }

  public let recherches: [EtatDUneRecherche]
  /// Grows with each report of the first search.
  public let version: Int
  public let fin: FinDeCourse?

  /// Whether one search holds a calendar that breaks nothing.
  public var estFaisable: Bool { recherches.contains { $0.progres != nil } }

  /// The least cost held by a search.
  public var meilleur: Int? { recherches.compactMap { $0.progres?.meilleur }.min() }

  /// What the best of the calendars costs and breaks, as it was last recomputed.
  public var bilan: Bilan? {
    recherches.compactMap { $0.progres?.bilan }.min { $0.cout.total < $1.cout.total }
  }

  public var propositionsParSeconde: Int {
    recherches.compactMap { $0.progres?.propositionsParSeconde }.reduce(0, +)
  }

  public var secondes: Int {
    (recherches.compactMap { $0.progres?.duree }.max() ?? 0) / 1_000_000_000
  }
}

/// How a run ended.
public struct FinDeCourse: Sendable {
  /// The best result, that of the first seed where several are equal; or why there is none.
  public let issue: CourseDeRecherche.Issue
  /// The seed of that result.
  public let graine: UInt64
  /// What that calendar costs and breaks, recomputed; `nil` when there is none.
  public let bilan: Bilan?
  /// Whether someone asked for the end.
  public let arretee: Bool

  init(
    _ issues: [Int: CourseDeRecherche.Issue],
    _ probleme: ProblemeDExamens,
    _ demande: CourseDeRecherche.Demande,
    arretee: Bool,
  ) {
    let rangees = issues.sorted { $0.key < $1.key }
    let trouvees = rangees.compactMap { rang, issue in
      (try? issue.get()).map { (rang: rang, resultat: $0) }
    }
    self.arretee = arretee
    if let meilleure = trouvees.min(by: { $0.resultat.cout < $1.resultat.cout }) {
      issue = .success(meilleure.resultat)
      graine = demande.graine &+ UInt64(meilleure.rang)
      bilan = probleme.bilan(meilleure.resultat.calendrier)
    } else {
      issue = rangees[0].value
      graine = demande.graine
      bilan = nil
    }
  }
}
