/// A span of time in which exams may sit.
public struct Periode: Hashable, Sendable {
  /// The day as it is written; consecutive periods with the same text are of one day.
  public let date: String
  /// Seconds since midnight.
  public let debut: Int
  /// Minutes.
  public let duree: Int
  /// Paid once for each exam placed here.
  public let penalite: Int

  public init(date: String, debut: Int, duree: Int, penalite: Int = 0) {
    self.date = date
    self.debut = debut
    self.duree = duree
    self.penalite = penalite
  }

  /// Hours, minutes and seconds, as 09:30:00.
  public var heure: String {
    [debut / 3600, debut / 60 % 60, debut % 60].map(Self.deuxChiffres).joined(separator: ":")
  }

  private static func deuxChiffres(_ nombre: Int) -> String {
    nombre < 10 ? "0\(nombre)" : "\(nombre)"
  }
}
