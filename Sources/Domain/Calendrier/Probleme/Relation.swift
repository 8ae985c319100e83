/// A condition between the periods of two exams, named by their ranks.
public enum Relation: Hashable, Sendable {
  /// The same period.
  case coincidence(Int, Int)
  /// Different periods.
  case exclusion(Int, Int)
  /// The first strictly after the second.
  case apres(Int, Int)

  /// Both exams, in the order in which they are written.
  public var epreuves: (Int, Int) {
    switch self {
    case .coincidence(let a, let b), .exclusion(let a, let b), .apres(let a, let b): (a, b)
    }
  }
}
