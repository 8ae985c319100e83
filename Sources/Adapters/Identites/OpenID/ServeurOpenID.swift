public import Actes
public import HTTPClient
public import Hashing
internal import JOSE

/// Sign-in by an OpenID Connect provider: authorization code, with PKCE.
///
/// State, nonce and proof of the code are drawn from the one secret of the departure, which only
/// the cookie of the browser has.
public struct ServeurOpenID: FournisseurDIdentite {
  private let reglages: ReglagesOpenID
  private let client: HTTPClient
  private let source: SourceDePassages
  private let pages: PagesDuFournisseur

  public var code: String { reglages.code }
  public var nom: String { reglages.nom }

  /// - Parameters:
  ///   - reglages: what the university says of its provider.
  ///   - client: what asks the provider.
  ///   - horloge: the present moment, held against the times of tokens.
  ///   - hasard: as many bytes as asked, that nobody can guess.
  public init(
    _ reglages: ReglagesOpenID,
    client: HTTPClient,
    horloge: Horloge,
    hasard: @escaping @Sendable (Int) -> [UInt8] = Random.bytes,
  ) {
    self.reglages = reglages
    self.client = client
    source = SourceDePassages(horloge: horloge, hasard: hasard)
    pages = PagesDuFournisseur(emetteur: reglages.emetteur, client: client, horloge: horloge)
  }

  public func depart(
    retour: String
  ) async throws(ErreurDIdentite) -> DepartVersLeFournisseur {
    let passage = Passage(code: code, source)
    let defi = SHA256.digest(Array(passage.derive(.preuve).utf8))
    let url = try await pages.adresses().autorisation.appending(query: [
      ("response_type", "code"), ("client_id", reglages.client), ("redirect_uri", retour),
      ("scope", (["openid"] + reglages.portees).joined(separator: " ")),
      ("state", passage.derive(.etat)), ("nonce", passage.derive(.nonce)),
      ("code_challenge", Base64.urlText(defi)), ("code_challenge_method", "S256"),
    ])
    return DepartVersLeFournisseur(url: url, memoire: passage.memoire)
  }

  public func arrivee(
    _ parametres: [String: String],
    retour: String,
    memoire: String,
  ) async throws(ErreurDIdentite) -> IdentiteExterne {
    let passage = try Passage(memoire: memoire, code: code, source)
    try passage.controler(etat: parametres["state"])
    let adresses = try await pages.adresses()
    let emetteur = parametres["iss"] ?? (adresses.seNomme ? "" : reglages.emetteur.texte)
    guard emetteur == reglages.emetteur.texte else {
      throw .reponseInvalide("le retour vient d’un autre émetteur")
    }
    if let erreur = parametres["error"] { throw .retour(erreur) }
    guard let code = parametres["code"], !code.isEmpty, code.utf8.count <= 4_096 else {
      throw .reponseInvalide("le retour n’a pas de code")
    }
    let jeton = try await echanger(code, passage, retour: retour, aupres: adresses.jeton)
    let dit = try await pages.contenu(jeton)
    try ControleDuJeton(
      emetteur: reglages.emetteur.texte,
      client: reglages.client,
      nonce: passage.derive(.nonce),
      maintenant: source.horloge.maintenant().horodatage,
    ).controler(dit)
    return try identite(dit)
  }

  /// Changes the code for an ID token; only who left has the proof that goes with it.
  private func echanger(
    _ code: String,
    _ passage: Passage,
    retour: String,
    aupres adresse: HTTPAddress,
  ) async throws(ErreurDIdentite) -> SignedToken {
    let reponse = try await client.interroger { () async throws(HTTPClientError) in
      try await client.post(
        adresse,
        form: [
          ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", retour),
          ("code_verifier", passage.derive(.preuve)),
        ],
        headers: [("Authorization", reglages.annonce), ("Accept", "application/json")],
      )
    }
    let objet = ObjetJSON(reponse.body)
    guard reponse.status == 200 else {
      guard let erreur = objet?.texte("error") else { throw .etat(reponse.status) }
      throw .echange(erreur)
    }
    guard let texte = objet?.texte("id_token") else {
      throw .reponseInvalide("le fournisseur ne donne pas de jeton d’identité")
    }
    do throws(JOSEError) {
      return try SignedToken(texte)
    } catch {
      throw .jeton(error)
    }
  }

  /// An address that the provider says not to have verified is left out.
  private func identite(_ dit: TokenClaims) throws(ErreurDIdentite) -> IdentiteExterne {
    let estVerifiee = !dit.has("email_verified") || dit.bool("email_verified") == true
    return try IdentiteExterne(
      fournisseur: code,
      sujetLu: dit.text(reglages.sujet),
      nomLu: dit.text("name"),
      courrielLu: estVerifiee ? dit.text("email") : nil,
    )
  }
}

extension ReglagesOpenID {
  /// How Délibéré says who it is: both halves are encoded first (RFC 6749, 2.3.1).
  fileprivate var annonce: String {
    let moities = [client, secret].map(FormEncoding.encoded).joined(separator: ":")
    return "Basic " + Base64.text(Array(moities.utf8))
  }
}

extension ErreurDIdentite {
  /// What the provider says in the place of a code (RFC 6749, 4.1.2.1).
  fileprivate static func retour(_ erreur: String) -> ErreurDIdentite {
    switch erreur {
    case "access_denied", "login_required", "interaction_required", "consent_required",
      "account_selection_required":
      .refusee
    case "server_error", "temporarily_unavailable": .injoignable
    default: .reponseInvalide("le fournisseur refuse : \(motDuService(erreur))")
    }
  }

  /// What it says in the place of a token (RFC 6749, 5.2).
  fileprivate static func echange(_ erreur: String) -> ErreurDIdentite {
    switch erreur {
    case "invalid_grant": .expiree
    case "invalid_client":
      .reponseInvalide("le fournisseur ne reconnaît pas Délibéré : identifiant ou secret faux")
    default: .reponseInvalide("le fournisseur refuse : \(motDuService(erreur))")
    }
  }
}
