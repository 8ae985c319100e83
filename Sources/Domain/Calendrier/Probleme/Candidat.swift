/// A student who sits exams, with what was granted or declared.
public struct Candidat: Hashable, Sendable {
  /// The name or the number that tells them from all others.
  public let nom: String
  /// How people call them, when `nom` is a number; may be empty.
  public let identite: String
  public let majoration: Majoration
  public let installation: Installation
  /// Ranks of the periods declared impossible: placement, alternance.
  public let indisponible: [Int]

  public init(
    nom: String,
    majoration: Majoration = .aucune,
    installation: Installation = .commune,
    indisponible: [Int] = [],
    identite: String = "",
  ) {
    self.nom = nom
    self.identite = identite
    self.majoration = majoration
    self.installation = installation
    self.indisponible = indisponible
  }
}

extension Candidat {
  /// « Dupont Marie (22400012) », or the name alone.
  public var appellation: String { identite.isEmpty ? nom : "\(identite) (\(nom))" }

  /// Extra time, as a fraction of the duration.
  public struct Majoration: Hashable, Sendable {
    public let numerateur: Int
    public let denominateur: Int

    /// Is nil unless the fraction lies between 0 and 2.
    public init?(_ numerateur: Int, sur denominateur: Int) {
      guard (1...1000).contains(denominateur), (0...2 * denominateur).contains(numerateur) else {
        return nil
      }
      self.numerateur = numerateur
      self.denominateur = denominateur
    }

    private init(tiers: Int) {
      numerateur = tiers
      denominateur = 3
    }

    public static let aucune = Majoration(tiers: 0)
    public static let tiersTemps = Majoration(tiers: 1)

    /// The lengthened duration in minutes, rounded up.
    public func appliquee(a duree: Int) -> Int {
      duree + (duree * numerateur + denominateur - 1) / denominateur
    }
  }

  /// Where a student sits.
  public enum Installation: Hashable, Sendable {
    /// With the others.
    case commune
    /// In a room apart, with those of the same exam who have the same grant.
    case aPart
    /// Alone in a room.
    case seul
  }
}
