extension Regle {
  static let tauxDAbsence = Regle(
    "taux-absence",
    .reglement("3"),
    exigences: ["R1.3.6"],
    lectures: ["A11"],
    "Le taux d’absence rapporte les heures ABJ et ABI au volume horaire du semestre.",
  )
  static let regle30 = Regle(
    "regle-30",
    .reglement("3"),
    exigences: ["R1.3.0", "R1.3.6", "R2.10", "R4.8"],
    lectures: ["A10", "A11", "A23"],
    """
    Un semestre dont le taux d’absence atteint le seuil n’est pas validé, sauf avis contraire de la \
    commission ou du jury de passage.
    """,
  )
}

/// What the 30 % rule says of a semester.
struct EffetDesAbsences<M: Motivation>: Sendable {
  /// `nil` when the volume of the semester is not known.
  let taux: Fraction?
  let atteint: Bool
  /// Every UE of the semester is proposed « non validée ».
  let bloque: Etabli<Bool, M>
}

extension Moteur {
  /// The rate of absence of a semester and whether it blocks its UE.
  func regle30(
    _ semestre: SemestreSuivi,
    abi: Decimale,
    abj: Decimale,
    volume: Programme.Volume?,
  ) -> EffetDesAbsences<M> {
    let sujet = "S\(semestre.numero.valeur)"
    let heures = volume.map(heuresDeReference)
    guard let heures, let taux = Fraction(abi + abj, de: heures) else {
      return EffetDesAbsences(
        taux: nil,
        atteint: false,
        bloque: Etabli(false) {
          Preuve(
            .regle30,
            sujet,
            termes: [.init("volume", .texte("inconnu"))],
            conclusion: .verdict(false),
          )
        },
      )
    }
    let seuil = reglages.nombre(.seuil30)
    let soumis = article3(semestre.statut) && !reglages.choisit(.regle30, "inactive")
    let atteint = soumis && taux * 100 >= seuil
    let bloque =
      atteint && reglages.choisit(.regle30, "bloque") && semestre.avisContraire == nil
    return EffetDesAbsences(
      taux: taux,
      atteint: atteint,
      bloque: Etabli(bloque) {
        let ratio = Preuve(
          .tauxDAbsence,
          sujet,
          termes: [
            .init("heuresABI", .nombre(Fraction(abi))), .init("heuresABJ", .nombre(Fraction(abj))),
            .init("volume", .nombre(Fraction(heures))),
          ],
          parametres: [reglages.reglage(.volumeReference30)],
          calcul: "(\(Calcul.nombre(Fraction(abi)))+\(Calcul.nombre(Fraction(abj))))"
            + "/\(Calcul.nombre(Fraction(heures)))",
          conclusion: .nombre(taux),
          changerait: resteAvantLeSeuil(abi + abj, heures),
        )
        return Preuve(
          .regle30,
          sujet,
          termes: [
            .init("taux", .nombre(taux), premisse: 0),
            .init("article3", .verdict(article3(semestre.statut))),
            .init("avisContraire", .verdict(semestre.avisContraire != nil)),
          ] + (semestre.avisContraire?.termes ?? []),
          parametres: [.regle30, .seuil30, .decisionCFVU].map { reglages.reglage($0) },
          conclusion: .verdict(bloque),
          changerait: bloque ? "un avis contraire de la commission ou du jury de passage" : nil,
          premisses: [ratio],
        )
      },
    )
  }

  /// The hours of a semester that absences are compared with (A11).
  private func heuresDeReference(_ volume: Programme.Volume) -> Decimale {
    reglages.choisit(.volumeReference30, "avecProjet")
      ? volume.horsProjet + volume.projet : volume.horsProjet
  }

  /// The hours of absence from which the rule holds in a semester; `nil` without hours.
  func limite30(_ volume: Programme.Volume) -> Fraction? {
    let heures = heuresDeReference(volume)
    guard heures != .zero else { return nil }
    return (Fraction(heures) * reglages.nombre(.seuil30)).divise(par: 100)
  }

  private func resteAvantLeSeuil(_ absences: Decimale, _ volume: Decimale) -> String? {
    let limite = Fraction(volume) * reglages.nombre(.seuil30)
    guard let heures = limite.divise(par: 100), heures > Fraction(absences) else { return nil }
    let reste = heures - Fraction(absences)
    return "le seuil est à \(heures.affichee(decimales: 2)) h, "
      + "encore \(reste.affichee(decimales: 2)) h d’absence"
  }
}
