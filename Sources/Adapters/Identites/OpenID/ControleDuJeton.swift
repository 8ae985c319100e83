internal import Actes
internal import Hashing
internal import JOSE

/// What an ID token must say to be believed (OpenID Connect Core 1.0, 3.1.3.7).
struct ControleDuJeton {
  let emetteur: String
  let client: String
  let nonce: String
  let maintenant: Horodatage

  /// Refuses a token made for another service, another departure or another time.
  func controler(_ dit: TokenClaims) throws(ErreurDIdentite) {
    guard dit.text("iss") == emetteur else { throw refus("vient d’un autre émetteur") }
    let publics = dit.texts("aud")
    guard publics.contains(client) else { throw refus("est fait pour un autre service") }
    guard publics.count == 1 || dit.has("azp"), !dit.has("azp") || dit.text("azp") == client else {
      throw refus("est remis à un autre service")
    }
    guard let recu = dit.text("nonce"), constantTimeEqual(recu, nonce) else {
      throw refus("n’est pas celui de ce départ")
    }
    try controlerLesTemps(dit)
  }

  private func controlerLesTemps(_ dit: TokenClaims) throws(ErreurDIdentite) {
    let secondes = maintenant.millisecondes / 1_000
    guard let fin = dit.seconds("exp"), let debut = dit.seconds("iat") else {
      throw refus("ne dit pas quand il vaut")
    }
    guard fin > secondes - Self.ecart else {
      throw refus("est périmé : l’horloge du serveur est-elle à l’heure ?")
    }
    let debuts = [debut, dit.seconds("nbf") ?? debut]
    guard debuts.allSatisfy({ $0 <= secondes + Self.ecart }) else {
      throw refus("ne vaut pas encore : l’horloge du serveur est-elle à l’heure ?")
    }
  }

  private func refus(_ raison: String) -> ErreurDIdentite {
    .reponseInvalide("le jeton d’identité \(raison)")
  }

  /// The seconds by which two clocks may differ.
  private static let ecart: Int64 = 120
}
