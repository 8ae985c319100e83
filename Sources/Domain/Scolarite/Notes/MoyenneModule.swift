extension Regle {
  static let moyenneModule = Regle(
    "moyenne-module",
    .arreteBUT("4.1"),
    exigences: ["R1.2.11", "R1.2.15", "R1.3.5", "R2.7", "R4.7"],
    lectures: ["A12", "A19", "A23", "A30", "A41"],
    """
    La moyenne d’un module est celle de ses évaluations, chacune ramenée à 20 et pesée par son \
    coefficient ; une évaluation neutralisée n’y entre pas, une note attendue la laisse inconnue.
    """,
  )
}

extension Moteur {
  /// The average of a module from its tests; incomplete while one is awaited or none counts.
  func moyenneModule(
    _ module: String,
    _ evaluations: [Evaluation],
    _ statut: Statut,
  ) -> Etabli<Issue<Fraction>, M> {
    var points = Fraction.zero
    var poids = Fraction.zero
    var attendues: [String] = []
    for evaluation in evaluations {
      switch valeur(evaluation.entree, statut) {
      case .compte(let note):
        points = points + note * Fraction(evaluation.coefficient)
        poids = poids + Fraction(evaluation.coefficient)
      case .neutralisee: continue
      case .attendue:
        let nom = evaluations.count == 1 ? module : "\(module) (\(evaluation.nom))"
        attendues.append("\(nom) : \(evaluation.entree.mot)")
      }
    }
    guard attendues.isEmpty, let moyenne = points.divise(par: poids), moyenne.estManiable else {
      let raison = points.estDefinie ? "aucune note" : "barèmes trop nombreux pour un calcul exact"
      let manque = attendues.isEmpty ? ["\(module) : \(raison)"] : attendues
      return Etabli(.incomplet(manque: manque)) { preuve(module, evaluations, statut) }
    }
    return Etabli(.valeur(moyenne)) { preuve(module, evaluations, statut, moyenne) }
  }

  /// The entries that keep a module from having an average: awaited, or left out.
  private func preuve(
    _ module: String,
    _ evaluations: [Evaluation],
    _ statut: Statut,
  ) -> Preuve {
    let termes = evaluations.compactMap { evaluation -> Preuve.Terme? in
      switch valeur(evaluation.entree, statut) {
      case .compte: nil
      case .neutralisee:
        .init("\(evaluation.nom) : \(evaluation.entree.mot)", .texte("neutralisée"))
      case .attendue:
        .init(evaluation.nom.replacing(" : ", with: ", "), .texte(evaluation.entree.mot))
      }
    }
    return Preuve(
      .moyenneModule,
      module,
      termes: termes,
      parametres: [reglages.reglage(.zeroABI), reglages.reglage(.rattrapageITI)],
      conclusion: .texte("incomplète"),
    )
  }

  private func preuve(
    _ module: String,
    _ evaluations: [Evaluation],
    _ statut: Statut,
    _ moyenne: Fraction,
  ) -> Preuve {
    let termes = evaluations.map { evaluation -> Preuve.Terme in
      guard case .compte(let note) = valeur(evaluation.entree, statut) else {
        return Preuve.Terme("\(evaluation.nom) : \(evaluation.entree.mot)", .texte("neutralisée"))
      }
      return Preuve.Terme(
        "\(evaluation.nom) : \(evaluation.entree.mot)",
        .nombre(note),
        poids: Fraction(evaluation.coefficient),
      )
    }
    return Preuve(
      .moyenneModule,
      module,
      termes: termes,
      parametres: [reglages.reglage(.zeroABI), reglages.reglage(.rattrapageITI)],
      calcul: Calcul.moyenne(termes),
      conclusion: .nombre(moyenne),
    )
  }
}

/// Writes the arithmetic of a proof as an expression that another program can evaluate.
enum Calcul {
  /// « (12*3+9*2)/(3+2) », over the terms that are numbers with a weight.
  static func moyenne(_ termes: [Preuve.Terme]) -> String {
    let comptes = termes.compactMap { terme -> (Fraction, Fraction)? in
      guard case .nombre(let valeur) = terme.valeur, let poids = terme.poids else { return nil }
      return (valeur, poids)
    }
    let points = comptes.map { "\(nombre($0.0))*\(nombre($0.1))" }.joined(separator: "+")
    let poids = comptes.map { nombre($0.1) }.joined(separator: "+")
    return "(\(points))/(\(poids))"
  }

  /// A number as it stands in an expression: fractions and negative numbers in brackets.
  static func nombre(_ valeur: Fraction) -> String {
    valeur.denominateur == 1 && valeur >= 0 ? valeur.exacte : "(\(valeur.exacte))"
  }
}
