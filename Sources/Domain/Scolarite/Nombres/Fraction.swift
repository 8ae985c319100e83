/// An exact ratio of two whole numbers, always reduced, with a positive denominator.
///
/// Arithmetic is in 128 bits and stops the program rather than overflow silently.
public struct Fraction: Hashable, Sendable {
  public let numerateur: Int128
  public let denominateur: Int128

  /// The reduced ratio; `nil` when the denominator is zero.
  public init?(_ numerateur: Int128, sur denominateur: Int128) {
    guard denominateur != 0 else { return nil }
    self.init(reduisant: numerateur, denominateur)
  }

  /// A whole number.
  public init(_ entier: Int) {
    numerateur = Int128(entier)
    denominateur = 1
  }

  /// A decimal number, unchanged.
  public init(_ decimale: Decimale) {
    self.init(reduisant: Int128(decimale.millioniemes), 1_000_000)
  }

  /// What one decimal number is of another; `nil` when the other is zero.
  public init?(_ part: Decimale, de tout: Decimale) {
    self.init(Int128(part.millioniemes), sur: Int128(tout.millioniemes))
  }

  private init(reduisant numerateur: Int128, _ denominateur: Int128) {
    let diviseur = Self.pgcd(numerateur.magnitude, denominateur.magnitude)
    let signe: Int128 = denominateur < 0 ? -1 : 1
    self.numerateur = signe * (numerateur / Int128(diviseur))
    self.denominateur = signe * (denominateur / Int128(diviseur))
  }

  private static func pgcd(_ premier: UInt128, _ second: UInt128) -> UInt128 {
    var (grand, petit) = (premier, second)
    while petit != 0 { (grand, petit) = (petit, grand % petit) }
    return max(grand, 1)
  }
}

extension Fraction: Comparable, AdditiveArithmetic, ExpressibleByIntegerLiteral {
  public static let zero = Fraction(0)

  public init(integerLiteral value: Int) { self.init(value) }

  public static func < (gauche: Fraction, droite: Fraction) -> Bool {
    gauche.numerateur * droite.denominateur < droite.numerateur * gauche.denominateur
  }

  public static func + (gauche: Fraction, droite: Fraction) -> Fraction {
    Fraction(
      reduisant: gauche.numerateur * droite.denominateur + droite.numerateur * gauche.denominateur,
      gauche.denominateur * droite.denominateur,
    )
  }

  public static func - (gauche: Fraction, droite: Fraction) -> Fraction {
    gauche + Fraction(reduisant: -droite.numerateur, droite.denominateur)
  }

  public static func * (gauche: Fraction, droite: Fraction) -> Fraction {
    Fraction(
      reduisant: gauche.numerateur * droite.numerateur,
      gauche.denominateur * droite.denominateur,
    )
  }
}

extension Fraction {
  /// The quotient; `nil` when the divisor is zero.
  public func divise(par diviseur: Fraction) -> Fraction? {
    guard diviseur != 0 else { return nil }
    return Fraction(
      reduisant: numerateur * diviseur.denominateur,
      denominateur * diviseur.numerateur,
    )
  }

  /// The largest whole number that is not above the value.
  public var partieEntiere: Fraction {
    let quotient = numerateur / denominateur
    return Fraction(reduisant: numerateur % denominateur < 0 ? quotient - 1 : quotient, 1)
  }

  /// The value rounded half up to so many decimals.
  public func arrondie(decimales: Int) -> Fraction { arrondie(decimales).valeur }

  /// « 458/43 », « 10 »: the exact value as programs exchange it.
  public var exacte: String {
    denominateur == 1 ? "\(numerateur)" : "\(numerateur)/\(denominateur)"
  }
}

// MARK: - Showing

extension Fraction {
  /// The value with a decimal comma, rounded half up, that never crosses a threshold by rounding.
  ///
  /// 9.995 shown with two decimals beside a threshold of 10 is « 9,995 », not « 10,00 »: digits are
  /// added until the text and the value stand on the same side of each threshold.
  /// - Parameters:
  ///   - decimales: digits after the comma when no threshold is near, from 0 to 12.
  ///   - seuils: the values that a verdict compares with.
  /// - Returns: the decimal text, or the ratio itself when twelve digits do not tell it apart.
  public func affichee(decimales: Int, sansFranchir seuils: [Fraction] = []) -> String {
    for precision in decimales...max(decimales, 12) {
      let (arrondi, texte) = arrondie(precision)
      if seuils.allSatisfy({ Self.ordre(arrondi, $0) == Self.ordre(self, $0) }) { return texte }
    }
    return "\(numerateur)/\(denominateur)"
  }

  private static func ordre(_ valeur: Fraction, _ seuil: Fraction) -> Int {
    valeur < seuil ? -1 : (valeur == seuil ? 0 : 1)
  }

  private func arrondie(_ precision: Int) -> (valeur: Fraction, texte: String) {
    var puissance: Int128 = 1
    for _ in 0..<precision { puissance *= 10 }
    let double = 2 * numerateur * puissance + denominateur
    var quotient = double / (2 * denominateur)
    if double % (2 * denominateur) < 0 { quotient -= 1 }
    let grandeur = String(quotient.magnitude)
    let chiffres =
      String(repeating: "0", count: max(0, precision + 1 - grandeur.count)) + grandeur
    let entiers = chiffres.dropLast(precision)
    let texte =
      (quotient < 0 ? "-" : "") + entiers
      + (precision > 0 ? "," + chiffres.suffix(precision) : "")
    return (Fraction(reduisant: quotient, puissance), texte)
  }
}
