extension Preuve {
  /// The credits of the UE acquired, and those that wait.
  var recitDesCredits: Recit {
    let total = nombre ?? .zero
    let acquises = termes.filter { $0.poids == 1 }
    let autres = termes.filter { $0.poids != 1 }
    let objet = sujet.hasPrefix("année") ? "pour l’\(sujet)" : "(\(sujet))"
    let attente = autres.reduce(Fraction.zero) { $0 + ($1.valeur.nombre ?? 0) }
    var phrases: [String] = []
    if !acquises.isEmpty {
      phrases.append("Chaque UE acquise donne tous ses crédits : \(Self.avecCredits(acquises)).")
    }
    if !autres.isEmpty {
      phrases.append(
        "Il reste \(attente.courte) crédits à obtenir avec \(Self.avecCredits(autres))."
      )
    }
    if termes.isEmpty { phrases.append("Toutes les UE de l’année étaient déjà acquises.") }
    return Recit(
      titre: total == 0
        ? "Vous n’obtenez pas encore de crédits \(objet)."
        : "Vous obtenez \(total.courte) \(total >= 2 ? "crédits" : "crédit") (ECTS) \(objet).",
      phrases: phrases,
    )
  }

  private static func avecCredits(_ ues: [Terme]) -> String {
    Francais.liste(
      ues.map { "l’\($0.nom) (\(($0.valeur.nombre ?? .zero).courte))" },
      auPlus: 10,
    )
  }

  /// The UE and the credits that a diploma asks, and what is lacking.
  var recitDeDiplome: Recit {
    let ues = termes.filter { $0.nom != "requis" }
    let requis = nombre("requis") ?? .zero
    let acquis = ues.filter { $0.valeur == .verdict(true) }
      .reduce(Fraction.zero) { $0 + ($1.poids ?? 0) }
    let etendue = regle == .dut ? "semestres 1 à 4" : "six semestres"
    let demande =
      "Il demande toutes les UE des \(etendue), soit \(requis.courte) crédits"
    guard !accorde else {
      return Recit(
        titre: "Le \(sujet) vous est attribué.",
        phrases: ["\(demande) : vous les avez.", "Félicitations."],
      )
    }
    let refusees = ues.filter { $0.valeur != .verdict(true) && $0.valeur.texte != "non suivie" }
    let jamais = ues.filter { $0.valeur.texte == "non suivie" }
    let total = ues.reduce(Fraction.zero) { $0 + ($1.poids ?? 0) }
    return Recit(
      titre: "Le \(sujet) n’est pas encore obtenu.",
      phrases: ["\(demande) ; vous en avez \(acquis.courte)."]
        + (refusees.isEmpty
          ? [] : ["Il vous reste à acquérir \(Francais.ues(refusees.map(\.nom)))."])
        + (jamais.isEmpty ? [] : ["Il vous reste à suivre \(Francais.ues(jamais.map(\.nom)))."])
        + (total < requis
          ? ["D’autres semestres sont encore à suivre : c’est la marche normale des études."] : []),
      suites: refusees.compactMap(premisse),
    )
  }
}
