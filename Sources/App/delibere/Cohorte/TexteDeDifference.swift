internal import Scolarite
internal import Text

/// What a hypothesis changes, told from the conclusions down to what made them change.
struct TexteDeDifference {
  private let difference: Difference
  private let hypotheses: [String]

  init(_ difference: Difference, _ hypotheses: [String]) {
    self.difference = difference
    self.hypotheses = hypotheses
  }

  var texte: String {
    let titre = "Et si \(hypotheses.joined(separator: ", ")) ?\n"
    let deplacements = difference.deplacements
    guard !difference.ecarts.isEmpty || !deplacements.isEmpty else {
      return titre + "Rien ne change : ni moyenne, ni acquisition, ni passage.\n" + aNoter
    }
    var texte = titre + (difference.ecarts.isEmpty ? "Aucun verdict ne change.\n" : "")
    for ecart in difference.ecarts {
      var dites: Set<String> = [ecart.sujet]
      texte += "\n\(ligne(ecart))\n" + causes(ecart.causes, marge: "  ", &dites)
    }
    let changes = Set(difference.ecarts.map(\.sujet))
    let autres = deplacements.filter { !changes.contains($0.sujet) }.map {
      "  \($0.sujet) : \($0.avant.moyenneAffichee) → \($0.apres.moyenneAffichee)\n"
    }
    if !autres.isEmpty {
      texte += "\nMoyennes qui changent sans changer de verdict :\n" + autres.joined()
    }
    return texte + aNoter
  }

  /// What the jury would have to see besides: an enrolment without effect, for instance.
  private var aNoter: String {
    let connus = Set(difference.avant.signalements)
    return difference.apres.signalements.filter { !connus.contains($0) }
      .map { "À noter : \($0).\n" }.joined()
  }

  /// What made a conclusion change; a cause is told once, and a step on the same subject is passed.
  private func causes(_ ecarts: [Ecart], marge: String, _ dites: inout Set<String>) -> String {
    var texte = ""
    for ecart in ecarts {
      let estVerdict = ecart.apres?.conclusion.estVerdict ?? ecart.avant?.conclusion.estVerdict
      if estVerdict == true, dites.contains(ecart.sujet) {
        texte += causes(ecart.causes, marge: marge, &dites)
        continue
      }
      guard dites.insert("\(ecart.regle.nom) \(ecart.sujet)").inserted else { continue }
      texte += "\(marge)parce que \(ligne(ecart))\n"
      texte += ecart.causes.isEmpty ? faits(ecart, marge: marge + "  ") : ""
      texte += causes(ecart.causes, marge: marge + "  ", &dites)
    }
    return texte
  }

  private func faits(_ ecart: Ecart, marge: String) -> String {
    let (anciens, nouveaux) = ecart.faits
    return anciens.map { "\(marge)− \(phrase($0))\n" }.joined()
      + nouveaux.map { "\(marge)+ \(phrase($0))\n" }.joined()
  }

  /// « UE12 : non acquise (9,70) → acquise par compensation (9,90) ».
  private func ligne(_ ecart: Ecart) -> String {
    let nom = ecart.regle.nom == "ouverture-session2" ? "session 2, \(ecart.sujet)" : ecart.sujet
    return "\(nom) : \(phrase(ecart.avant, difference.avant)) → "
      + phrase(ecart.apres, difference.apres)
  }

  private func phrase(_ preuve: Preuve?, _ etat: EtatDAnnee<AvecPreuve>) -> String {
    guard let preuve else { return "sans objet" }
    let conclusion = VocabulaireDePreuve.conclusion(preuve)
    guard preuve.conclusion.estVerdict, preuve.regle.nom != "ouverture-session2",
      let moyenne = etat.moyenne(preuve.sujet)
    else { return conclusion }
    return "\(conclusion) (\(moyenne.moyenneAffichee))"
  }

  private func phrase(_ terme: Preuve.Terme) -> String {
    "\(VocabulaireDePreuve.terme(terme.nom)) : \(VocabulaireDePreuve.valeur(terme.valeur))"
  }
}

extension Preuve.Valeur {
  fileprivate var estVerdict: Bool {
    switch self {
    case .verdict: true
    case .nombre, .texte: false
    }
  }
}

extension EtatDAnnee<AvecPreuve> {
  /// The average of « UE12 » or of « C2 niveau 1 ».
  fileprivate func moyenne(_ sujet: String) -> Fraction? {
    if let code = CodeUE(sujet) { return ues[code]?.moyenne?.valeur }
    return rcues.values.first { $0.cle.sujet == sujet }?.moyenne?
      .valeur
  }
}
