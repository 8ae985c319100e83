internal import Actes
internal import Hashing

/// One departure for a service: everything that must come back is drawn from one secret.
struct Passage {
  private let code: String
  private let depart: Horodatage
  private let secret: String

  /// A departure now.
  init(code: String, _ source: SourceDePassages) {
    self.code = code
    depart = source.horloge.maintenant().horodatage
    secret = Base64.urlText(source.hasard(Self.tailleDuSecret))
  }

  /// Reads the memory that comes back; refuses that of another service, or too old.
  init(memoire: String, code: String, _ source: SourceDePassages) throws(ErreurDIdentite) {
    let parts = memoire.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == code, let depart = Int64(parts[1]),
      Base64.urlBytes(parts[2])?.count == Self.tailleDuSecret
    else {
      throw memoire.isEmpty ? .expiree : .reponseInvalide("la mémoire du départ est illisible")
    }
    let maintenant = source.horloge.maintenant().horodatage.millisecondes
    guard (0...Self.duree).contains(maintenant - depart) else { throw .expiree }
    self.code = code
    self.depart = Horodatage(millisecondes: depart)
    secret = String(parts[2])
  }

  /// What the cookie keeps.
  var memoire: String { "\(code).\(depart.millisecondes).\(secret)" }

  /// 43 characters for one use, which tell nothing of the secret nor of those for other uses.
  func derive(_ usage: Usage) -> String {
    var empreinte = SHA256()
    for champ in ["delibere-connexion-1", usage.rawValue, secret] {
      empreinte.update(field: champ)
    }
    return Base64.urlText(empreinte.digest())
  }

  /// Refuses a return that was not begun by this browser.
  func controler(etat: String?) throws(ErreurDIdentite) {
    guard let etat, constantTimeEqual(etat, derive(.etat)) else {
      throw .reponseInvalide("le retour n’est pas celui du départ de ce navigateur")
    }
  }

  /// The things for which a departure needs a text that nobody can guess.
  enum Usage: String {
    case etat
    case nonce
    case preuve
  }

  private static let tailleDuSecret = 32
  /// Ten minutes, in milliseconds.
  private static let duree: Int64 = 600_000
}

/// What departures take from outside.
struct SourceDePassages: Sendable {
  let horloge: Horloge
  let hasard: @Sendable (Int) -> [UInt8]
}
