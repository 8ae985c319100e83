/// Searches for calendars that go on in the process while pages follow them.
public protocol ChercheurDeCalendriers: Sendable {
  /// Starts a search and returns at once.
  /// - Parameters:
  ///   - probleme: what is to be placed.
  ///   - depart: where it begins; empty for nothing.
  ///   - demande: for how long, from which seed.
  /// - Throws: a refusal where too many go on already.
  func lancer(
    _ probleme: ProblemeDeSession2,
    depuis depart: [SeanceDeSession2],
    _ demande: DemandeDeRecherche,
  ) throws(Refus)

  /// The searches for a session that this process remembers, the last first.
  func courses(_ campagne: Identifiant<Campagne>) -> [CourseSuivie]

  /// Ends a search with what it holds.
  func arreter(_ numero: Int, _ campagne: Identifiant<Campagne>)

  /// Ends it and no longer lists it.
  func oublier(_ numero: Int, _ campagne: Identifiant<Campagne>)
}

/// How to search.
public struct DemandeDeRecherche: Hashable, Sendable {
  public let secondes: Int
  public let graine: UInt64
  /// Whether the calendar in hand is kept as much as can be.
  public let garde: Bool

  /// As long as somebody waits before a page.
  public static let secondesPermises = 5...600

  public init(secondes: Int, graine: UInt64, garde: Bool) {
    self.secondes = secondes
    self.graine = graine
    self.garde = garde
  }
}

/// Where a search stands.
public struct CourseSuivie: Sendable {
  public let numero: Int
  public let demande: DemandeDeRecherche
  public let probleme: ProblemeDeSession2
  public let secondes: Int
  /// The least cost found; `nil` until something holds.
  public let meilleur: Int?
  public let etat: Etat

  /// Whether it goes on, or how it ended.
  public enum Etat: Sendable {
    case enCours
    case trouve([SeanceDeSession2], cout: Int, composantes: [JugementDeCalendrier.Composante])
    case impossible(String)
  }

  public init(
    numero: Int,
    demande: DemandeDeRecherche,
    probleme: ProblemeDeSession2,
    secondes: Int,
    meilleur: Int?,
    etat: Etat,
  ) {
    self.numero = numero
    self.demande = demande
    self.probleme = probleme
    self.secondes = secondes
    self.meilleur = meilleur
    self.etat = etat
  }

  public var vaEncore: Bool {
    if case .enCours = etat { true } else { false }
  }
}

extension JugementDeCalendrier.Composante {
  public init(_ nom: String, _ prix: Int) {
    self.nom = nom
    self.prix = prix
  }
}
