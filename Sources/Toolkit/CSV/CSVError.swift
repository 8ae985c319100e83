public import Text

/// Why a CSV file, or one of its rows, cannot be read, and where.
public struct CSVError: Error, Hashable, Sendable {
  /// What is wrong at the place.
  public enum Problem: Hashable, Sendable {
    /// The file is not a UTF-8 text.
    case text(UTF8TextError)
    /// A quote that nothing closes; the place is where it opens.
    case unterminatedQuote
    /// A quote in a cell that does not start with one.
    case quoteInsideCell
    /// Something other than a separator or the end of the row after a closing quote.
    case textAfterQuote
    /// A carriage return that no line feed follows.
    case loneCarriageReturn
    /// A row that has not as many cells as the heading.
    case cells(found: Int, expected: Int)
  }

  /// `nil` when no place can be named.
  public let position: TextPosition?
  public let problem: Problem

  /// Whether the rows that follow can still be read.
  public var leavesRows: Bool {
    switch problem {
    case .cells: true
    case .text, .unterminatedQuote, .quoteInsideCell, .textAfterQuote, .loneCarriageReturn: false
    }
  }
}

extension CSVError: CustomStringConvertible {
  /// The problem in French and what to do about it, without its place.
  public var description: String {
    switch problem {
    case .text(let error): error.phrase
    case .unterminatedQuote:
      "ce guillemet n’est fermé nulle part : ajoutez « \" » à la fin du texte"
    case .quoteInsideCell:
      "guillemet au milieu d’une cellule : mettez toute la cellule entre guillemets, où « \" » "
        + "s’écrit « \"\" »"
    case .textAfterQuote:
      "texte après le guillemet fermant : dans une cellule entre guillemets, « \" » s’écrit « \"\" »"
    case .loneCarriageReturn:
      "retour chariot seul : les lignes finissent par LF ou CRLF, enregistrez de nouveau en CSV UTF-8"
    case .cells(let found, let expected):
      "\(found) cellule\(found > 1 ? "s" : "") au lieu de \(expected), comme l’en-tête : "
        + (found > expected
          ? "une cellule qui contient le séparateur se met entre guillemets"
          : "complétez la ligne de séparateurs")
    }
  }
}
