/// An exact ratio of two whole numbers, always reduced, with a positive denominator.
///
/// Arithmetic is checked, in 128 bits: a result that does not fit is `indefinie`, which stays so
/// through every operation, and which rules report instead of a figure. It is never rounded.
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
    guard denominateur != 0, denominateur != .min, numerateur != .min,
      let diviseur = Int128(exactly: diviseur)
    else {
      self = .indefinie
      return
    }
    let signe: Int128 = denominateur < 0 ? -1 : 1
    self.numerateur = signe * (numerateur / diviseur)
    self.denominateur = signe * (denominateur / diviseur)
  }

  private init() {
    numerateur = 0
    denominateur = 0
  }

  /// The result of an operation too large for 128 bits.
  static let indefinie = Fraction()

  /// Whether the value is known: no operation that led to it overflowed.
  public var estDefinie: Bool { denominateur != 0 }

  /// Whether the value leaves room for the few operations that follow an average.
  var estManiable: Bool { estDefinie && denominateur < 1_000_000_000_000_000_000_000_000_000_000 }

  private static func pgcd(_ premier: UInt128, _ second: UInt128) -> UInt128 {
    var (grand, petit) = (premier, second)
    while petit != 0 { (grand, petit) = (petit, grand % petit) }
    return max(grand, 1)
  }
}

extension Fraction: Comparable, AdditiveArithmetic, ExpressibleByIntegerLiteral {
  public static let zero = Fraction(0)

  public init(integerLiteral value: Int) { self.init(value) }

  /// Compares by whole parts, then by what remains, so that no product can overflow.
  public static func < (gauche: Fraction, droite: Fraction) -> Bool {
    var (gauche, droite) = (gauche, droite)
    while gauche.estDefinie, droite.estDefinie {
      let (entierGauche, entierDroite) = (gauche.entier, droite.entier)
      guard entierGauche == entierDroite else { return entierGauche < entierDroite }
      let resteGauche = gauche.numerateur - entierGauche * gauche.denominateur
      let resteDroite = droite.numerateur - entierDroite * droite.denominateur
      guard resteGauche != 0, resteDroite != 0 else { return resteGauche == 0 && resteDroite != 0 }
      (gauche, droite) = (
        Fraction(reduisant: droite.denominateur, resteDroite),
        Fraction(reduisant: gauche.denominateur, resteGauche),
      )
    }
    return false
  }

  /// The largest whole number that is not above the value, which must be defined.
  private var entier: Int128 {
    let quotient = numerateur / denominateur
    return numerateur % denominateur < 0 ? quotient - 1 : quotient
  }

  /// Adds over the least common denominator, so that figures stay as short as they can.
  public static func + (gauche: Fraction, droite: Fraction) -> Fraction {
    guard let commun = Self.diviseurCommun(gauche.denominateur, droite.denominateur),
      let premier = Self.produit(gauche.numerateur, droite.denominateur / commun),
      let second = Self.produit(droite.numerateur, gauche.denominateur / commun)
    else { return .indefinie }
    let (somme, deborde) = premier.addingReportingOverflow(second)
    guard !deborde, somme != .min, let reste = Self.diviseurCommun(somme, commun),
      let denominateur = Self.produit(
        gauche.denominateur / commun,
        droite.denominateur / reste,
      )
    else { return .indefinie }
    return Fraction(reduisant: somme / reste, denominateur)
  }

  public static func - (gauche: Fraction, droite: Fraction) -> Fraction {
    gauche + Fraction(reduisant: -droite.numerateur, droite.denominateur)
  }

  /// Multiplies after crosswise simplification.
  public static func * (gauche: Fraction, droite: Fraction) -> Fraction {
    guard let premier = Self.diviseurCommun(gauche.numerateur, droite.denominateur),
      let second = Self.diviseurCommun(droite.numerateur, gauche.denominateur),
      let numerateur = Self.produit(gauche.numerateur / premier, droite.numerateur / second),
      let denominateur = Self.produit(
        gauche.denominateur / second,
        droite.denominateur / premier,
      )
    else { return .indefinie }
    return Fraction(reduisant: numerateur, denominateur)
  }

  /// The greatest common divisor; `nil` beside a value that is not defined.
  private static func diviseurCommun(_ gauche: Int128, _ droite: Int128) -> Int128? {
    guard droite != 0 || gauche != 0 else { return nil }
    return Int128(exactly: pgcd(gauche.magnitude, droite.magnitude))
  }

