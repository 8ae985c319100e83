extension Preuve {
  /// The hours, the slices that they begin, the points, and the next slice.
  var recitDuMalus: Recit {
    let malus = nombre ?? .zero
    let semestre = Francais.semestre(sujet)
    let heures = nombre("heuresABI") ?? .zero
    guard malus > 0, let duree = seuil(.trancheHeures), let prix = seuil(.malusParTranche) else {
      return Recit(
        titre: "Vos absences ne retirent aucun point au \(semestre).",
        phrases: [sansMalus(heures)],
        estMuet: true,
      )
    }
    let franchise = seuil(.franchiseABI) ?? .zero
    let comptees = heures - franchise
    let tranches = tranches(comptees, duree)
    let nombre = Int(exactly: tranches.numerateur) ?? 0
    let entamees = "\(Francais.compte(nombre, "tranche")) de \(duree.heures)"
    let libres =
      franchise > 0 ? ["Les \(franchise.heures) que le règlement tolère ne comptent pas."] : []
    return Recit(
      titre: "Vos absences retirent \(malus.points) à chaque UE du \(semestre).",
      phrases: [
        "Vous avez \(heures.heures) d’absence injustifiée, ce qui entame \(entamees)."
      ] + libres + [
        "Chaque tranche entamée retire \(prix.points).",
        suiteDuMalus(comptees, tranches, duree, prix, malus),
      ],
      reglages: reglages(.decisionCFVU, .malusParTranche, .trancheHeures),
    )
  }

  private func sansMalus(_ heures: Fraction) -> String {
    if heures == 0 { return "Vous n’avez aucune heure d’absence injustifiée." }
    if !vrai("article3") { return "Le malus ne s’applique pas aux alternants." }
    if !actif(.malusActif) { return "Votre établissement n’applique pas de malus." }
    return "Vos \(heures.heures) d’absence injustifiée restent dans ce que le règlement tolère."
  }

  private func tranches(_ comptees: Fraction, _ duree: Fraction) -> Fraction {
    let quotient = comptees.divise(par: duree) ?? .zero
    return choisit(.borneTranche, "inferieureIncluse")
      ? quotient.partieEntiere + 1 : .zero - (.zero - quotient).partieEntiere
  }

  private func suiteDuMalus(
    _ comptees: Fraction,
    _ tranches: Fraction,
    _ duree: Fraction,
    _ prix: Fraction,
    _ malus: Fraction,
  ) -> String {
    let plafond = seuil(.plafondMalus)
    if let plafond, malus >= plafond {
      return "Le malus ne dépasse pas \(plafond.points) : il n’augmentera plus."
    }
    let prochain = min((tranches + 1) * prix, plafond ?? (tranches + 1) * prix)
    let reste = tranches * duree - comptees
    guard reste > 0 else { return "À la moindre absence de plus, ce sera \(prochain.courte)." }
    let delai =
      choisit(.borneTranche, "inferieureIncluse")
      ? "Encore \(reste.heures) et" : "Au-delà de \(reste.heures) de plus,"
    return "\(delai) ce sera \(prochain.courte)."
  }

  /// The hours missed over the hours of the semester.
  var recitDuTaux: Recit {
    Recit(
      titre: "Votre taux d’absence au \(Francais.semestre(sujet)) est de \(pourcentage(nil)).",
      phrases: [heuresManquees(nil)],
      reglages: reglages(.volumeReference30),
    )
  }

  private func pourcentage(_ seuil: Fraction?) -> String {
    let taux = (nombre ?? .zero) * 100
    return taux.courte(sansFranchir: seuil.map { [$0] } ?? []) + " %"
  }

  private func heuresManquees(_ seuil: Fraction?) -> String {
    let (abi, abj) = (nombre("heuresABI") ?? .zero, nombre("heuresABJ") ?? .zero)
    let volume = (nombre("volume") ?? .zero).heures
    return "Vous avez manqué \((abi + abj).heures) sur les \(volume) de cours du "
      + "\(Francais.semestre(sujet)), soit \(pourcentage(seuil))\(partage(abi, abj))."
  }

  private func partage(_ abi: Fraction, _ abj: Fraction) -> String {
    if abi == 0 { return abj == 0 ? "" : ", toutes avec justification" }
    return abj == 0
      ? ", toutes sans justification"
      : " : \(abi.heures) sans justification et \(abj.heures) avec"
  }

  /// Whether the rate of absence blocks the semester, and what could lift it.
  var recitDesAbsences: Recit {
    let semestre = Francais.semestre(sujet)
    let seuil = seuil(.seuil30) ?? .zero
    guard let taux = premisse("taux") else {
      return Recit(
        titre: "Vos absences ne bloquent pas le \(semestre).",
        phrases: ["Le volume d’heures du semestre n’est pas connu : le taux n’est pas calculé."],
        estMuet: true,
      )
    }
    let atteint = (taux.nombre ?? .zero) * 100 >= seuil
    let phrases = [taux.heuresManquees(seuil)] + effetDuTaux(seuil, atteint, semestre)
    return Recit(
      titre: accorde
        ? "Vos absences bloquent le \(semestre)." : "Vos absences ne bloquent pas le \(semestre).",
      phrases: phrases,
      reglages: (atteint ? reglages(.decisionCFVU, .regle30, .seuil30) : [])
        + (atteint ? taux.reglages(.volumeReference30) : []),
      estMuet: !atteint || !vrai("article3") || choisit(.regle30, "inactive"),
    )
  }

  private func effetDuTaux(_ seuil: Fraction, _ atteint: Bool, _ semestre: String) -> [String] {
    if accorde {
      return [
        "À partir de \(seuil.courte) %, le règlement ne valide pas les UE du \(semestre), même "
          + "quand leur moyenne suffit.",
        "Un avis contraire de la commission ou du jury de passage peut lever ce blocage : vous "
          + "pouvez leur expliquer votre situation.",
      ]
    }
    guard atteint else { return ["Le seuil est de \(seuil.courte) % : vous êtes en dessous."] }
    if !vrai("article3") { return ["Cette règle ne s’applique pas aux alternants."] }
    if vrai("avisContraire") {
      return ["Le seuil de \(seuil.courte) % est atteint, mais un avis contraire vous protège."]
        + [acte("L’avis")].compactMap(\.self)
    }
    guard choisit(.regle30, "signale") else {
      return ["Votre établissement n’applique pas la règle du taux d’absence."]
    }
    return ["Le seuil de \(seuil.courte) % est atteint : c’est signalé au jury, sans rien bloquer."]
  }
}
