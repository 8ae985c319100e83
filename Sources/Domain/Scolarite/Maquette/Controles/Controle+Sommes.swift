extension Controle {
  /// Recomputes every printed figure of hours and coefficients.
  static let sommes = Controle(
    nom: "sommes",
    article: .feuille("tableau"),
    enonce: "Chaque total imprimé est la somme de ce qu’il totalise.",
  ) { controlee in
    let faux = controlee.recalculs.filter { !$0.concorde && !$0.estUnCredit }
    return faux.map { Constat(.erreur, a: $0.lieu, .chiffreFaux($0)) }
      + totauxAbsents(controlee.maquette) + conventionUnitaire(controlee.maquette)
  }

  private static func totauxAbsents(_ maquette: Maquette) -> [Constat] {
    var lieux: [Lieu] = []
    for (lieu, ue) in maquette.uesSituees {
      if ue.totaux.ressources == nil { lieux.append(lieu.ligne(.totalDuPole(.ressource))) }
      if ue.totaux.saes == nil { lieux.append(lieu.ligne(.totalDuPole(.sae))) }
      if ue.totaux.ue == nil { lieux.append(lieu.ligne(.totalUE)) }
    }
    for semestre in maquette.semestres where semestre.total == nil {
      lieux.append(Lieu(semestre: semestre.numero, ligne: .totalSemestre))
    }
    if maquette.totalNiveau == nil { lieux.append(Lieu(ligne: .totalNiveau)) }
    return lieux.map { Constat(.avertissement, a: $0, .totalAbsent) }
  }

  private static func conventionUnitaire(_ maquette: Maquette) -> [Constat] {
    let sommes = maquette.ues.map(\.sommeDesCoefficients)
    guard maquette.conventionCoefficientUE == .unite, let minimum = sommes.min(),
      let maximum = sommes.max()
    else { return [] }
    return [
      Constat(
        .information,
        a: Lieu(colonne: .coef),
        .conventionUnitaire(minimum: minimum, maximum: maximum),
      )
    ]
  }
}
