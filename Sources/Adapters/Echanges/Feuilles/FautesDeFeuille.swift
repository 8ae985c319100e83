public import Scolarite
public import Spreadsheets

/// Everything that keeps the content of a workbook from being taken over.
public struct FautesDeFeuille: Error, Hashable, Sendable {
  /// The most faults that an error names.
  public static let nombreMaximal = 100

  public let fichier: String
  /// The first faults, in the order of reading; never none.
  public let fautes: [FauteDeFeuille]
  /// How many more there are.
  public let autres: Int
}

/// One thing wrong in a sheet.
public struct FauteDeFeuille: Hashable, Sendable {
  /// What is wrong, as data.
  public enum Nature: Hashable, Sendable {
    /// No row of the workbook is the heading that is looked for.
    case sansEntete(attendu: String)
    case colonneManquante(String)
    /// Two columns for the same thing.
    case colonneDouble(autre: CellPlace)
    case evaluationSansNom
    case valeur(attendu: String)
    case celluleVide(attendu: String)
    /// A value that must differ from row to row.
    case doublon(de: String, autre: CellPlace)
    case erreurDeFormule
    /// The spreadsheet program made a day of what was likely typed with a point or a slash.
    case devenueDate(saisie: String)
    case horsBareme(Decimale)
    /// More decimals than a mark can keep.
    case tropDeDecimales
    case feuilleNonReconnue
    case plusieursFeuilles(autre: CellPlace)
    case autreEvaluation(attendue: String)
    case identiteInconnue
    case ligneSansIdentite
  }

  public let nature: Nature
  /// `nil` when no place can be named.
  public let place: CellPlace?
  /// What the cell shows, cut short.
  public let lu: String

  private static let longueurMontree = 60

  init(_ nature: Nature, _ place: CellPlace?, lu: String = "") {
    self.nature = nature
    self.place = place
    let coupe = lu.count > Self.longueurMontree
    self.lu = coupe ? lu.prefix(Self.longueurMontree) + "…" : lu
  }
}

/// The faults met so far: the first ones, and the number of the others.
struct FautesEnCours {
  private var premieres: [FauteDeFeuille] = []
  private var autres = 0

  mutating func add(_ nature: FauteDeFeuille.Nature, _ place: CellPlace?, lu: Cell = .empty) {
    guard premieres.count < FautesDeFeuille.nombreMaximal else {
      autres += 1
      return
    }
    premieres.append(FauteDeFeuille(nature, place, lu: lu.displayed))
  }

  /// Throws what was met, if anything was.
  func verifier(_ fichier: String) throws(FautesDeFeuille) {
    guard premieres.isEmpty else {
      throw FautesDeFeuille(fichier: fichier, fautes: premieres, autres: autres)
    }
  }
}
