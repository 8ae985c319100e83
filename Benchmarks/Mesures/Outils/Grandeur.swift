internal import Terrain

/// What is measured: a time or a room in memory.
enum Grandeur {
  case duree(Duration)
  case memoire(octets: Int)

  /// The quantity in its smallest unit.
  private var entier: Int128 {
    switch self {
    case .duree(let duree): duree.attoseconds
    case .memoire(let octets): Int128(octets)
    }
  }

  /// « 12,3 ms », « 412 Mio »: three digits.
  var texte: String {
    let unites: [(nom: String, valeur: Int128)] =
      switch self {
      case .duree:
        [
          ("s", 1_000_000_000_000_000_000), ("ms", 1_000_000_000_000_000),
          ("µs", 1_000_000_000_000), ("ns", 1_000_000_000),
        ]
      case .memoire: [("Gio", 1 << 30), ("Mio", 1 << 20), ("Kio", 1 << 10), ("o", 1)]
      }
    let derniere = unites[unites.count - 1]
    let unite = unites.first { entier >= $0.valeur } ?? derniere
    return Self.troisChiffres(entier, sur: unite.valeur) + "\u{A0}" + unite.nom
  }

  /// How many times the other quantity it is: « 4,2 ».
  func rapport(_ autre: Grandeur) -> String {
    autre.entier > 0 ? Self.troisChiffres(entier, sur: autre.entier) : ""
  }

  func estSous(_ autre: Grandeur) -> Bool { entier < autre.entier }

  /// A ratio with three digits, or as many as its whole part has.
  private static func troisChiffres(_ haut: Int128, sur bas: Int128) -> String {
    let decimales = haut < 10 * bas ? 2 : (haut < 100 * bas ? 1 : 0)
    let echelle: Int128 = decimales == 2 ? 100 : (decimales == 1 ? 10 : 1)
    let arrondi = (2 * haut * echelle + bas) / (2 * bas)
    let (unites, reste) = arrondi.quotientAndRemainder(dividingBy: echelle)
    guard decimales > 0 else { return enMilliers(Int(unites)) }
    let chiffres = String(reste)
    let zeros = String(repeating: "0", count: decimales - chiffres.count)
    return "\(unites),\(zeros)\(chiffres)"
  }
}
