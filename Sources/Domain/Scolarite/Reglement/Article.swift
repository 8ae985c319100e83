/// The place in a text that a rule or a check applies.
public struct Article: Hashable, Sendable {
  /// The texts that Délibéré implements.
  public enum Texte: Hashable, Sendable {
    /// National programme of the BUT: arrêté of 27 May 2021, then of 15 April 2022, annexe 1.
    case arreteBUT
    /// The printed curriculum sheet itself.
    case feuilleDeMaquette
  }

  public let texte: Texte
  /// The number of the point as the text gives it: « 4.3 ».
  public let point: String

  /// A point of the national programme's annexe 1.
  public static func arreteBUT(_ point: String) -> Article {
    Article(texte: .arreteBUT, point: point)
  }

  /// A place in the printed sheet.
  public static func feuille(_ point: String) -> Article {
    Article(texte: .feuilleDeMaquette, point: point)
  }
}

extension Article: CustomStringConvertible {
  /// The reference as a reader cites it, in French.
  public var description: String {
    switch texte {
    case .arreteBUT: "arrêté BUT, annexe 1, point \(point)"
    case .feuilleDeMaquette: "feuille de maquette, \(point)"
    }
  }
}
