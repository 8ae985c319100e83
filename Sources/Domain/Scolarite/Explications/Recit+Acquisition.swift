extension Preuve {
  /// The average beside the threshold, how it was computed, what is lacking or blocks.
  var recitDAcquisition: Recit {
    let seuil = seuil(.seuilUE) ?? .zero
    let moyenne = nombre("moyenne") ?? .zero
    let comment = premisse("moyenne")?.recitParlant(seuil)
    let absences = vrai("bloquee") ? premisse("bloquee")?.recit(nil) : nil
    let montree = moyenne.face(seuil)
    return Recit(
      titre: titreDAcquisition,
      phrases: [face(seuil, moyenne, montree)] + (absences?.phrases ?? comment?.phrases ?? []),
      suites: absences == nil
        ? (comment?.suites ?? []) + [premisse("bloquee")].compactMap(\.self)
        : [premisse("moyenne")].compactMap(\.self),
      reglages: (absences?.reglages ?? []) + (comment?.reglages ?? []),
      seuil: seuil,
    )
  }

  private var titreDAcquisition: String {
    if accorde { return "L’\(sujet) est acquise." }
    guard vrai("bloquee") else { return "L’\(sujet) n’est pas acquise." }
    return (nombre("moyenne") ?? .zero) < (seuil(.seuilUE) ?? .zero)
      ? "L’\(sujet) n’est pas acquise, et vos absences bloquent son semestre."
      : "L’\(sujet) n’est pas validée : vos absences bloquent son semestre."
  }

  private func face(_ seuil: Fraction, _ moyenne: Fraction, _ montree: String) -> String {
    if accorde {
      return
        "Votre moyenne de \(montree) atteint le seuil de \(seuil.courte) : l’UE et ses crédits "
        + "sont à vous définitivement."
    }
    guard moyenne < seuil else { return "Votre moyenne de \(montree) suffirait à l’acquérir." }
    return "Votre moyenne est de \(montree) : il manque \((seuil - moyenne).points) pour atteindre "
      + "le seuil de \(seuil.courte)."
  }

  /// The UE alone, the other UE of its competence, and their mean.
  var recitDeCompensation: Recit {
    let directe = premisse("directe")
    let rcue = premisse("rcue")
    let calcul = rcue?.premisse("moyenne")
    let seuilUE = directe?.seuil(.seuilUE)
    let seuil = rcue?.seuil(.seuilRCUE)
    let sienne = directe?.nombre("moyenne") ?? calcul?.membre(sujet)?.valeur.nombre
    guard accorde else {
      return Recit(
        titre: "L’\(sujet) n’est pas acquise par compensation.",
        phrases: [
          vrai("bloquee")
            ? "Son semestre est bloqué, ou le jury l’a écartée : elle ne peut pas être compensée."
            : "Le regroupement auquel elle appartient n’a pas la moyenne."
        ],
        suites: [directe, rcue].compactMap(\.self),
      )
    }
    let isolee = sienne.map { seule($0, seuilUE ?? seuil) }
    return Recit(
      titre: "L’\(sujet) est acquise par compensation.",
      phrases: [isolee, calcul?.avecLAutre(sujet, seuil), rcue?.avance, definitive].compactMap(
        \.self
      ),
      suites: calcul?.moyennesDesUE ?? [],
      reglages: (calcul?.recit(seuil).reglages ?? []),
      seuil: seuil,
    )
  }

  private var definitive: String { "L’\(sujet) et ses crédits sont à vous définitivement." }

  private func seule(_ moyenne: Fraction, _ seuil: Fraction?) -> String {
    let montree = "Seule, elle a \(moyenne.face(seuil)) de moyenne"
    guard let seuil, moyenne < seuil else { return montree + "." }
    return "\(montree) : il lui manque \((seuil - moyenne).points) pour atteindre "
      + "\(seuil.courte)."
  }
}

// MARK: - Acquired otherwise than by marks

extension Preuve {
  /// The upper level that carries the lower one.
  var recitDeValidationInduite: Recit {
    let hautes = Francais.ues(termes.map(\.nom))
    return Recit(
      titre: "L’\(sujet) est acquise grâce au niveau supérieur.",
      phrases: [
        "Vous avez validé \(hautes), les deux UE du niveau supérieur de la même compétence.",
        "Réussir un niveau d’une compétence donne aussi les UE du niveau inférieur, quelle que "
          + "soit la moyenne que vous y aviez.",
        definitive,
      ],
      suites: termes.compactMap(premisse),
    )
  }

  /// A UE of an earlier year, that stays.
  var recitDeCapitalisation: Recit {
    Recit(
      titre: "L’\(sujet) reste acquise depuis \(texte("annee") ?? "une année précédente").",
      phrases: [
        "Une UE acquise l’est pour toujours : vous n’avez pas à la reprendre et rien ne peut vous "
          + "la retirer."
      ],
      suites: [premisse("acquise")].compactMap(\.self),
    )
  }

  /// A UE granted without being followed.
  var recitDEquivalence: Recit {
    Recit(
      titre: "L’\(sujet) vous est accordée par équivalence.",
      phrases: [acte("La décision")].compactMap(\.self) + [
        "Vous n’avez pas à suivre cette UE : elle et ses crédits sont à vous définitivement."
      ],
    )
  }

  /// « La décision du 3 juillet 2026 (jury) a pour motif : … » from the terms of an act.
  func acte(_ nom: String) -> String? {
    guard let date = texte("date"), let auteur = texte("auteur"), let motif = texte("motif") else {
      return nil
    }
    return "\(nom) du \(Francais.date(date)) (\(Francais.sansPoint(auteur))) a pour motif : "
      + "\(Francais.sansPoint(motif))."
  }
}
