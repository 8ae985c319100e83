extension Preuve {
  /// The épreuves and their weights.
  var recitDeMoyenneBTS: Recit {
    let lignes = termes.map { (nom: Self.epreuve($0.nom), terme: $0) }
    let noms = lignes.map { ligne in
      let note = (ligne.terme.valeur.nombre ?? .zero).moyenneAffichee
      return "\(ligne.nom) (\(note), coefficient \((ligne.terme.poids ?? 1).courte))"
    }
    let moyenne = (nombre ?? .zero).moyenneAffichee
    let calcul = Francais.moyenne(
      termes.map { (($0.valeur.nombre ?? .zero).moyenneAffichee, $0.poids ?? 1) }
    )
    return Recit(
      titre: "Votre moyenne générale est de \(moyenne).",
      phrases: ["Elle réunit \(Francais.liste(noms))."]
        + (termes.count <= 6
          ? ["Le calcul est : \(calcul) \((nombre ?? .zero).resultat(nil))."] : []),
      suites: termes.compactMap(premisse),
    )
  }

  private static func epreuve(_ nom: String) -> String {
    ["oral general": "l’oral général", "oral professionnel": "l’oral professionnel"][nom] ?? nom
  }

  /// The oral beside the examinations that it replaces.
  var recitDeRemplacementBTS: Recit {
    let domaine = sujet == "general" ? "général" : "professionnel"
    let epreuves = termes.filter { $0.poids != nil }
    let points = epreuves.reduce(Fraction.zero) { $0 + ($1.valeur.nombre ?? 0) * ($1.poids ?? 0) }
    let poids = epreuves.reduce(Fraction.zero) { $0 + ($1.poids ?? 0) }
    let avant = (points.divise(par: poids) ?? .zero).moyenneAffichee
    let oral = (nombre("oral") ?? .zero).moyenneAffichee
    let noms = Francais.liste(epreuves.map(\.nom))
    return Recit(
      titre: nombre == nombre("oral")
        ? "L’oral \(domaine) remplace vos épreuves ponctuelles de ce domaine."
        : "L’oral \(domaine) ne change pas vos notes.",
      phrases: [
        "Vous avez eu \(oral) à l’oral et \(avant) de moyenne aux épreuves de la première session "
          + "(\(noms)).",
        "L’oral ne compte que s’il est strictement meilleur : il ne peut pas vous nuire.",
      ],
    )
  }

  /// Who may sit the exceptional session.
  var recitDAutorisationBTS: Recit {
    let seuil = CandidatBTS.seuil
    let moyenne = (nombre("moyenne") ?? .zero).face(seuil)
    let phrase: String
    if accorde {
      phrase =
        "Votre moyenne générale de \(moyenne) est sous \(seuil.courte) et vous n’avez manqué aucune "
        + "épreuve obligatoire sans justification."
    } else if vrai("absenceInjustifiee") {
      phrase = "Vous avez manqué une épreuve obligatoire sans justification, ce qui la ferme."
    } else {
      phrase = "Votre moyenne générale de \(moyenne) atteint déjà \(seuil.courte)."
    }
    return Recit(
      titre: accorde
        ? "Vous pouvez vous présenter à la session exceptionnelle."
        : "La session exceptionnelle ne vous est pas ouverte.",
      phrases: [phrase],
      suites: [premisse("moyenne")].compactMap(\.self),
    )
  }

  /// The overall average beside the threshold.
  var recitDAdmissionBTS: Recit {
    let seuil = CandidatBTS.seuil
    let moyenne = nombre("moyenne") ?? .zero
    let montree = "Votre moyenne générale est de \(moyenne.face(seuil))"
    let comment = premisse("moyenne")?.recit(seuil)
    let verdict =
      moyenne < seuil
      ? "\(montree) : il manque \((seuil - moyenne).points) pour atteindre \(seuil.courte)."
      : "\(montree) : elle atteint \(seuil.courte)."
    let absence =
      vrai("absenceInjustifiee")
      ? ["Une épreuve obligatoire manquée sans justification empêche l’admission."] : []
    return Recit(
      titre: accorde
        ? "Vous obtenez le BTS : félicitations." : "Vous n’obtenez pas le BTS cette fois.",
      phrases: [verdict] + (comment?.phrases ?? []) + absence,
      suites: comment?.suites ?? [],
    )
  }

  /// The days between the proclamation and the summons.
  var recitDeDelaiBTS: Recit {
    let jours = Francais.compte(compte("jours"), "jour")
    return Recit(
      titre: accorde
        ? "Votre convocation a été faite dans les délais."
        : "Votre convocation a été faite hors délai.",
      phrases: [
        "Elle a été faite \(jours) après la proclamation des résultats ; le délai est de "
          + "\(CandidatBTS.delai) jours."
      ],
    )
  }
}
