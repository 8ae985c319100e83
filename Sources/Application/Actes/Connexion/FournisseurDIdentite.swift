/// A university’s sign-in service.
///
/// The person leaves for it from a page of ours and comes back to another. It proves who came; it
/// is the register that says whether this person has an account, and what it may do.
public protocol FournisseurDIdentite: Sendable {
  /// « cas », « oidc »: part of an address and of what is kept of the account.
  var code: String { get }
  /// What the button says: « Compte de l’université ».
  var nom: String { get }

  /// Where to send the browser, and what must be remembered in a cookie until it comes back.
  /// - Parameter retour: the absolute address of the page of return, always the same.
  /// - Returns: an address of the service, and the memory of this departure.
  /// - Throws: why nobody can leave.
  func depart(retour: String) async throws(ErreurDIdentite) -> DepartVersLeFournisseur

  /// Who came back.
  ///
  /// A memory serves once: its cookie is to be erased, whatever this gives.
  /// - Parameters:
  ///   - parametres: the query of the page of return; a name written twice must not come here.
  ///   - retour: the address given at the departure.
  ///   - memoire: the one of the departure, which only this browser has.
  /// - Returns: the person, as the service knows them.
  /// - Throws: why nobody is known to have come.
  func arrivee(
    _ parametres: [String: String],
    retour: String,
    memoire: String,
  ) async throws(ErreurDIdentite) -> IdentiteExterne
}

/// How a browser leaves for a sign-in service.
public struct DepartVersLeFournisseur: Hashable, Sendable {
  /// Where it goes.
  public let url: String
  /// What its cookie keeps meanwhile: 200 characters at most, those of base64url and the full stop.
  public let memoire: String

  public init(url: String, memoire: String) {
    self.url = url
    self.memoire = memoire
  }
}

/// A person as a sign-in service knows them.
public struct IdentiteExterne: Hashable, Sendable {
  /// The code of the service.
  public let fournisseur: String
  /// What names the person there and never changes; compared as it is.
  public let sujet: String
  /// To be shown only.
  public let nom: String?
  /// To write to, never to recognise someone: the service may give it to another later.
  public let courriel: String?

  public init(fournisseur: String, sujet: String, nom: String?, courriel: String?) {
    self.fournisseur = fournisseur
    self.sujet = sujet
    self.nom = nom
    self.courriel = courriel
  }
}

/// Why a sign-in service gives nobody.
public enum ErreurDIdentite: Error, Hashable, Sendable {
  /// It does not answer, or nobody can be sure that it is the one.
  case injoignable
  /// It, or the person, says no.
  case refusee
  /// It says what cannot be believed; the text is for the administrator, without personal data.
  case reponseInvalide(String)
  /// The departure is too old, or has already served: to be started again.
  case expiree
}
