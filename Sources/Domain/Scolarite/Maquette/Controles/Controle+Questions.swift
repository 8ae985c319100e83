extension Controle {
  /// Raises what adds up and yet surprises; a person decides.
  static let questions = Controle(
    nom: "questions",
    article: .feuille("tableau"),
    enonce: "Poids, heures et crédits racontent la même histoire.",
  ) { controlee in
    let maquette = controlee.maquette
    return maquette.semestres.flatMap { semestre in
      poidsContraires(semestre) + poidsSansHeures(semestre) + creditsContraires(semestre)
    } + creditsAuDixieme(maquette)
  }

  /// The same module with at least twice the weight for fewer hours.
  private static func poidsContraires(_ semestre: Maquette.Semestre) -> [Constat] {
    let parCode = Dictionary(
      grouping: semestre.ues.flatMap { ue in ue.modules.map { (ue: ue, module: $0) } }
    ) { $0.module.code.canonique }
    return semestre.ues.flatMap { ue in
      let lieuUE = Lieu(semestre: semestre.numero, ue: ue.code)
      return ue.modulesSitues(dans: lieuUE).compactMap { lieu, module -> Constat? in
        let heures = module.chiffres.heuresEncadrees
        guard
          let autre = parCode[module.code.canonique]?.first(where: {
            let autresHeures = $0.module.chiffres.heuresEncadrees
            let autrePoids = $0.module.coefficient
            return heures > 0 && heures < autresHeures && autrePoids > 0
              && module.coefficient >= autrePoids + autrePoids
          })
        else { return nil }
        return Constat(
          .information,
          a: lieu.dans(.coef),
          .poidsContraireAuxHeures(
            .init(
              heures: heures,
              coefficient: module.coefficient,
              autreUE: autre.ue.code,
              autresHeures: autre.module.chiffres.heuresEncadrees,
              autreCoefficient: autre.module.coefficient,
            )
          ),
        )
      }
    }
  }

  /// A SAÉ without an hour, project included, that weighs a tenth of the semester or more.
  private static func poidsSansHeures(_ semestre: Maquette.Semestre) -> [Constat] {
    let total = semestre.ues.map(\.sommeDesCoefficients).somme()
    let saes = Dictionary(grouping: semestre.ues.flatMap(\.saes), by: \.titre)
    return saes.sorted { $0.key < $1.key }.compactMap { titre, lignes in
      let heures = lignes.map { $0.chiffres.heuresEncadrees + ($0.chiffres[.projet] ?? .zero) }
      let poids = lignes.map(\.coefficient).somme()
      guard heures.somme() == 0, let part = Fraction(poids, de: total), part * 10 >= 1 else {
        return nil
      }
      return Constat(
        .information,
        a: Lieu(semestre: semestre.numero, colonne: .coef),
        .poidsSansHeures(titre: titre, poids: poids, sur: total, ues: lignes.count),
      )
    }
  }

  /// A UE that gives fewer credits than others for more hours.
  private static func creditsContraires(_ semestre: Maquette.Semestre) -> [Constat] {
    let bilans = semestre.ues.map {
      Constat.CreditsEtHeures(ue: $0.code, credits: $0.ects, heures: $0.heuresEncadrees)
    }
    return bilans.compactMap { cas in
      let autres = bilans.filter { $0.heures < cas.heures && $0.credits > cas.credits }
      guard !autres.isEmpty else { return nil }
      return Constat(
        .information,
        a: Lieu(semestre: semestre.numero, ue: cas.ue, colonne: .ects),
        .creditsContrairesAuxHeures(cas, autres: autres),
      )
    }
  }

  /// Credits that are a tenth of the coefficient, rounded, in every UE.
  private static func creditsAuDixieme(_ maquette: Maquette) -> [Constat] {
    let suivent = maquette.ues.allSatisfy { ue in
      let ecart = Fraction(ue.ects) * 10 - Fraction(ue.sommeDesCoefficients)
      return ecart >= -5 && ecart <= 5
    }
    guard suivent, maquette.conventionCoefficientUE == .somme, !maquette.ues.isEmpty else {
      return []
    }
    return [Constat(.information, a: Lieu(colonne: .ects), .creditsAuDixieme)]
  }
}
