public import Scolarite
public import Spreadsheets

/// How a student is addressed.
public enum Civilite: String, CaseIterable, Hashable, Sendable {
  case madame
  case monsieur
  case neutre
}

/// A student, as a list gives one; what the list does not say is `nil`.
public struct LigneDEtudiant: Hashable, Sendable {
  /// The sheet, and the row counted from 0.
  public let feuille: String
  public let rang: Int
  private let colonnes: [ChampDEtudiant: Int]

  /// Eleven letters and digits, in upper case.
  public internal(set) var ine: String?
  /// The number of the establishment, on the card.
  public internal(set) var nip: String?
  public internal(set) var nom = ""
  public internal(set) var nomDUsage: String?
  public internal(set) var prenom = ""
  public internal(set) var prenomDUsage: String?
  public internal(set) var civilite: Civilite?
  public internal(set) var naissance: Jour?
  public internal(set) var courriel: String?
  public internal(set) var telephone: String?
  public internal(set) var statut: Statut?
  public internal(set) var groupeTD: String?
  public internal(set) var groupeTP: String?
  /// A group that is not said to be of TD or of TP.
  public internal(set) var groupe: String?
  public internal(set) var parcours: String?
  public internal(set) var typeDeBac: String?
  public internal(set) var boursier: Bool?

  init(feuille: String, rang: Int, colonnes: [ChampDEtudiant: Int]) {
    self.feuille = feuille
    self.rang = rang
    self.colonnes = colonnes
  }

  /// Where a field of the student stands; the start of the row for a field without column.
  public func place(_ champ: ChampDEtudiant) -> CellPlace {
    CellPlace(sheet: feuille, cell: CellReference(row: rang, column: colonnes[champ] ?? 0))
  }
}
