internal import Text

/// French typography of texts that the program writes.
public enum Typographie {
  /// The sentence with no-break spaces before « : ; ! ? % » and inside « … ».
  public static func phrase(_ texte: String) -> String { frenchSpacing(texte) }

  /// « 3 novembre 2026 », « 1er mars 2027 », kept on one line; `nil` for a month that is none.
  public static func date(jour: Int, mois: Int, annee: Int) -> String? {
    guard nomsDesMois.indices.contains(mois - 1) else { return nil }
    return "\(jour == 1 ? "1er" : String(jour))\u{A0}\(nomsDesMois[mois - 1])\u{A0}\(annee)"
  }

  /// « 14 h 05 », « 8 h ».
  public static func heure(_ heure: Int, _ minute: Int = 0) -> String {
    guard minute > 0 else { return "\(heure)\u{A0}h" }
    return "\(heure)\u{A0}h\u{A0}\(minute < 10 ? "0" : "")\(minute)"
  }

  private static let nomsDesMois = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]
}

/// The sentence, spaced.
func phrase(_ texte: String) -> String { Typographie.phrase(texte) }
