/// The place in a text that a rule or a check applies.
public struct Article: Hashable, Sendable {
  /// The texts that Délibéré implements.
  public enum Texte: Hashable, Sendable {
    /// National programme of the BUT: arrêté of 27 May 2021, then of 15 April 2022, annexe 1.
    case arreteBUT
    /// Règlement des études of the IUT de La Roche-sur-Yon, 2025/2026.
    case reglementDesEtudes
    /// Session-2 procedure of a BUT Informatique.
    case procedureSession2
    /// Décret 2021-417 amended by décret 2021-786, on the BTS of 2021.
    case decretBTS
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

  /// An article of the règlement des études.
  public static func reglement(_ article: String) -> Article {
    Article(texte: .reglementDesEtudes, point: article)
  }

  /// A paragraph of the session-2 procedure.
  public static func session2(_ paragraphe: String) -> Article {
    Article(texte: .procedureSession2, point: paragraphe)
  }

  /// An article of the décret on the BTS of 2021.
  public static func bts(_ article: String) -> Article {
    Article(texte: .decretBTS, point: article)
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
    case .reglementDesEtudes: "règlement des études, article \(point)"
    case .procedureSession2: "procédure de session 2, paragraphe \(point)"
    case .decretBTS: "décret 2021-417 modifié, article \(point)"
    case .feuilleDeMaquette: "feuille de maquette, \(point)"
    }
  }
}
