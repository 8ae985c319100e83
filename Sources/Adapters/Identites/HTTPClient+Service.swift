internal import Actes
internal import HTTPClient

extension HTTPClient {
  /// The body of a page that must be there.
  func page(_ adresse: HTTPAddress) async throws(ErreurDIdentite) -> [UInt8] {
    let reponse = try await interroger { () async throws(HTTPClientError) in
      try await get(adresse)
    }
    guard reponse.status == 200 else { throw .etat(reponse.status) }
    return reponse.body
  }

  /// Does a request, and says in our terms why there is no answer.
  func interroger(
    _ demande: () async throws(HTTPClientError) -> HTTPClientResponse
  ) async throws(ErreurDIdentite) -> HTTPClientResponse {
    do throws(HTTPClientError) {
      return try await demande()
    } catch {
      throw ErreurDIdentite(error)
    }
  }
}

extension ErreurDIdentite {
  /// An answer with another status than 200.
  static func etat(_ etat: Int) -> ErreurDIdentite {
    etat >= 500 ? .injoignable : .reponseInvalide("le service répond l’état HTTP \(etat)")
  }

  init(_ erreur: HTTPClientError) {
    switch erreur {
    case .unreachable, .timedOut, .overloaded, .cancelled: self = .injoignable
    case .certificateRefused(let raison):
      self = .reponseInvalide("le certificat du service est refusé : \(raison)")
    case .tooLarge(let limite):
      self = .reponseInvalide("le service envoie plus de \(limite) octets")
    case .redirectionRefused: self = .reponseInvalide("le service renvoie ailleurs")
    case .malformed(let raison), .unusable(let raison): self = .reponseInvalide(raison)
    case .invalidHeader(let nom): self = .reponseInvalide("en-tête « \(nom) » impossible")
    }
  }
}
