/// A room with seats for exams.
public struct Salle: Hashable, Sendable {
  public let nom: String
  public let capacite: Int
  /// Paid once for each exam placed here.
  public let penalite: Int
  /// Ranks of the periods when it is taken by something else.
  public let indisponible: [Int]

  public init(nom: String, capacite: Int, penalite: Int = 0, indisponible: [Int] = []) {
    self.nom = nom
    self.capacite = capacite
    self.penalite = penalite
    self.indisponible = indisponible
  }
}
