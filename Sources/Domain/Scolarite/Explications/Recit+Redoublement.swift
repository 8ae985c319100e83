extension Preuve {
  /// How many repetitions there were, how many are allowed, and what the director could add.
  var recitDeRedoublement: Recit {
    let semestres = sujet.split(separator: " ").filter { $0 != "+" }.map { String($0.dropFirst()) }
    let objet =
      (semestres.count > 1 ? "des semestres " : "du semestre ") + Francais.liste(semestres)
    let (deja, demandes) = (compte("deja"), compte("demandes"))
    let maximum = (seuil(.redoublementsMaximum) ?? .zero).partieEntiere
    let total = Fraction(deja + demandes)
    let avant =
      deja == 0
      ? "Vous n’avez encore redoublé aucun semestre"
      : "Vous avez déjà redoublé \(Francais.compte(deja, "semestre"))"
    return Recit(
      titre: "Le redoublement \(objet) est \(accorde ? "possible" : "impossible en l’état").",
      phrases: [
        "\(avant) ; avec \(demandes > 1 ? "ceux-ci" : "celui-ci"), cela ferait \(total.courte), et le "
          + "règlement en permet \(maximum.courte)."
      ] + dejaRedoubles + supplement + suite(total - maximum),
      reglages: compte("dejaRedoubles") > 0 ? reglages(.supplementCouvreMemeSemestre) : [],
    )
  }

  private var dejaRedoubles: [String] {
    let nombre = compte("dejaRedoubles")
    guard nombre > 0 else { return [] }
    return [
      "\(Francais.compte(nombre, "semestre demandé a", "semestres demandés ont")) déjà été "
        + "\(nombre > 1 ? "redoublés" : "redoublé"), et chacun ne peut l’être qu’une fois."
    ]
  }

  private var supplement: [String] {
    guard vrai("supplement") else { return [] }
    return ["Le directeur a autorisé un redoublement supplémentaire pour force majeure."]
      + [acte("Sa décision")].compactMap(\.self)
  }

  private func suite(_ depassement: Fraction) -> [String] {
    guard !accorde else {
      return [
        "Possible ne veut pas dire accordé : la demande est examinée et vous recevrez une réponse."
      ]
    }
    let memeSemestre: Fraction = actif(.supplementCouvreMemeSemestre) ? 1 : 0
    let suffirait = depassement <= 1 && Fraction(compte("dejaRedoubles")) <= memeSemestre
    return suffirait && !vrai("supplement")
      ? ["Le directeur peut en autoriser un de plus, en cas de force majeure : parlez-lui-en."]
      : ["L’autorisation supplémentaire que le directeur peut donner n’y suffirait pas."]
  }

  /// Whether a refusal was made as it must be.
  var recitDeRefus: Recit {
    var manques: [String] = []
    if vrai("auditionDemandee"), !vrai("entendu") {
      manques.append("L’audition que vous aviez demandée n’a pas eu lieu.")
    }
    if texte("motivation")?.isEmpty ?? true { manques.append("Aucun motif ne vous a été donné.") }
    if texte("conseils")?.isEmpty ?? true {
      manques.append("Aucun conseil d’orientation ne l’accompagne.")
    }
    let regle =
      "Un refus de redoubler doit être motivé, accompagné de conseils d’orientation et, si vous le "
      + "demandez, précédé d’une audition."
    guard accorde else {
      return Recit(
        titre: "Le refus de votre redoublement ne respecte pas toutes les règles.",
        phrases: [regle] + manques + ["Vous pouvez demander que cela soit corrigé."],
      )
    }
    return Recit(
      titre: "Le refus de votre redoublement respecte les règles.",
      phrases: [
        regle, "Son motif : \(Francais.sansPoint(texte("motivation") ?? "")).",
        "Le conseil d’orientation : \(Francais.sansPoint(texte("conseils") ?? "")).",
      ],
    )
  }
}
