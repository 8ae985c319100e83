internal import Actes
internal import HTTPClient

/// Where the pages of a provider are (OpenID Connect Discovery 1.0).
struct Decouverte: Sendable {
  let autorisation: HTTPAddress
  let jeton: HTTPAddress
  let cles: HTTPAddress
  /// Whether it names itself in what it sends back (RFC 9207).
  let seNomme: Bool

  /// Reads the document of an issuer; refuses that of another.
  init(_ octets: [UInt8], de emetteur: AdresseDeService) throws(ErreurDIdentite) {
    guard let objet = ObjetJSON(octets) else {
      throw .reponseInvalide("la description du fournisseur n’est pas du JSON lisible")
    }
    guard objet.texte("issuer") == emetteur.texte else {
      throw .reponseInvalide(
        "la description est celle d’un autre émetteur : l’adresse donnée doit être la sienne, barre finale "
          + "comprise"
      )
    }
    func page(_ cle: String) throws(ErreurDIdentite) -> HTTPAddress {
      guard let adresse = objet.texte(cle).flatMap(emetteur.voisine) else {
        throw .reponseInvalide("la description du fournisseur ne donne pas « \(cle) » en https")
      }
      return adresse
    }
    autorisation = try page("authorization_endpoint")
    jeton = try page("token_endpoint")
    cles = try page("jwks_uri")
    seNomme = objet.estVrai("authorization_response_iss_parameter_supported")
  }
}
