extension Jour {
  /// Whether it is a Sunday, the weekly day of rest.
  public var estUnDimanche: Bool {
    guard let dimanche = Jour(2000, 1, 2) else { return false }
    return ecart(depuis: dimanche) % 7 == 0
  }

  /// The public holiday that it is, of those of the code du travail: « Ascension »; `nil` for none.
  public var fete: String? {
    if let fixe = Self.fixes["\(mois)-\(quantieme)"] { return fixe }
    return paques.flatMap { Self.mobiles[ecart(depuis: $0)] }
  }

  private static let fixes = [
    "1-1": "1er janvier", "5-1": "1er mai", "5-8": "8 mai", "7-14": "14 juillet",
    "8-15": "Assomption", "11-1": "Toussaint", "11-11": "11 novembre", "12-25": "Noël",
  ]

  /// By the number of days after Easter.
  private static let mobiles = [
    1: "lundi de Pâques", 39: "Ascension", 50: "lundi de Pentecôte",
  ]

  /// Easter of the year, by the algorithm of Butcher.
  private var paques: Jour? {
    let (cycle, siecle, rang) = (annee % 19, annee / 100, annee % 100)
    let correction = (siecle - (siecle + 8) / 25 + 1) / 3
    let epacte = (19 * cycle + siecle - siecle / 4 - correction + 15) % 30
    let semaine = (32 + 2 * (siecle % 4) + 2 * (rang / 4) - epacte - rang % 4) % 7
    let report = (cycle + 11 * epacte + 22 * semaine) / 451
    let somme = epacte + semaine - 7 * report + 114
    return Jour(annee, somme / 31, somme % 31 + 1)
  }
}
