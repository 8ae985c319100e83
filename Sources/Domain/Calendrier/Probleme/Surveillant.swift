/// Someone who supervises or examines.
public struct Surveillant: Hashable, Sendable {
  public let nom: String
  /// Ranks of the periods when they cannot come.
  public let indisponible: [Int]

  public init(nom: String, indisponible: [Int] = []) {
    self.nom = nom
    self.indisponible = indisponible
  }
}
