/// Numbers that depend only on a seed, on every machine: xoroshiro128+ seeded by SplitMix64.
struct Alea: Sendable {
  private var a: UInt64
  private var b: UInt64

  init(graine: UInt64) {
    var etat = graine
    func melange() -> UInt64 {
      etat &+= 0x9e37_79b9_7f4a_7c15
      var z = etat
      z = (z ^ (z &>> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z &>> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z &>> 31)
    }
    a = melange()
    b = melange() | 1
  }

  @inline(__always)
  mutating func suivant() -> UInt64 {
    let resultat = a &+ b
    let c = a ^ b
    a = ((a &<< 24) | (a &>> 40)) ^ c ^ (c &<< 16)
    b = (c &<< 37) | (c &>> 27)
    return resultat
  }

  /// A number from 0 to `borne` − 1.
  @inline(__always)
  mutating func rang(_ borne: Int) -> Int {
    Int(truncatingIfNeeded: ((suivant() &>> 32) &* UInt64(truncatingIfNeeded: borne)) &>> 32)
  }
}

/// Logarithms and exponentials by the four operations of IEEE 754 only, hence the same everywhere.
enum Exponentielle {
  /// Natural logarithm of a positive number.
  static func logarithme(_ x: Double) -> Double {
    let reduit = x.significand
    let t = (reduit - 1) / (reduit + 1)
    var terme = t
    var somme = 0.0
    var k = 1.0
    while k < 60 {
      somme += terme / k
      terme *= t * t
      k += 2
    }
    return 2 * somme + Double(x.exponent) * 0.693_147_180_559_945_3
  }

  /// e to the power of a number.
  static func puissance(_ x: Double) -> Double {
    let entier = (x / 0.693_147_180_559_945_3).rounded()
    let reste = x - entier * 0.693_147_180_559_945_3
    var terme = 1.0
    var somme = 1.0
    for k in 1..<20 {
      terme *= reste / Double(k)
      somme += terme
    }
    return somme * Double(sign: .plus, exponent: Int(entier), significand: 1)
  }
}
