public import Text

/// Everything that keeps the folder of a cohort from being read, or a cohort from being written.
public struct CohorteError: Error, Hashable, Sendable {
  /// One thing wrong.
  public struct Faute: Hashable, Sendable {
    /// The file of the folder, or what was named in its place.
    public let fichier: String
    /// `nil` when no place of the file can be named.
    public let position: TextPosition?
    /// What is wrong, in French.
    public let phrase: String
  }

  /// The most faults that an error names.
  public static let nombreMaximal = 20

  /// The first faults, in the order of reading; never none.
  public let fautes: [Faute]
  /// How many more there are.
  public let autres: Int
}

extension CohorteError: CustomStringConvertible {
  /// One line for each fault, « fichier:ligne:colonne : phrase », and how many others there are.
  public var lignes: [String] {
    let reste = "et \(autres) autre\(autres > 1 ? "s" : "") faute\(autres > 1 ? "s" : "")"
    return fautes.map(\.description) + (autres > 0 ? [reste] : [])
  }

  public var description: String { lignes.joined(separator: "\n") }
}

extension CohorteError.Faute: CustomStringConvertible {
  public var description: String { "\(fichier)\(position.map { ":\($0)" } ?? "") : \(phrase)" }
}

/// The faults met so far: the first ones, and the number of the others.
struct Fautes {
  private var premieres: [CohorteError.Faute] = []
  private var autres = 0

  var isEmpty: Bool { premieres.isEmpty }

  var nombre: Int { premieres.count + autres }

  /// Whether one more fault would only be counted.
  var estPleine: Bool { premieres.count >= CohorteError.nombreMaximal }

  mutating func add(_ fichier: String, _ position: TextPosition?, _ phrase: String) {
    guard !estPleine else {
      autres += 1
      return
    }
    premieres.append(.init(fichier: fichier, position: position, phrase: phrase))
  }

  /// What was met, to be thrown.
  var erreur: CohorteError {
    precondition(!isEmpty, "an error without any fault")
    return CohorteError(fautes: premieres, autres: autres)
  }
}
