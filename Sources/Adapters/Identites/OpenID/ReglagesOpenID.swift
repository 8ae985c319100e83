/// What the university says of its OpenID Connect provider.
public struct ReglagesOpenID: Sendable {
  /// The name of the issuer, exactly as the provider writes it.
  public let emetteur: AdresseDeService
  /// The identifier that the provider gave to Délibéré.
  public let client: String
  let secret: String
  /// Part of addresses: letters, digits and hyphens.
  public var code = "oidc"
  /// What the button says.
  public var nom = "Compte de l’université"
  /// The claim of the ID token that names the person for ever.
  public var sujet = "sub"
  /// What is asked of the provider, besides `openid`.
  public var portees = ["profile", "email"]

  public init(emetteur: AdresseDeService, client: String, secret: String) {
    self.emetteur = emetteur
    self.client = client
    self.secret = secret
  }
}

extension ReglagesOpenID: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The settings without the secret.
  public var description: String { "\(emetteur.texte) (\(client))" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(reflecting: description) }
}
