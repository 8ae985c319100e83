extension Preuve {
  /// The even semester, of right.
  var recitDePoursuitePaire: Recit {
    Recit(
      titre: "Vous entrez de droit au \(Francais.semestre(sujet)).",
      phrases: [
        "Quand une année est commencée, ni les notes ni les absences n’empêchent de suivre son "
          + "second semestre."
      ],
    )
  }

  /// The two conditions on the RCUE of the year, each with the figures of the student.
  var recitDePoursuiteImpaire: Recit {
    let passage = Passage(self)
    return Recit(
      titre: titreDePassage,
      phrases: [passage.conditions] + passage.constats + fin,
      suites: accorde ? [] : passage.faibles.compactMap(premisse),
      seuil: seuil(.seuilRCUE),
    )
  }

  private var titreDePassage: String {
    let semestre = Francais.semestre(sujet)
    if accorde { return "Vous pouvez entrer au \(semestre)." }
    return tranche
      ? "Les conditions pour entrer au \(semestre) ne sont pas réunies."
      : "On ne peut pas encore dire si vous entrerez au \(semestre)."
  }

  private var fin: [String] {
    accorde || !tranche ? [] : ["La décision revient au jury, qui peut en juger autrement."]
  }

  /// What semester 5 asks besides: every UE of the first year.
  var recitDePoursuiteS5: Recit {
    let ues = termes.filter { $0.nom.hasPrefix("UE") && !$0.nom.contains(" ") }
    let absentes = ues.filter { $0.valeur == .verdict(false) }
    let inconnues = termes.filter { $0.valeur.texte != nil && $0.nom != "conditions" }
    let conditions = premisse("conditions")
    let passage = conditions.map(Passage.init)
    let resume = conditions?.accorde == true ? [passage?.reussite].compactMap(\.self) : []
    let annee =
      conditions?.accorde == true
      ? [] : (passage.map { [$0.conditions(aussi: " aussi")] + $0.constats } ?? [])
    return Recit(
      titre: titreDePassage,
      phrases: [
        "Pour entrer au semestre 5, il faut avoir validé toutes les UE des semestres 1 et 2."
      ]
        + premiereAnnee(absentes.map(\.nom), inconnues.map(\.nom)) + resume + annee
        + remede(absentes.map(\.nom)),
      suites: absentes.compactMap(premisse)
        + (conditions?.accorde == true
          ? [] : passage?.faibles.compactMap { conditions?.premisse(de: $0) } ?? []),
      seuil: conditions?.seuil(.seuilRCUE),
    )
  }

  private func premiereAnnee(_ absentes: [String], _ inconnues: [String]) -> [String] {
    var phrases: [String] = []
    if !absentes.isEmpty {
      phrases.append("Il vous reste à valider \(Francais.ues(absentes)).")
    }
    if !inconnues.isEmpty {
      let codes = inconnues.map(Francais.premierMot)
      let ues = codes.filter { $0 != "UE" }
      phrases.append(
        ues.isEmpty
          ? "Votre dossier ne dit pas encore tout de ces deux semestres."
          : "On attend encore le résultat de \(Francais.ues(ues))."
      )
    }
    return phrases.isEmpty ? ["C’est fait."] : phrases
  }

  private func remede(_ absentes: [String]) -> [String] {
    guard !accorde, tranche else { return [] }
    guard !absentes.isEmpty else { return fin }
    return [
      "Vous pouvez encore y arriver en reprenant \(Francais.ues(absentes)) ou en réussissant le "
        + "niveau supérieur de la même compétence ; le jury peut aussi vous autoriser à passer."
    ]
  }
}
