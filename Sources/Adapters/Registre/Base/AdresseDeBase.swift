/// Where a base is: a file, or a PostgreSQL server.
public enum AdresseDeBase: Hashable, Sendable {
  /// The path of a file.
  case sqlite(String)
  /// What libpq takes: « postgresql://… ».
  case postgresql(String)

  /// Reads « sqlite:/chemin », « postgresql://… », or the path of a file.
  public init?(_ texte: String) {
    if texte.hasPrefix("postgresql://") || texte.hasPrefix("postgres://") {
      self = .postgresql(texte)
      return
    }
    let chemin = texte.hasPrefix("sqlite:") ? String(texte.dropFirst(7)) : texte
    guard !chemin.isEmpty, !chemin.contains("://") else { return nil }
    self = .sqlite(chemin)
  }
}
