extension Regle {
  static let malus = Regle(
    "malus",
    .reglement("3"),
    exigences: ["R1.3.0", "R1.3.2", "R1.3.3", "R1.3.4", "R2.10", "R4.8"],
    lectures: ["A8", "A9", "A10", "A23"],
    """
    Chaque tranche d’absence injustifiée entamée dans le semestre retire des points à chaque UE de \
    ce semestre ; les alternants n’y sont pas soumis.
    """,
  )
}

extension Moteur {
  /// The points taken from each UE of a semester for its hours of unjustified absence.
  func malus(
    _ semestre: NumeroSemestre,
    heures: Decimale,
    _ statut: Statut,
  ) -> Etabli<Fraction, M> {
    let comptees = max(Fraction(heures) - reglages.nombre(.franchiseABI), 0)
    let soumis = reglages.actif(.malusActif) && article3(statut)
    guard soumis, comptees > 0, let tranches = comptees.divise(par: reglages.nombre(.trancheHeures))
    else { return Etabli(0) { preuve(semestre, heures, statut, 0, nil) } }
    let rang =
      reglages.choisit(.borneTranche, "inferieureIncluse")
      ? tranches.partieEntiere + 1 : .zero - (.zero - tranches).partieEntiere
    let brut = rang * reglages.nombre(.malusParTranche)
    let malus = min(brut, reglages.nombreOuRien(.plafondMalus) ?? brut)
    return Etabli(malus) { preuve(semestre, heures, statut, malus, comptees) }
  }

  private func preuve(
    _ semestre: NumeroSemestre,
    _ heures: Decimale,
    _ statut: Statut,
    _ malus: Fraction,
    _ comptees: Fraction?,
  ) -> Preuve {
    Preuve(
      .malus,
      "S\(semestre.valeur)",
      termes: [
        .init("heuresABI", .nombre(Fraction(heures))),
        .init("article3", .verdict(article3(statut))),
      ],
      parametres: [
        .malusActif, .trancheHeures, .malusParTranche, .borneTranche, .plafondMalus, .franchiseABI,
        .decisionCFVU,
      ].map { reglages.reglage($0) },
      calcul: comptees.map(calculDuMalus),
      conclusion: .nombre(malus),
      changerait: comptees.map(prochaineTranche),
    )
  }

  private func calculDuMalus(_ comptees: Fraction) -> String {
    let tranche = Calcul.nombre(reglages.nombre(.trancheHeures))
    let points = Calcul.nombre(reglages.nombre(.malusParTranche))
    let quotient = "\(Calcul.nombre(comptees))/\(tranche)"
    let brut =
      reglages.choisit(.borneTranche, "inferieureIncluse")
      ? "\(points)*(floor(\(quotient))+1)" : "\(points)*ceil(\(quotient))"
    guard let plafond = reglages.nombreOuRien(.plafondMalus) else { return brut }
    return "min(\(brut),\(Calcul.nombre(plafond)))"
  }

  private func prochaineTranche(_ comptees: Fraction) -> String {
    let tranche = reglages.nombre(.trancheHeures)
    let quotient = comptees.divise(par: tranche) ?? 0
    let reste =
      reglages.choisit(.borneTranche, "inferieureIncluse")
      ? (quotient.partieEntiere + 1) * tranche - comptees
      : (.zero - (.zero - quotient).partieEntiere) * tranche - comptees
    guard reste > 0 else {
      return "à la moindre absence injustifiée de plus, la tranche suivante est entamée"
    }
    return "encore \(reste.affichee(decimales: 2)) h d’absence injustifiée et la tranche suivante "
      + "est entamée"
  }
}
