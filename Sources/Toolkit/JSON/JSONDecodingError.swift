public import Text

/// Why well-formed JSON is not what a format asks for, and where.
public struct JSONDecodingError: Error, Hashable, Sendable {
  /// What is wrong at the place.
  public enum Problem: Hashable, Sendable {
    case missingKey(String)
    case unknownKey(String, known: [String])
    case invalidValue(found: String, expected: String)
    /// Any other reason, as a whole sentence.
    case refused(String)
  }

  public let position: TextPosition
  public let path: String
  public let problem: Problem

  public init(position: TextPosition, path: String, problem: Problem) {
    self.position = position
    self.path = path
    self.problem = problem
  }
}

extension JSONDecodingError: CustomStringConvertible {
  /// The problem in French with its path, without line and column.
  public var description: String {
    let place = path.isEmpty ? "à la racine" : "dans « \(path) »"
    switch problem {
    case .missingKey(let key): return "\(place) : il manque la clé « \(key) »"
    case .unknownKey(let key, let known):
      let list = known.joined(separator: ", ")
      return "\(place) : clé inconnue « \(key) » (clés admises : \(list))"
    case .invalidValue(let found, let expected):
      return "\(place) : lu \(found), attendu : \(expected)"
    case .refused(let reason):
      return "\(place) : \(reason)"
    }
  }
}
