/// Why sheets cannot be written.
public enum SpreadsheetWriteError: Error, Hashable, Sendable {
  /// What the library says, in English, and the sheet it was writing.
  case library(String, sheet: String?)
  /// A text longer than a cell may hold.
  case longText(CellPlace)
  /// Two sheets whose names differ by case at most.
  case sameName(String)
  case temporaryFile(errno: Int32)
}

extension SpreadsheetWriteError: CustomStringConvertible {
  /// The fault in French and what to do about it.
  public var description: String {
    switch self {
    case .library(let detail, let sheet):
      "le classeur ne peut pas être écrit" + (sheet.map { " (feuille « \($0) »)" } ?? "")
        + " : \(detail)"
    case .longText(let place):
      "\(place) : le texte dépasse \(SpreadsheetLimit.cellLength.maximum) caractères, raccourcissez-le"
    case .sameName(let name): "deux feuilles s’appellent « \(name) » : renommez-en une"
    case .temporaryFile(let code):
      "le fichier temporaire du classeur ne peut pas être écrit (erreur \(code)) : vérifiez l’espace "
        + "libre du dossier temporaire"
    }
  }
}
