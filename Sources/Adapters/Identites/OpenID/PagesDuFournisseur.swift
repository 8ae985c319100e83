internal import Actes
internal import HTTPClient
internal import JOSE

/// What a provider publishes, asked once an hour at most unless a key is missing.
actor PagesDuFournisseur {
  private let emetteur: AdresseDeService
  private let client: HTTPClient
  private let horloge: Horloge
  private var decouverte: (valeur: Decouverte, lue: Int64)?
  private var cles: (valeur: JSONWebKeySet, lue: Int64)?

  init(emetteur: AdresseDeService, client: HTTPClient, horloge: Horloge) {
    self.emetteur = emetteur
    self.client = client
    self.horloge = horloge
  }

  /// Where its pages are.
  func adresses() async throws(ErreurDIdentite) -> Decouverte {
    if let decouverte, estFraiche(decouverte.lue) { return decouverte.valeur }
    guard let page = emetteur.page("/.well-known/openid-configuration") else {
      throw .reponseInvalide("l’adresse de l’émetteur est trop longue")
    }
    let valeur = try Decouverte(await client.page(page), de: emetteur)
    decouverte = (valeur, maintenant)
    return valeur
  }

  /// What a token says, once its signature is checked; asks for newer keys if none fits.
  func contenu(_ jeton: SignedToken) async throws(ErreurDIdentite) -> TokenClaims {
    if let cles, estFraiche(cles.lue) {
      do throws(JOSEError) {
        return try jeton.claims(verifiedBy: cles.valeur)
      } catch {
        // A provider that does not name its keys may have changed them too.
        guard error == .unknownKey || error == .signatureRefused else { throw .jeton(error) }
      }
    }
    let lues = try await lireLesCles()
    do throws(JOSEError) {
      return try jeton.claims(verifiedBy: lues)
    } catch {
      throw .jeton(error)
    }
  }

  private func lireLesCles() async throws(ErreurDIdentite) -> JSONWebKeySet {
    let octets = try await client.page(adresses().cles)
    guard let valeur = try? JSONWebKeySet(parsing: octets) else {
      throw .reponseInvalide("les clés du fournisseur sont illisibles")
    }
    cles = (valeur, maintenant)
    return valeur
  }

  private var maintenant: Int64 { horloge.maintenant().horodatage.millisecondes }

  private func estFraiche(_ lue: Int64) -> Bool { (0..<3_600_000).contains(maintenant - lue) }
}

extension ErreurDIdentite {
  /// A token that is refused before anything is read of it.
  static func jeton(_ erreur: JOSEError) -> ErreurDIdentite {
    switch erreur {
    case .tooLong, .malformed: .reponseInvalide("le jeton d’identité est illisible")
    case .algorithmRefused, .criticalExtension:
      .reponseInvalide("le jeton d’identité a une sorte de signature qui n’est pas admise")
    case .unknownKey: .reponseInvalide("le jeton d’identité est signé d’une clé non publiée")
    case .signatureRefused: .reponseInvalide("la signature du jeton d’identité est fausse")
    }
  }
}
