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
  /// How people call it; nil: P1, P2… in their order.
  public let code: String?

  public init(date: String, debut: Int, duree: Int, penalite: Int = 0, code: String? = nil) {
    self.date = date
    self.debut = debut
    self.duree = duree
    self.penalite = penalite
    self.code = code
  }

  /// The day as French people write it, where it was written 2026-06-02.
  public var jour: String {
    let morceaux = date.split(separator: "-", omittingEmptySubsequences: false)
    guard morceaux.map(\.utf8.count) == [4, 2, 2],
      morceaux.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return date }
    return morceaux.reversed().joined(separator: "/")
  }

  /// What the period of a rank is called when nobody has named it.
  public static func codeParDefaut(_ rang: Int) -> String { "P\(rang + 1)" }

  /// Hours, minutes and seconds, as 09:30:00.
  public var heure: String {
    [debut / 3600, debut / 60 % 60, debut % 60].map(Self.deuxChiffres).joined(separator: ":")
  }

  private static func deuxChiffres(_ nombre: Int) -> String {
    nombre < 10 ? "0\(nombre)" : "\(nombre)"
  }
}
