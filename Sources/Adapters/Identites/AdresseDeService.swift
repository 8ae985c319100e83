internal import HTTPClient

/// The address of a sign-in service: over TLS, or on this very machine.
public struct AdresseDeService: Hashable, Sendable {
  /// As it was given, for a name of issuer is compared as it is.
  public let texte: String
  let adresse: HTTPAddress

  /// Checks an address; `nil` when secrets would travel in clear, or when it has a query.
  public init?(_ texte: String) {
    guard let adresse = HTTPAddress(texte), adresse.isSecure || adresse.isLoopback,
      !texte.contains("?")
    else { return nil }
    self.texte = texte
    self.adresse = adresse
  }

  /// The address of a page of the service.
  func page(_ chemin: String, _ demande: [(name: String, value: String)] = []) -> HTTPAddress? {
    let base = texte.hasSuffix("/") ? String(texte.dropLast()) : texte
    return HTTPAddress(base + chemin).flatMap { HTTPAddress($0.appending(query: demande)) }
  }

  /// Another address that the service gives; `nil` when it is less safe than the service.
  func voisine(_ texte: String) -> HTTPAddress? {
    guard let autre = HTTPAddress(texte),
      autre.isSecure || (!adresse.isSecure && autre.isLoopback)
    else { return nil }
    return autre
  }
}
