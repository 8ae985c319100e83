/// How averages of a promotion are spread, told so that nobody can be picked out of it.
///
/// Nothing is told of fewer than `effectifMinimal` averages. No class holds fewer than
/// `classeMinimale` of them: narrow ones are joined to the next. Shares are rounded to
/// `arrondi` per cent, the median to half a point, and neither counts nor extremes are told, so
/// that two looks, before and after one more mark, do not give that mark away.
public struct DistributionAnonyme: Hashable, Sendable {
  public static let effectifMinimal = 10
  public static let classeMinimale = 3
  /// The step of shares, in per cent.
  public static let arrondi = 5

  /// Averages from one to another, the last included in the last class only.
  public struct Classe: Hashable, Sendable {
    public let de: Int
    public let a: Int
    /// A multiple of `arrondi`.
    public let pourcentage: Int
    /// Whether one's own average lies there.
    public let estLaSienne: Bool
  }

  /// Where one's own average stands.
  public enum Place: Int, Hashable, Sendable {
    case premierQuart, deuxiemeQuart, troisiemeQuart, dernierQuart
  }

  public let classes: [Classe]
  /// To half a point.
  public let mediane: Fraction
  /// `nil` without average of one's own.
  public let place: Place?

  /// `nil` where too few averages are known.
  public init?(_ moyennes: [Fraction], sienne: Fraction?) {
    guard moyennes.count >= Self.effectifMinimal else { return nil }
    let triees = moyennes.sorted()
    let milieu = triees.count / 2
    let mediane =
      triees.count % 2 == 1
      ? triees[milieu] : (triees[milieu - 1] + triees[milieu]).divise(par: 2) ?? triees[milieu]
    self.mediane = (mediane * 2).arrondie(decimales: 0).divise(par: 2) ?? mediane
    classes = Self.classes(triees, sienne)
    place = sienne.flatMap { valeur in
      Place(rawValue: min(3, triees.count { $0 < valeur } * 4 / triees.count))
    }
  }

  /// Classes of two points, joined until each holds enough averages.
  private static func classes(_ triees: [Fraction], _ sienne: Fraction?) -> [Classe] {
    var bornes: [(de: Int, a: Int, nombre: Int)] = []
    var (debut, nombre) = (0, 0)
    for fin in stride(from: 2, through: 20, by: 2) {
      nombre += triees.count { contient($0, fin - 2, fin) }
      guard nombre >= classeMinimale || nombre == 0 else { continue }
      bornes.append((debut, fin, nombre))
      (debut, nombre) = (fin, 0)
    }
    if nombre > 0, let rang = bornes.lastIndex(where: { $0.nombre > 0 }) {
      let restant = bornes[rang].nombre + nombre
      bornes.replaceSubrange(rang..., with: [(bornes[rang].de, 20, restant)])
    }
    return bornes.map { de, a, nombre in
      let part = (nombre * 200 + triees.count * arrondi) / (triees.count * arrondi * 2) * arrondi
      return Classe(
        de: de,
        a: a,
        pourcentage: part,
        estLaSienne: sienne.map { contient($0, de, a) } ?? false,
      )
    }
  }

  private static func contient(_ valeur: Fraction, _ de: Int, _ a: Int) -> Bool {
    valeur >= Fraction(de) && (valeur < Fraction(a) || (a == 20 && valeur == 20))
  }
}
