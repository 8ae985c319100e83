/// A password that may be chosen.
public struct MotDePasse: Sendable {
  public let texte: String

  /// What is wrong with a password.
  public enum Defaut: Error, Hashable, Sendable {
    case tropCourt
    case tropLong
    /// It holds the login or the name of the person, or is what everybody tries first.
    case devinable
    /// The two entries differ.
    case differents
  }

  /// At least 12 signs: length rather than recipes.
  public static let minimum = 12
  /// Beyond, hashing would only cost.
  public static let maximum = 200

  /// - Throws: why it cannot be chosen.
  public init(_ texte: String, encore: String, de utilisateur: Utilisateur) throws(Defaut) {
    guard texte == encore else { throw .differents }
    guard texte.count >= Self.minimum else { throw .tropCourt }
    guard texte.utf8.count <= Self.maximum else { throw .tropLong }
    let bas = texte.lowercased()
    let communs = ["motdepasse", "password", "azerty", "qwerty", "123456", "delibere"]
    let siens = [utilisateur.identifiant.lowercased()] + utilisateur.nom.lowercased().mots
    let reste = (communs + siens.filter { $0.count >= 4 }).reduce(bas) { $0.sans($1) }
    guard reste.count >= 6, Set(bas).count >= 5 else { throw .devinable }
    self.texte = texte
  }
}

extension String {
  fileprivate var mots: [String] {
    split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The text without a word, wherever it stands.
  fileprivate func sans(_ mot: String) -> String {
    var reste = self
    while let place = reste.firstRange(of: mot) { reste.removeSubrange(place) }
    return reste
  }
}

extension MotDePasse.Defaut {
  /// What is wrong and what to do, in French.
  public var phrase: String {
    switch self {
    case .tropCourt:
      "est trop court : \(MotDePasse.minimum) signes au moins, une phrase se retient bien"
    case .tropLong: "est trop long : \(MotDePasse.maximum) signes au plus"
    case .devinable: "se devine : évitez votre nom, votre identifiant et les suites connues"
    case .differents: "n’est pas le même les deux fois"
    }
  }
}
