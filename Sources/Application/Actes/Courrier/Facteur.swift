/// Hands one message over to a server of mail.
public protocol Facteur: Sendable {
  /// Hands it over, once: the same bytes for the same letter.
  func remettre(_ lettre: Lettre) async -> Remise
}

/// A message as it goes out.
public struct Lettre: Hashable, Sendable {
  public let reference: String
  public let adresse: String
  /// The name of the person, as it was typed.
  public let nom: String
  public let objet: String
  public let texte: String
  /// When it was written, with the clock of Paris.
  public let ecrite: Moment
  /// The address that switches such notices off.
  public let desinscription: String?

  public init(
    reference: String,
    adresse: String,
    nom: String,
    objet: String,
    texte: String,
    ecrite: Moment,
    desinscription: String?,
  ) {
    self.reference = reference
    self.adresse = adresse
    self.nom = nom
    self.objet = objet
    self.texte = texte
    self.ecrite = ecrite
    self.desinscription = desinscription
  }
}

/// What became of a letter.
public enum Remise: Hashable, Sendable {
  /// The server has taken charge of it.
  case remise(code: Int)
  /// It will never be taken: why, in words of ours.
  case refusee(code: Int?, String)
  /// It is to be tried again; `deTous` where the server takes no letter at all now.
  case plusTard(code: Int?, String, deTous: Bool)
  /// It was not tried: the program stops.
  case interrompue
}
