/// Whom a university's sign-in service has recognised.
public struct IdentiteExterne: Hashable, Sendable {
  /// The code of the service.
  public let fournisseur: String
  /// The login that it gives, which is that of the account here.
  public let sujet: String

  public init(fournisseur: String, sujet: String) {
    self.fournisseur = fournisseur
    self.sujet = sujet
  }
}
