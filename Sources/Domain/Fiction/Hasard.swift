public import Scolarite

/// Numbers that depend only on a seed, on every machine: SplitMix64 and whole arithmetic.
public struct Hasard: RandomNumberGenerator, Sendable {
  private var etat: UInt64

  public init(graine: UInt64) {
    etat = graine
  }

  /// The generator of one rank among many of the same seed, whatever the others drew.
  public init(graine: UInt64, rang: Int) {
    var racine = Hasard(graine: graine)
    var branche = Hasard(graine: racine.next() ^ UInt64(truncatingIfNeeded: rang))
    etat = branche.next()
  }

  public mutating func next() -> UInt64 {
    etat &+= 0x9E37_79B9_7F4A_7C15
    var melange = etat
    melange = (melange ^ (melange >> 30)) &* 0xBF58_476D_1CE4_E5B9
    melange = (melange ^ (melange >> 27)) &* 0x94D0_49BB_1331_11EB
    return melange ^ (melange >> 31)
  }
}

extension Hasard {
  /// A whole number of a range, which holds fewer than 2⁶³.
  public mutating func entier(_ plage: ClosedRange<Int>) -> Int {
    let largeur = UInt64(plage.upperBound - plage.lowerBound) + 1
    return plage.lowerBound + Int(next().multipliedFullWidth(by: largeur).high)
  }

  public mutating func chance(surCent: Int) -> Bool { entier(1...100) <= surCent }

  public mutating func chance(surMille: Int) -> Bool { entier(1...1000) <= surMille }

  /// One of the values, of which there is at least one.
  public mutating func parmi<Valeur>(_ valeurs: [Valeur]) -> Valeur {
    valeurs[entier(0...(valeurs.count - 1))]
  }

  /// A deviation from zero, roughly normal: the sum of four uniform numbers of 16 bits.
  ///
  /// No draw exceeds three and a half times the standard deviation, `type`.
  public mutating func ecart(type: Int) -> Int {
    let bits = next()
    let somme = (0..<4).reduce(0) { $0 + Int((bits >> (16 * UInt64($1))) & 0xFFFF) }
    return (somme - 131_070) * type / 37_837
  }

  /// A number of quarters.
  public mutating func quarts(_ plage: ClosedRange<Int>) -> Decimale {
    Decimale(milliemes: 250 * entier(plage))
  }
}

extension Decimale {
  /// A number of thousandths, from zero on.
  init(milliemes: Int) {
    let (unites, reste) = milliemes.quotientAndRemainder(dividingBy: 1000)
    self = Decimale(unites) + Self.milliemes[reste]
  }

  /// From 0 to 0.999, so that no draw reads a text.
  private static let milliemes: [Decimale] = {
    guard let un = Decimale("0.001") else { preconditionFailure("« 0.001 » is a decimal number") }
    var suivant = Decimale.zero
    return (0..<1000).map { _ in
      defer { suivant += un }
      return suivant
    }
  }()
}
