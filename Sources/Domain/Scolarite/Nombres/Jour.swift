/// A day of the civil calendar, in Europe/Paris.
public struct Jour: Hashable, Sendable {
  public let annee: Int
  public let mois: Int
  public let quantieme: Int

  /// A day that exists, from 1900 to 2199.
  public init?(_ annee: Int, _ mois: Int, _ quantieme: Int) {
    guard (1900...2199).contains(annee), (1...12).contains(mois),
      (1...Jour.longueur(annee, mois)).contains(quantieme)
    else { return nil }
    self.init(verifie: annee, mois, quantieme)
  }

  private init(verifie annee: Int, _ mois: Int, _ quantieme: Int) {
    self.annee = annee
    self.mois = mois
    self.quantieme = quantieme
  }

  /// Reads « 2026-07-01 ».
  public init?(_ texte: some StringProtocol) {
    var (champs, champ, longueur) = ((0, 0, 0), 0, 0)
    for octet in texte.utf8 {
      longueur += 1
      if longueur == 5 || longueur == 8 {
        guard octet == UInt8(ascii: "-") else { return nil }
        champ += 1
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet), longueur <= 10 else {
        return nil
      }
      let chiffre = Int(octet - UInt8(ascii: "0"))
      switch champ {
      case 0: champs.0 = 10 * champs.0 + chiffre
      case 1: champs.1 = 10 * champs.1 + chiffre
      default: champs.2 = 10 * champs.2 + chiffre
      }
    }
    guard longueur == 10 else { return nil }
    self.init(champs.0, champs.1, champs.2)
  }

  /// The first of September that opens a university year.
  public init(ouvrant annee: AnneeUniversitaire) {
    self.init(verifie: annee.debut, 9, 1)
  }

  /// The thirty-first of August that closes a university year.
  public init(cloturant annee: AnneeUniversitaire) {
    self.init(verifie: annee.debut + 1, 8, 31)
  }

  private static func longueur(_ annee: Int, _ mois: Int) -> Int {
    switch mois {
    case 4, 6, 9, 11: 30
    case 2: annee % 4 == 0 && (annee % 100 != 0 || annee % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension Jour: Comparable, CustomStringConvertible {
  public static func < (gauche: Jour, droite: Jour) -> Bool { gauche.rang < droite.rang }

  /// The number of days since 1 March of year 0.
  private var rang: Int {
    let (a, m) = mois > 2 ? (annee, mois - 3) : (annee - 1, mois + 9)
    return 365 * a + a / 4 - a / 100 + a / 400 + (153 * m + 2) / 5 + quantieme - 1
  }

  /// The number of days from another day to this one; negative when the other comes later.
  public func ecart(depuis autre: Jour) -> Int { rang - autre.rang }

  /// The same day of the next month, or its last day where it has no such day (A31).
  public var unMoisApres: Jour {
    let (a, m) = mois == 12 ? (annee + 1, 1) : (annee, mois + 1)
    return Jour(verifie: a, m, min(quantieme, Self.longueur(a, m)))
  }

  /// The day so many days later, or earlier; the last that exists where it would go beyond.
  public func plus(jours: Int) -> Jour {
    var (a, m, q) = (annee, mois, quantieme + jours)
    while q < 1 {
      (a, m) = m == 1 ? (a - 1, 12) : (a, m - 1)
      guard a >= 1900 else { return Jour(verifie: 1900, 1, 1) }
      q += Self.longueur(a, m)
    }
    while q > Self.longueur(a, m) {
      q -= Self.longueur(a, m)
      (a, m) = m == 12 ? (a + 1, 1) : (a, m + 1)
      guard a <= 2199 else { return Jour(verifie: 2199, 12, 31) }
    }
    return Jour(verifie: a, m, q)
  }

  /// « 2026-07-01 ».
  public var description: String {
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    return "\(annee)-\(deux(mois))-\(deux(quantieme))"
  }
}

/// A minute of a day, in Europe/Paris.
public struct Instant: Hashable, Sendable {
  public let jour: Jour
  /// Minutes since midnight, 0 to 1439.
  public let minute: Int

  /// Reads « 2026-03-02T13:59 ».
  public init?(_ texte: some StringProtocol) {
    let parties = texte.split(separator: "T", omittingEmptySubsequences: false)
    guard parties.count == 2, let jour = Jour(parties[0]) else { return nil }
    let heures = parties[1].split(separator: ":", omittingEmptySubsequences: false)
    guard heures.map(\.count) == [2, 2], let heure = Int(heures[0]), let minute = Int(heures[1]),
      (0...23).contains(heure), (0...59).contains(minute)
    else { return nil }
    self.jour = jour
    self.minute = 60 * heure + minute
  }
}

extension Instant: CustomStringConvertible {
  /// « 2026-03-02T13:59 ».
  public var description: String {
    func deux(_ nombre: Int) -> String { (nombre < 10 ? "0" : "") + String(nombre) }
    return "\(jour)T\(deux(minute / 60)):\(deux(minute % 60))"
  }
}
