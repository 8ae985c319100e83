internal import Scolarite
public import Text

/// One fault that keeps a sheet from being read, with its place.
public struct SheetError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    // The text as a whole
    case noTable
    case truncated(missing: String)
    // A line of the table
    case misplacedLine(String, expected: String)
    case numberExpected(found: String, expected: String)
    case figuresExpected(found: Int, expected: String)
    case separatorExpected(code: String)
    case codeExpected(found: String)
    case totalOfAnotherUE(found: String, expected: String)
    case numberOutOfRange(String)
    case unresolvableFigures(columns: String)
    // The columns
    case headingMissing
    case headingOrder(found: [String])
    case swappedColumns(String, String, proof: String)
    // The first page and the référentiel
    case identityMissing(String)
    case unknownMention(String, known: [String])
    case unknownCompetence(numero: Int, ue: String)
  }

  public let position: TextPosition?
  public let problem: Problem

  init(at position: TextPosition?, _ problem: Problem) {
    self.position = position
    self.problem = problem
  }
}

/// Why a sheet gives no curriculum: it is not text, or it has these faults.
public enum SheetReadingError: Error, Sendable {
  case text(UTF8TextError)
  /// At least one, in the order of the text, a hundred at most.
  case faults([SheetError])
}

extension SheetReadingError {
  /// Each fault in French, with its place.
  public var lines: [(position: TextPosition?, message: String)] {
    switch self {
    case .text(let error): [(error.position, error.phrase)]
    case .faults(let faults): faults.map { ($0.position, $0.description) }
    }
  }
}

extension SheetError: CustomStringConvertible {
  /// The fault in French with what was expected, without its place.
  public var description: String {
    switch problem {
    case .noTable:
      "aucun tableau : une ligne « SEMESTRE n » attendue avant les UE"
    case .truncated(let missing): "texte interrompu : \(missing) attendu avant la fin"
    case .misplacedLine(let line, let expected): "« \(line) » n’a pas sa place ici : \(expected)"
    case .numberExpected(let found, let expected):
      "nombre attendu (\(expected)), lu « \(found) »"
    case .figuresExpected(let found, let expected):
      "\(expected) attendus en fin de ligne, lu \(found) nombre\(found > 1 ? "s" : "")"
    case .separatorExpected(let code):
      "tiret attendu entre le code « \(code) » et l’intitulé (R301 - Réseaux…)"
    case .codeExpected(let found): "code de module attendu (R301, SAE101), lu « \(found) »"
    case .totalOfAnotherUE(let found, let expected):
      "total de « \(found) » lu, total de « \(expected) » attendu"
    case .numberOutOfRange(let text): "« \(text) » est trop grand pour des heures ou un poids"
    case .unresolvableFigures(let columns):
      "chiffres manquants : aucune répartition unique entre \(columns) n’accorde la ligne au "
        + "total de son pôle"
    case .headingMissing:
      "titres des colonnes introuvables : « CM TD TP Projet Total hors projet Type éval Coeff "
        + "ECTS » attendus dans le semestre"
    case .headingOrder(let found):
      "colonnes lues dans l’ordre \(found.joined(separator: ", ")) : CM, TD, TP, Projet, Total "
        + "hors projet, Type éval, Coeff, ECTS attendues"
    case .swappedColumns(let first, let second, let proof):
      "les colonnes « \(first) » et « \(second) » semblent permutées : \(proof)"
    case .identityMissing(let what): "première page : il manque \(what)"
    case .unknownMention(let mention, let known):
      "mention « \(mention) » absente du référentiel (connues : "
        + known.joined(separator: " ; ") + ") : les niveaux de compétence y sont pris, "
        + "--referentiel FICHIER en donne un autre"
    case .unknownCompetence(let numero, let ue):
      "\(ue) : le référentiel n’a pas de compétence \(numero) pour cette année et ce parcours"
    }
  }
}
