internal import Scolarite
internal import Text

/// The grounds of a result, as an indented explanation.
enum TexteDePreuve {
  /// The trees asked for, each step with its article, its rule, its arithmetic and its conclusion.
  static func texte(_ preuves: [Preuve], sur sujet: String?) -> String {
    let choisies = preuves.filter { preuve in
      sujet.map { preuve.sujet.hasPrefix($0) } ?? true
    }
    guard !choisies.isEmpty else { return "" }
    return "\nPourquoi ?\n" + choisies.map { arbre($0, marge: "") }.joined(separator: "\n")
  }

  private static func arbre(_ preuve: Preuve, marge: String) -> String {
    var texte = "\(marge)\(preuve.sujet) : \(phrase(preuve.conclusion))"
    texte += " — \(preuve.regle.nom), \(preuve.regle.article)\n"
    let suite = marge + "    "
    texte += lignes("Règle : \(preuve.regle.enonce)", suite)
    if !preuve.termes.isEmpty {
      texte += lignes("Données : " + preuve.termes.map(phrase).joined(separator: " ; "), suite)
    }
    if let calcul = preuve.calcul {
      texte += lignes("Calcul : \(lisible(calcul)) → \(phrase(preuve.conclusion))", suite)
    }
    for reglage in preuve.parametres {
      let confirmer = reglage.aConfirmer ? ", à confirmer par l’établissement" : ""
      let depuis = reglage.depuis.map { " depuis le \($0)" } ?? ""
      let source = "\(reglage.source)\(depuis)\(confirmer)"
      texte += lignes("Réglage : \(reglage.nom) = \(reglage.valeur) (\(source))", suite)
    }
    if let changerait = preuve.changerait { texte += lignes("Changerait : \(changerait)", suite) }
    for premisse in preuve.premisses { texte += arbre(premisse, marge: suite) }
    return texte
  }

  private static func lignes(_ texte: String, _ marge: String) -> String {
    let largeur = max(40, 96 - marge.count)
    return wrap(texte, width: largeur).enumerated().map { rang, ligne in
      marge + (rang == 0 ? "" : "  ") + ligne + "\n"
    }.joined()
  }

  private static func phrase(_ terme: Preuve.Terme) -> String {
    let poids =
      terme.poids.map { " (poids \($0.affichee(decimales: 0, sansFranchir: [$0])))" } ?? ""
    return "\(terme.nom) = \(phrase(terme.valeur))\(poids)"
  }

  private static func phrase(_ valeur: Preuve.Valeur) -> String {
    switch valeur {
    case .nombre(let nombre): nombre.moyenneAffichee
    case .verdict(let verdict): verdict ? "oui" : "non"
    case .texte(let texte): texte
    }
  }

  private static func lisible(_ calcul: String) -> String {
    calcul.replacing("*", with: " × ").replacing("+", with: " + ").replacing(">=", with: " ≥ ")
      .replacing("<=", with: " ≤ ").replacing("floor", with: "partie entière de ")
      .replacing("ceil", with: "entier supérieur de ")
  }
}
