public import Actes

/// What the administrator of the machine decides about the site.
public struct ReglagesDuSite: Sendable {
  public let etablissement: Etablissement
  /// Where people reach it, « https://delibere.iut.example », without a final slash.
  public let adresse: String
  /// That of the program, « 0.1.0 ».
  public var version = ""
  /// The sign-in services of the university.
  public var fournisseurs: [any FournisseurDIdentite] = []
  /// What messages are written with; `nil` while mail is not configured.
  public var courrier: ReglagesDeCourrier?
  /// What searches for exam calendars; `nil` where the process has none.
  public var chercheur: (any ChercheurDeCalendriers)?
  /// Whether the sign-in page tells the accounts of the demonstration.
  public var comptesMontres: [CompteMontre] = []
  /// Between two readings of a secret address, a calendar or a code, once sixty were made at once.
  public var pasDesLectures: Duration = .seconds(1)
  /// How many requests a token of the API may make at once; then one more each interval.
  public var rafaleDeLAPI = 240
  public var pasDeLAPI: Duration = .milliseconds(125)

  /// An account of a demonstration, which everybody may use.
  public struct CompteMontre: Sendable {
    public let identifiant: String
    public let description: String

    public init(identifiant: String, description: String) {
      self.identifiant = identifiant
      self.description = description
    }
  }

  public init(etablissement: Etablissement, adresse: String) {
    self.etablissement = etablissement
    self.adresse = adresse
  }

  /// Whether browsers reach it encrypted, so that cookies go no other way.
  var estChiffre: Bool { adresse.hasPrefix("https://") }
}
