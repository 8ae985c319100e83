public import Text

/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Hashable, Sendable {
  /// What is wrong at the place.
  public enum Problem: Hashable, Sendable {
    /// Something else than what the grammar allows there.
    case unexpected(found: String, expected: String)
    /// The text ends inside a value.
    case unexpectedEnd(expected: String)
    /// The same key twice in one object.
    case duplicateKey(String)
    /// A backslash sequence that JSON does not have, or half of a surrogate pair.
    case invalidEscape(String)
    /// A number with a shape JSON refuses (leading zero, comma, no digit after the point…).
    case invalidNumber(String)
    /// Values nested deeper than the reader accepts.
    case tooDeep(limit: Int)
  }

  public let position: TextPosition
  public let problem: Problem
}

extension JSONSyntaxError: CustomStringConvertible {
  /// The problem in French, without its place.
  public var description: String {
    switch problem {
    case .unexpected(let found, let expected): "lu « \(found) », attendu : \(expected)"
    case .unexpectedEnd(let expected): "fin du texte inattendue, attendu : \(expected)"
    case .duplicateKey(let key): "la clé « \(key) » est écrite deux fois dans le même objet"
    case .invalidEscape(let text): "séquence d’échappement inconnue « \(text) »"
    case .invalidNumber(let text):
      "nombre mal écrit « \(text) » (le JSON attend 12, 1.5 ou -3, avec un point décimal)"
    case .tooDeep(let limit): "plus de \(limit) niveaux d’imbrication"
    }
  }
}
