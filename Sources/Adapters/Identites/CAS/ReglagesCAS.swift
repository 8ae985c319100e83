/// What the university says of its CAS server.
public struct ReglagesCAS: Sendable {
  /// Where its pages are: « https://cas.univ.example/cas ».
  public let adresse: AdresseDeService
  /// Part of addresses: letters, digits and hyphens.
  public var code = "cas"
  /// What the button says.
  public var nom = "Compte de l’université"
  /// The attribute that names the person for ever; without it, the name given to sign in.
  public var attributDuSujet: String?
  /// The first of these attributes that is there is the name.
  public var attributsDuNom = ["displayName", "cn"]
  /// The first of these attributes that is there is the address.
  public var attributsDuCourriel = ["mail", "email"]

  public init(adresse: AdresseDeService) {
    self.adresse = adresse
  }
}
