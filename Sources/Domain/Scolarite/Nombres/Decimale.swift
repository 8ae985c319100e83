/// An exact decimal number as people write it: hours, coefficients, credits, marks.
///
/// Kept as a whole number of millionths, so that no digit entered is ever lost. The magnitude is
/// under one million: then no sum over a document that can be read overflows 64 bits.
public struct Decimale: Hashable, Sendable {
  /// The value times one million.
  public let millioniemes: Int64

  /// The exclusive bound of a value that is read or typed.
  public static let borne: Int64 = 1_000_000

  private static let echelle: Int64 = 1_000_000
  private static let chiffresMaximaux = 6
}

// MARK: - Reading

extension Decimale {
  /// Reads « 12 », « 7,5 » or « -0.25 »: at most six digits after the comma or the point.
  ///
  /// Returns `nil` for any other shape, and from one million on.
  @specialized(where Texte == String)
  @specialized(where Texte == Substring)
  public init?<Texte: StringProtocol>(_ texte: Texte) {
    let negatif = texte.first == "-"
    let parties = texte.dropFirst(negatif ? 1 : 0)
      .split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard let entiers = parties.first, Self.sontDesChiffres(entiers), entiers.utf8.count <= 18,
      let unites = Int64(entiers), unites < Self.borne
    else { return nil }
    var fraction: Int64 = 0
    if parties.count == 2 {
      let decimales = parties[1]
      guard Self.sontDesChiffres(decimales), decimales.utf8.count <= Self.chiffresMaximaux else {
        return nil
      }
      let zeros = String(repeating: "0", count: Self.chiffresMaximaux - decimales.utf8.count)
      fraction = Int64(decimales + zeros) ?? 0
    }
    let valeur = unites * Self.echelle + fraction
    self.init(millioniemes: negatif ? -valeur : valeur)
  }

  /// A value kept as millionths; `nil` from one million on.
  public init?(enMillioniemes valeur: Int64) {
    guard valeur.magnitude < UInt64(Self.borne * Self.echelle) else { return nil }
    self.init(millioniemes: valeur)
  }

  private static func sontDesChiffres(_ texte: some StringProtocol) -> Bool {
    !texte.isEmpty && texte.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension Decimale: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) {
    self.init(millioniemes: value * Self.echelle)
  }

  /// A whole number.
  public init(_ entier: Int) {
    self.init(millioniemes: Int64(entier) * Self.echelle)
  }
}

// MARK: - Arithmetic

extension Decimale: Comparable, AdditiveArithmetic {
  public static let zero: Decimale = 0

  public static func < (gauche: Decimale, droite: Decimale) -> Bool {
    gauche.millioniemes < droite.millioniemes
  }

  public static func + (gauche: Decimale, droite: Decimale) -> Decimale {
    Decimale(millioniemes: gauche.millioniemes + droite.millioniemes)
  }

  public static func - (gauche: Decimale, droite: Decimale) -> Decimale {
    Decimale(millioniemes: gauche.millioniemes - droite.millioniemes)
  }
}

extension Sequence<Decimale> {
  /// The exact sum; zero for none.
  public func somme() -> Decimale { reduce(.zero, +) }
}

// MARK: - Writing

extension Decimale: CustomStringConvertible {
  /// The shortest exact form, with a decimal comma: « 7,5 ».
  public var description: String { ecrite(separateur: ",") }

  /// The shortest exact form with a decimal point: « 7.5 », a JSON number.
  public var litteralJSON: String { ecrite(separateur: ".") }

  private func ecrite(separateur: String) -> String {
    let grandeur = millioniemes.magnitude
    let (unites, reste) = grandeur.quotientAndRemainder(dividingBy: UInt64(Self.echelle))
    var texte = (millioniemes < 0 ? "-" : "") + String(unites)
    guard reste > 0 else { return texte }
    let chiffres = String(reste)
    texte += separateur + String(repeating: "0", count: Self.chiffresMaximaux - chiffres.count)
    texte += chiffres
    while texte.last == "0" { texte.removeLast() }
    return texte
  }
}
