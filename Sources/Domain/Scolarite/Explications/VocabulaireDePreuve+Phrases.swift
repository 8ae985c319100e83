extension VocabulaireDePreuve {
  /// A setting with its value, its source and since when it holds.
  public static func phrase(_ reglage: Reglage) -> String {
    let enonce = Parametre.nomme(reglage.nom).map { String($0.enonce.dropLast()) } ?? reglage.nom
    let confirmer = reglage.aConfirmer ? ", à confirmer par l’établissement" : ""
    let depuis = reglage.depuis.map { ", depuis le \(Francais.date($0.description))" } ?? ""
    return "\(enonce) : \(valeur(reglage.valeur)) (\(reglage.source)\(depuis)\(confirmer))"
  }

  /// An input with its value and its weight.
  public static func phrase(_ terme: Preuve.Terme) -> String {
    "\(self.terme(terme.nom)) : \(valeur(terme.valeur))"
      + (poids(terme).map { " (poids \($0))" } ?? "")
  }

  /// The weight of an input, `nil` where it has none.
  public static func poids(_ terme: Preuve.Terme) -> String? {
    terme.poids.map(chiffres)
  }

  /// The exact decimals where six are enough; else four of them, and the ratio that they are near.
  private static func chiffres(_ fraction: Fraction) -> String {
    let exacte = (0...6).first { fraction.arrondie(decimales: $0) == fraction }
    if let exacte { return fraction.affichee(decimales: exacte) }
    let proche = fraction.affichee(decimales: 4)
    return "≈ \(proche), soit \(fraction.numerateur)/\(fraction.denominateur)"
  }

  /// The expression with the signs that people write and decimals for ratios.
  public static func calcul(_ calcul: String) -> String {
    calcul.replacing(/\((-?\d+)\/(\d+)\)/) { trouve in
      let fraction = Int128(trouve.1).flatMap { haut in
        Int128(trouve.2).flatMap { Fraction(haut, sur: $0) }
      }
      guard let chiffres = fraction.map(chiffres) else { return String(trouve.0) }
      return chiffres.first == "≈" ? "(\(chiffres))" : chiffres
    }
    .replacing("*", with: " × ").replacing("+", with: " + ").replacing("-", with: " − ")
    .replacing(">=", with: " ≥ ").replacing("<=", with: " ≤ ").replacing(",0)", with: " ; 0)")
    .replacing("floor", with: "partie entière de ").replacing("ceil", with: "entier supérieur de ")
  }
}
