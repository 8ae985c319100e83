public import Scolarite
public import Spreadsheets

/// The marks of a sheet that has a row for each student and a column for each evaluation.
public struct NotesLues: Hashable, Sendable {
  /// A column of marks: « R101 — DS1 (sur 15) ».
  public struct Colonne: Hashable, Sendable {
    public let place: CellPlace
    /// The title as written.
    public let intitule: String
    /// What stands before the dash or the slash; `nil` when there is none.
    public let module: String?
    public let evaluation: String
    /// 20 unless the title says otherwise.
    public let bareme: Decimale
  }

  /// A student by what the sheet gives, and the entries of the row.
  public struct Ligne: Hashable, Sendable {
    public let place: CellPlace
    /// The hidden identity of a sheet of marks that the program made.
    public let identite: String?
    public let ine: String?
    public let nip: String?
    public let nom: String?
    public let prenom: String?
    /// Only the cells that hold something.
    public let entrees: [Valeur]
  }

  /// An entry, and the rank of its column.
  public struct Valeur: Hashable, Sendable {
    public let colonne: Int
    public let entree: Entree
    public let place: CellPlace
  }

  public let colonnes: [Colonne]
  public let lignes: [Ligne]
  /// The columns that are not marks.
  public let ignorees: [ColonneIgnoree]
}
