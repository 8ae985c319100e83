/// What a field takes, with what it holds already.
public enum Saisie: Sendable {
  case texte(String = "")
  /// Figures with a comma, which the server reads; no arrows, no wheel.
  case nombre(String = "")
  case entier(String = "")
  /// « 2026-11-03 ».
  case date(String = "")
  case courriel(String = "")
  case recherche(String = "")
  case texteLong(String = "", lignes: Int = 4)
  /// A list, in which `nil` is « nothing chosen yet ».
  case choix([Choix], choisi: String? = nil)
  /// One of a few, all seen at once.
  case parmi([Choix], choisi: String? = nil)
  case coche(Bool = false)
  /// Media types or extensions, « .xlsx,.ods,.csv ».
  case fichier(accepte: String)
  case motDePasse(estNouveau: Bool = false)
}

/// One thing that may be chosen.
public struct Choix: Hashable, Sendable {
  let valeur: String
  let libelle: String
  let aide: String?

  public init(_ valeur: String, _ libelle: String, aide: String? = nil) {
    self.valeur = valeur
    self.libelle = libelle
    self.aide = aide
  }
}
