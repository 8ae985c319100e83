extension Controle {
  /// Checks that UE, competences, levels and RCUE fit together (points 3 and 4.4, A5).
  static let structure = Controle(
    nom: "structure",
    article: .arreteBUT("3 et 4.4"),
    enonce: """
      Chaque UE se réfère à un niveau d’une compétence, son code nomme semestre et compétence, et \
      les deux UE d’un même niveau forment un regroupement et un seul.
      """,
  ) { controlee in
    let maquette = controlee.maquette
    return horsAnnee(maquette) + maquette.uesSituees.compactMap(codeContredit)
      + repetitions(maquette) + niveaux(controlee) + maquette.rcues.compactMap(rcueFautif)
  }

  private static func horsAnnee(_ maquette: Maquette) -> [Constat] {
    let annee = maquette.identite.annee
    return maquette.semestres.filter { $0.numero.annee != annee }.map {
      Constat(.erreur, a: Lieu(semestre: $0.numero), .semestreHorsAnnee(annee))
    }
  }

  private static func codeContredit(_ lieu: Lieu, _ ue: UE) -> Constat? {
    guard let semestre = lieu.semestre,
      ue.code.semestre != semestre || ue.code.competence != ue.competence.numero
    else { return nil }
    return Constat(
      .erreur,
      a: lieu,
      .codeUEContredit(semestre: semestre, competence: ue.competence.numero),
    )
  }

  private static func repetitions(_ maquette: Maquette) -> [Constat] {
    var constats: [Constat] = []
    var semestres: Set<NumeroSemestre> = []
    for semestre in maquette.semestres where !semestres.insert(semestre.numero).inserted {
      let lieu = Lieu(semestre: semestre.numero)
      constats.append(Constat(.erreur, a: lieu, .codeRepete("semestre \(semestre.numero.valeur)")))
    }
    var ues: Set<CodeUE> = []
    for (lieu, ue) in maquette.uesSituees {
      if !ues.insert(ue.code).inserted {
        constats.append(Constat(.erreur, a: lieu, .codeRepete(ue.code.texte)))
      }
      var modules: Set<String> = []
      for (place, module) in ue.modulesSitues(dans: lieu)
      where !modules.insert(module.code.canonique).inserted {
        constats.append(Constat(.erreur, a: place, .codeRepete(module.code.imprime)))
      }
    }
    return constats
  }

  private static func niveaux(_ controlee: MaquetteControlee) -> [Constat] {
    guard let etapes = controlee.etapes else { return [] }
    return controlee.maquette.uesSituees.compactMap { lieu, ue in
      guard let etape = etapes[ue.competence.numero] else {
        return Constat(.erreur, a: lieu, .competenceInconnue(ue.competence.numero))
      }
      guard etape.niveau != ue.niveau else { return nil }
      return Constat(
        .erreur,
        a: lieu,
        .niveauContredit(lu: ue.niveau, referentiel: etape.niveau),
      )
    }
  }

  private static func rcueFautif(_ rcue: RCUE) -> Constat? {
    guard let premiere = rcue.ues.first else { return nil }
    let lieu = Lieu(semestre: premiere.code.semestre, ue: premiere.code)
    if rcue.ues.count == 1 {
      return Constat(
        .avertissement,
        a: lieu,
        .rcueIncomplet(competence: rcue.competence.code, niveau: rcue.niveau),
      )
    }
    guard Set(rcue.ues.map(\.code.semestre)).count < rcue.ues.count else { return nil }
    return Constat(
      .erreur,
      a: lieu,
      .rcueDeMemeSemestre(
        competence: rcue.competence.code,
        niveau: rcue.niveau,
        ues: rcue.ues.map(\.code),
      ),
    )
  }
}
