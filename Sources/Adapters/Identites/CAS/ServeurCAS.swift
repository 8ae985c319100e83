public import Actes
public import HTTPClient
public import Hashing
internal import XML

/// Sign-in by a CAS server, version 3.0 of its protocol.
///
/// The state stands in the address of return, which the server gives back as it is and to which a
/// ticket is bound: a ticket obtained in one browser is worth nothing in another.
public struct ServeurCAS: FournisseurDIdentite {
  private let reglages: ReglagesCAS
  private let client: HTTPClient
  private let source: SourceDePassages

  public var code: String { reglages.code }
  public var nom: String { reglages.nom }

  /// - Parameters:
  ///   - reglages: what the university says of its server.
  ///   - client: what asks the server whether a ticket is good.
  ///   - horloge: the present moment.
  ///   - hasard: as many bytes as asked, that nobody can guess.
  public init(
    _ reglages: ReglagesCAS,
    client: HTTPClient,
    horloge: Horloge,
    hasard: @escaping @Sendable (Int) -> [UInt8] = Random.bytes,
  ) {
    self.reglages = reglages
    self.client = client
    source = SourceDePassages(horloge: horloge, hasard: hasard)
  }

  public func depart(
    retour: String
  ) async throws(ErreurDIdentite) -> DepartVersLeFournisseur {
    let passage = Passage(code: code, source)
    let service = try service(retour, passage)
    guard let page = reglages.adresse.page("/login", [("service", service)]) else {
      throw .reponseInvalide("l’adresse de retour est trop longue")
    }
    return DepartVersLeFournisseur(url: page.text, memoire: passage.memoire)
  }

  public func arrivee(
    _ parametres: [String: String],
    retour: String,
    memoire: String,
  ) async throws(ErreurDIdentite) -> IdentiteExterne {
    let passage = try Passage(memoire: memoire, code: code, source)
    try passage.controler(etat: parametres[Self.etat])
    guard let ticket = parametres["ticket"], !ticket.isEmpty else { throw .refusee }
    let demande = [("service", try service(retour, passage)), ("ticket", ticket)]
    guard ticket.utf8.count <= 1_024,
      let page = reglages.adresse.page("/p3/serviceValidate", demande)
    else { throw .reponseInvalide("le ticket est trop long") }
    return try ReponseCAS(await client.page(page)).identite(reglages)
  }

  /// The name of the item that is added to the address of return.
  private static let etat = "etat"

  private func service(_ retour: String, _ passage: Passage) throws(ErreurDIdentite) -> String {
    guard let adresse = HTTPAddress(retour) else {
      throw .reponseInvalide("l’adresse de retour n’est pas une adresse absolue")
    }
    return adresse.appending(query: [(Self.etat, passage.derive(.etat))])
  }
}
