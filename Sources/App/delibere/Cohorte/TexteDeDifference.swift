internal import Scolarite
internal import Text

/// What a hypothesis changes, told from the conclusions down to what made them change.
enum TexteDeDifference {
  static func texte(_ difference: Difference, _ hypotheses: [String]) -> String {
    let titre = "Et si \(hypotheses.joined(separator: ", ")) ?"
    guard !difference.ecarts.isEmpty else {
      return "\(titre)\nRien ne change : ni moyenne, ni acquisition, ni passage.\n"
    }
    let (hauts, autres) = separer(difference.ecarts)
    var texte = titre + "\n"
    for ecart in hauts { texte += "\n" + arbre(ecart, marge: "") }
    if !autres.isEmpty {
      texte += "\nChangent aussi, sans changer de verdict :\n"
      for ecart in autres { texte += "  " + ligne(ecart) + "\n" }
    }
    return texte
  }

  /// The conclusions that are no longer the same, then those whose figures alone moved.
  private static func separer(_ ecarts: [Ecart]) -> (hauts: [Ecart], autres: [Ecart]) {
    let changent = { (ecart: Ecart) in
      ecart.avant?.conclusion != ecart.apres?.conclusion
        || ecart.avant?.regle != ecart.apres?.regle
    }
    return (ecarts.filter(changent), ecarts.filter { !changent($0) })
  }

  private static func arbre(_ ecart: Ecart, marge: String) -> String {
    var texte = marge + (marge.isEmpty ? "" : "← ") + ligne(ecart) + "\n"
    let suite = marge + "    "
    if ecart.causes.isEmpty {
      let (anciens, nouveaux) = ecart.faits
      for fait in anciens { texte += "\(suite)− \(phrase(fait))\n" }
      for fait in nouveaux { texte += "\(suite)+ \(phrase(fait))\n" }
    }
    for cause in ecart.causes { texte += arbre(cause, marge: suite) }
    return texte
  }

  /// « UE12 : non acquise (9,70) → acquise par compensation ».
  private static func ligne(_ ecart: Ecart) -> String {
    "\(sujet(ecart)) : \(phrase(ecart.avant)) → \(phrase(ecart.apres))"
  }

  private static func sujet(_ ecart: Ecart) -> String {
    ecart.regle.nom == "ouverture-session2" ? "Session 2, \(ecart.sujet)" : ecart.sujet
  }

  private static func phrase(_ preuve: Preuve?) -> String {
    guard let preuve else { return "sans objet" }
    let conclusion = VocabulaireDePreuve.conclusion(preuve)
    let moyenne = preuve.termes.first { $0.nom == "moyenne" && $0.premisse != nil }
    guard let moyenne, case .nombre(let valeur) = moyenne.valeur else { return conclusion }
    return "\(conclusion) (\(valeur.moyenneAffichee))"
  }

  private static func phrase(_ terme: Preuve.Terme) -> String {
    "\(VocabulaireDePreuve.terme(terme.nom)) : \(VocabulaireDePreuve.valeur(terme.valeur))"
  }
}
