/// A search for a calendar: the problem compiled, and how to search.
///
/// One search is one thread; a second core searches with another seed. With the same seed and a
/// budget in proposals the result is the same on every machine.
public struct Recherche: Sendable {
  let modele: Modele
  public let probleme: ProblemeDExamens

  public init(_ probleme: ProblemeDExamens) {
    self.probleme = probleme
    modele = Modele(probleme)
  }

  /// When a search ends by itself.
  public enum Budget: Hashable, Sendable {
    /// So many moves proposed: the same result everywhere.
    case propositions(Int)
    /// So many nanoseconds of the clock given.
    case nanosecondes(Int)
  }

  /// How to search.
  public struct Reglages: Sendable {
    public var graine: UInt64
    public var budget: Budget
    /// First and last temperature; nil lets the search measure the problem.
    public var temperatures: (Double, Double)?
    public var melange: Melange?
    /// Nanoseconds between two accounts of the best calendar, for `Progres.bilan`; nil: none.
    public var pasDuBilan: Int?

    public init(graine: UInt64 = 1, budget: Budget) {
      self.graine = graine
      self.budget = budget
    }
  }

  /// What is known at some moment of a search.
  public struct Progres: Sendable {
    public let propositions: Int
    /// Nanoseconds since the search began, by its clock.
    public let duree: Int
    /// Cost of the calendar under search, and of the best one held.
    public let cout: Int
    public let meilleur: Int
    public let temperature: Double
    /// Moves of period accepted so far.
    public let acceptations: Int
    /// The last account of the best calendar: its components, and that it breaks nothing.
    public let bilan: Bilan?

    public var propositionsParSeconde: Int {
      duree > 0 ? Int(Double(propositions) / Double(duree) * 1e9) : 0
    }
  }
}
