extension VocabulaireDePreuve {
  /// A setting with its value, its source and since when it holds.
  public static func phrase(_ reglage: Reglage) -> String {
    let enonce = Parametre.nomme(reglage.nom).map { String($0.enonce.dropLast()) } ?? reglage.nom
    let confirmer = reglage.aConfirmer ? ", à confirmer par l’établissement" : ""
    let depuis = reglage.depuis.map { ", depuis le \($0)" } ?? ""
    return "\(enonce) : \(valeur(reglage.valeur)) (\(reglage.source)\(depuis)\(confirmer))"
  }

  /// An input with its value and its weight.
  public static func phrase(_ terme: Preuve.Terme) -> String {
    "\(self.terme(terme.nom)) : \(valeur(terme.valeur))"
      + (poids(terme).map { " (poids \($0))" } ?? "")
  }

  /// The weight of an input, `nil` where it has none.
  public static func poids(_ terme: Preuve.Terme) -> String? {
    terme.poids.map { $0.affichee(decimales: 0, sansFranchir: [$0]) }
  }

  /// The expression with the signs that people write and exact decimals where there are.
  public static func calcul(_ calcul: String) -> String {
    calcul.replacing(/\((-?\d+)\/(\d+)\)/) { trouve in
      let fraction = Int128(trouve.1).flatMap { haut in
        Int128(trouve.2).flatMap { Fraction(haut, sur: $0) }
      }
      return fraction.map { $0.affichee(decimales: 0, sansFranchir: [$0]) } ?? String(trouve.0)
    }
    .replacing("*", with: " × ").replacing("+", with: " + ").replacing("-", with: " − ")
    .replacing(">=", with: " ≥ ").replacing("<=", with: " ≤ ").replacing(",0)", with: " ; 0)")
    .replacing("floor", with: "partie entière de ").replacing("ceil", with: "entier supérieur de ")
  }
}
