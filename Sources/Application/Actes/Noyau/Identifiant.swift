/// The number of a thing in the register of one establishment; numbers of two kinds do not mix.
public struct Identifiant<De>: Hashable, Comparable, Sendable {
  /// At least 1.
  public let valeur: Int64

  public init?(_ valeur: Int64) {
    guard valeur >= 1 else { return nil }
    self.valeur = valeur
  }

  public static func < (gauche: Self, droite: Self) -> Bool { gauche.valeur < droite.valeur }
}

extension Identifiant: CustomStringConvertible {
  public var description: String { String(valeur) }
}
