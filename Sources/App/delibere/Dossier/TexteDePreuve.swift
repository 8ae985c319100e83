internal import Scolarite
internal import Text

/// The grounds of a result, as an indented explanation.
enum TexteDePreuve {
  /// The trees asked for, each step with its article, its rule, its arithmetic and its conclusion.
  static func texte(_ preuves: [Preuve], sur sujet: String?) -> String {
    let choisies = preuves.portant(sur: sujet)
    guard !choisies.isEmpty else { return "" }
    return "\nPourquoi ?\n" + choisies.map { arbre($0, marge: "") }.joined(separator: "\n")
  }

  private static func arbre(_ preuve: Preuve, marge: String) -> String {
    var texte = "\(marge)\(preuve.sujet) : \(VocabulaireDePreuve.conclusion(preuve))"
    texte += " — \(preuve.regle.article)\n"
    let suite = marge + "    "
    texte += lignes("Règle : \(preuve.regle.enonce)", suite)
    if !preuve.termes.isEmpty {
      texte += lignes(
        "Données : " + preuve.termes.map(VocabulaireDePreuve.phrase).joined(separator: " ; "),
        suite,
      )
    }
    if let calcul = preuve.calcul {
      texte += lignes(
        "Calcul : \(VocabulaireDePreuve.calcul(calcul)) → "
          + VocabulaireDePreuve.valeur(preuve.conclusion),
        suite,
      )
    }
    for reglage in preuve.parametres {
      texte += lignes("Réglage : " + VocabulaireDePreuve.phrase(reglage), suite)
    }
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
}
