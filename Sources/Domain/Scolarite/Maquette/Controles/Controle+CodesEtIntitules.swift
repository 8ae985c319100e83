extension Controle {
  /// Finds odd codes, titles that differ under one code, words badly printed, misnamed totals.
  static let codesEtIntitules = Controle(
    nom: "codes-et-intitules",
    article: .feuille("tableau"),
    enonce: "Un module a un code et un intitulé, les mêmes dans toutes ses UE.",
  ) { controlee in
    let maquette = controlee.maquette
    return maquette.semestres.flatMap(codesDuSemestre) + motsMalEcrits(maquette)
      + totaux(maquette)
  }

  private static func codesDuSemestre(_ semestre: Maquette.Semestre) -> [Constat] {
    let situes = semestre.ues.flatMap {
      $0.modulesSitues(dans: Lieu(semestre: semestre.numero, ue: $0.code))
    }
    return codesNonCanoniques(situes) + titresDifferents(situes) + codesVoisins(situes)
  }

  private typealias ModulesSitues = [(lieu: Lieu, module: Module)]

  /// Each odd shape once a semester, at its first place.
  private static func codesNonCanoniques(_ situes: ModulesSitues) -> [Constat] {
    var vus: Set<CodeModule> = []
    return situes.compactMap { lieu, module in
      guard !module.code.estCanonique, vus.insert(module.code).inserted else { return nil }
      return Constat(.information, a: lieu, .codeNonCanonique(module.code))
    }
  }

  private static func titresDifferents(_ situes: ModulesSitues) -> [Constat] {
    var titres: [String: String] = [:]
    return situes.compactMap { lieu, module in
      let connu = titres[module.code.canonique]
      titres[module.code.canonique] = connu ?? module.titre
      guard let connu, connu != module.titre else { return nil }
      return Constat(.information, a: lieu, .titresDifferents(module.titre, connu))
    }
  }

  /// One title under two codes: the rarer code is the doubtful one.
  private static func codesVoisins(_ situes: ModulesSitues) -> [Constat] {
    let nombres = Dictionary(grouping: situes) { $0.module.code.canonique }.mapValues(\.count)
    let parTitre = Dictionary(grouping: situes) { $0.module.titre }
    return situes.compactMap { lieu, module in
      let usage = nombres[module.code.canonique] ?? 0
      let rival = parTitre[module.titre]?.first {
        $0.module.nature == module.nature && $0.module.code.canonique != module.code.canonique
          && nombres[$0.module.code.canonique] ?? 0 > usage
      }
      guard let rival else { return nil }
      return Constat(
        .avertissement,
        a: lieu,
        .codesVoisins(module.code, rival.module.code, titre: module.titre),
      )
    }
  }

  /// A word of every curriculum that is often misprinted; each misprint is reported once.
  private static func motsMalEcrits(_ maquette: Maquette) -> [Constat] {
    var vus: Set<String> = []
    return maquette.modulesSitues.compactMap { lieu, module in
      guard module.titre == "Portefolio", vus.insert(module.code.canonique).inserted else {
        return nil
      }
      return Constat(
        .information,
        a: lieu,
        .motMalEcrit(lu: module.titre, attendu: "Portfolio"),
      )
    }
  }

  private static func totaux(_ maquette: Maquette) -> [Constat] {
    var constats = maquette.semestres.compactMap { semestre in
      semestre.typeEvaluationDuTotal.map {
        Constat(
          .information,
          a: Lieu(semestre: semestre.numero, ligne: .totalSemestre),
          .typeEvaluationSurTotal($0),
        )
      }
    }
    let niveaux = Set(maquette.ues.map(\.niveau)).sorted()
    if let total = maquette.totalNiveau, let chiffre = total.libelle.last?.wholeNumberValue,
      niveaux.map(\.valeur) != [chiffre]
    {
      constats.append(
        Constat(
          .information,
          a: Lieu(ligne: .totalNiveau),
          .niveauPourAnnee(libelle: total.libelle, niveaux: niveaux),
        )
      )
    }
    return constats
  }
}
