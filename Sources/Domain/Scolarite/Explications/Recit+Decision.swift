extension Preuve {
  /// What the jury decided, by whom, why, and what the rules alone would have given.
  var recitDeDecision: Recit {
    let code = texte("code").flatMap(DecisionDeJury.Code.init)
    let calcul = premisses.first
    let compare: String? = calcul.map { calcul in
      calcul.accorde == accorde && calcul.tranche
        ? "Elle confirme le résultat du calcul."
        : "Sans elle, le calcul donnait : \(Francais.suite(calcul.recit(nil).titre))."
    }
    return Recit(
      titre: code.map { titre($0) + "." } ?? "Le jury s’est prononcé.",
      phrases: [acte("La décision"), compare].compactMap(\.self)
        + ["Le jury est souverain : sa décision l’emporte sur le calcul."],
      suites: [calcul].compactMap(\.self),
    )
  }

  private func titre(_ code: DecisionDeJury.Code) -> String {
    let objet = texte("sur") ?? sujet
    if objet == "annee" || objet == "passage" { return titreDePassage(code) }
    let chose =
      objet.hasPrefix("UE")
      ? "l’\(objet)" : "le \(Francais.regroupement(objet))"
    return switch code {
    case .adj: "Le jury vous accorde \(chose)"
    case .atj: "Le jury ne valide pas \(chose), pour un autre motif que la moyenne"
    case .def: "Le jury ne valide pas \(chose) : il constate une défaillance"
    case .aban: "Le jury ne valide pas \(chose) : il constate un abandon"
    case .dem: "Le jury ne valide pas \(chose) : il constate votre démission"
    case .pas1nci, .red, .nar, .abl, .exclu, .ajourne: "Le jury s’est prononcé sur \(chose)"
    }
  }

  /// What a decision on the year or the passage means for the next semester.
  private func titreDePassage(_ code: DecisionDeJury.Code) -> String {
    let semestre = Francais.semestre(sujet)
    let non = "Vous n’entrez pas au \(semestre) : "
    return switch code {
    case .adj: "Le jury vous autorise à entrer au \(semestre)"
    case .pas1nci:
      "Le jury vous autorise à entrer au \(semestre), malgré un regroupement sous le minimum"
    case .red: non + "le jury vous autorise à redoubler"
    case .nar: non + "le jury n’autorise pas de redoublement et vous invite à une réorientation"
    case .atj: non + "le jury ne valide pas l’année"
    case .def: non + "le jury constate une défaillance"
    case .aban: non + "le jury constate un abandon"
    case .dem: non + "votre démission est enregistrée"
    case .abl: non + "l’année est comptée comme une année blanche"
    case .exclu: non + "une exclusion a été prononcée"
    case .ajourne: non + "le jury a prononcé un ajournement définitif"
    }
  }

  /// Whether session 2 is open for a UE, and what it costs not to sit it.
  var recitDOuverture: Recit {
    let suites = [premisse("acquise")].compactMap(\.self)
    guard !accorde else {
      return Recit(
        titre: "La session 2 vous est ouverte pour l’\(sujet).",
        phrases: [
          "Elle l’est pour chaque UE qui n’est pas acquise après la session 1, et l’\(sujet) ne "
            + "l’est pas encore.",
          "C’est une seconde chance : pensez à vous y inscrire.",
          "Sans inscription, votre résultat de la session 1 reste tel quel.",
        ],
        suites: suites,
        reglages: reglages(.critereSession2),
      )
    }
    return Recit(
      titre: "La session 2 ne vous est pas ouverte pour l’\(sujet).",
      phrases: [fermeture],
      suites: suites,
    )
  }

  private var fermeture: String {
    if !actif(.session2Active) { return "Votre formation n’organise pas de session 2." }
    if vrai("acquise") { return "L’\(sujet) est déjà acquise : vous n’avez rien à repasser." }
    if vrai("ajourne") { return "Une décision du jury sur l’année la ferme." }
    return "La moyenne de votre semestre suffit : il n’y a rien à repasser."
  }
}
