internal import Scolarite
internal import Text

/// The grounds of a result, as an indented explanation.
enum TexteDePreuve {
  /// The trees asked for, each step with its article, its rule, its arithmetic and its conclusion.
  static func texte(_ preuves: [Preuve], sur sujet: String?) -> String {
    let choisies = choisies(preuves, sur: sujet)
    guard !choisies.isEmpty else { return "" }
    return "\nPourquoi ?\n" + choisies.map { arbre($0, marge: "") }.joined(separator: "\n")
  }

  /// The proofs about a subject, else the highest steps about it; all when none is asked for.
  static func choisies(_ preuves: [Preuve], sur sujet: String?) -> [Preuve] {
    guard let sujet else { return preuves }
    let directes = preuves.filter { $0.porte(sur: sujet) }
    return directes.isEmpty ? preuves.flatMap { trouver(sujet, dans: $0) } : directes
  }

  private static func trouver(_ sujet: String, dans preuve: Preuve) -> [Preuve] {
    preuve.porte(sur: sujet)
      ? [preuve] : preuve.premisses.flatMap { trouver(sujet, dans: $0) }
  }

  private static func arbre(_ preuve: Preuve, marge: String) -> String {
    var texte = "\(marge)\(preuve.sujet) : \(VocabulaireDePreuve.conclusion(preuve))"
    texte += " — \(preuve.regle.article)\n"
    let suite = marge + "    "
    texte += lignes("Règle : \(preuve.regle.enonce)", suite)
    if !preuve.termes.isEmpty {
      texte += lignes("Données : " + preuve.termes.map(phrase).joined(separator: " ; "), suite)
    }
    if let calcul = preuve.calcul {
      texte += lignes("Calcul : \(lisible(calcul)) → \(phrase(preuve.conclusion))", suite)
    }
    for reglage in preuve.parametres { texte += lignes(phrase(reglage), suite) }
    if let changerait = preuve.changerait { texte += lignes("Changerait : \(changerait)", suite) }
    for premisse in preuve.premisses { texte += arbre(premisse, marge: suite) }
    return texte
  }

  private static func lignes(_ texte: String, _ marge: String) -> String {
    let largeur = max(40, 96 - marge.count)
    return wrap(frenchSpacing(texte), width: largeur).enumerated().map { rang, ligne in
      marge + (rang == 0 ? "" : "  ") + ligne + "\n"
    }.joined()
  }

  private static func phrase(_ reglage: Reglage) -> String {
    let enonce = Parametre.nomme(reglage.nom).map { String($0.enonce.dropLast()) } ?? reglage.nom
    let confirmer = reglage.aConfirmer ? ", à confirmer par l’établissement" : ""
    let depuis = reglage.depuis.map { ", depuis le \($0)" } ?? ""
    let valeur = VocabulaireDePreuve.valeur(reglage.valeur)
    return "Réglage : \(enonce) : \(valeur) (\(reglage.source)\(depuis)\(confirmer))"
  }

  private static func phrase(_ terme: Preuve.Terme) -> String {
    let poids =
      terme.poids.map { " (poids \($0.affichee(decimales: 0, sansFranchir: [$0])))" } ?? ""
    return "\(VocabulaireDePreuve.terme(terme.nom)) : \(phrase(terme.valeur))\(poids)"
  }

  private static func phrase(_ valeur: Preuve.Valeur) -> String {
    VocabulaireDePreuve.valeur(valeur)
  }

  /// The expression with the signs that people write and exact decimals where there are.
  private static func lisible(_ calcul: String) -> String {
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

extension Preuve {
  /// Whether the subject starts with a word: « C3 » for « C3 niveau 1 ».
  fileprivate func porte(sur sujet: String) -> Bool {
    self.sujet.split(separator: " ").first.map(String.init) == sujet
  }
}