  private static func produit(_ gauche: Int128, _ droite: Int128) -> Int128? {
    let (produit, deborde) = gauche.multipliedReportingOverflow(by: droite)
    return deborde ? nil : produit
  }
}

extension Fraction {
  /// The quotient; `nil` when the divisor is zero.
  public func divise(par diviseur: Fraction) -> Fraction? {
    guard diviseur != 0 else { return nil }
    return self * Fraction(reduisant: diviseur.denominateur, diviseur.numerateur)
  }

  /// The largest whole number that is not above the value.
  public var partieEntiere: Fraction {
    estDefinie ? Fraction(reduisant: entier, 1) : .indefinie
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
  /// Two decimals, without the zeros that say nothing: « 4 », « 4,5 », « 107,7 ».
  public var abregee: String {
    var texte = affichee(decimales: 2)
    guard texte.contains(",") else { return texte }
    while texte.last == "0" { texte.removeLast() }
    if texte.last == "," { texte.removeLast() }
    return texte
  }

  /// The value with a decimal comma, rounded half up, that never crosses a threshold by rounding.
  ///
  /// 9.995 shown with two decimals beside a threshold of 10 is « 9,995 », not « 10,00 »: digits are
  /// added until the text and the value stand on the same side of each threshold.
  /// - Parameters:
  ///   - decimales: digits after the comma when no threshold is near, from 0 to 12.
  ///   - seuils: the values that a verdict compares with.
  /// - Returns: the decimal text, or the ratio itself when twelve digits do not tell it apart.
  public func affichee(decimales: Int, sansFranchir seuils: [Fraction] = []) -> String {
    if seuils.isEmpty { return courte(decimales) }
    for precision in decimales...max(decimales, 12) {
      let (arrondi, texte) = arrondie(precision)
      if seuils.allSatisfy({ Self.ordre(arrondi, $0) == Self.ordre(self, $0) }) { return texte }
    }
    return "\(numerateur)/\(denominateur)"
  }

  /// So many decimals, without looking at anything else.
  private func courte(_ decimales: Int) -> String {
    let puissance = (0..<decimales).reduce(into: Int128(1)) { produit, _ in produit *= 10 }
    return unites(puissance).map { Self.texte($0, decimales) } ?? exacte
  }

  private static func ordre(_ valeur: Fraction, _ seuil: Fraction) -> Int {
    valeur < seuil ? -1 : (valeur == seuil ? 0 : 1)
  }

  private func arrondie(_ precision: Int) -> (valeur: Fraction, texte: String) {
    var puissance: Int128 = 1
    for _ in 0..<precision { puissance *= 10 }
    guard let arrondi = unites(puissance) else { return (self, exacte) }
    return (Fraction(reduisant: arrondi, puissance), Self.texte(arrondi, precision))
  }

  /// How many parts of one, of so many, are nearest, half up; `nil` where it cannot be told.
  private func unites(_ parts: Int128) -> Int128? {
    if let numerateur = Int64(exactly: numerateur), let denominateur = Int64(exactly: denominateur),
      denominateur > 0, let parts = Int64(exactly: parts)
    {
      let (double, deborde) = numerateur.multipliedReportingOverflow(by: parts)
      let (haut, deborde2) = double.multipliedReportingOverflow(by: 2)
      let (somme, deborde3) = haut.addingReportingOverflow(denominateur)
      let (bas, deborde4) = denominateur.multipliedReportingOverflow(by: 2)
      if !deborde, !deborde2, !deborde3, !deborde4 {
        let (quotient, reste) = somme.quotientAndRemainder(dividingBy: bas)
        return Int128(reste < 0 ? quotient - 1 : quotient)
      }
    }
    let demi = Fraction(reduisant: 1, 2)
    let arrondi = (self * Fraction(reduisant: parts, 1) + demi).partieEntiere
    return arrondi.estDefinie ? arrondi.numerateur : nil
  }

  /// So many parts of a power of ten, with a decimal comma.
  private static func texte(_ unites: Int128, _ precision: Int) -> String {
    let grandeur = UInt64(exactly: unites.magnitude).map { String($0) } ?? String(unites.magnitude)
    let chiffres =
      String(repeating: "0", count: max(0, precision + 1 - grandeur.utf8.count)) + grandeur
    let signe = unites < 0 ? "-" : ""
    guard precision > 0 else { return signe + chiffres }
    return signe + chiffres.dropLast(precision) + "," + chiffres.suffix(precision)
  }
}
