extension Francais {
  /// What the establishment has still to confirm, of the settings of an account.
  static func aConfirmer(reglages: [Reglage]) -> [String] {
    var noms: [String] = []
    for reglage in reglages where reglage.aConfirmer {
      let nom = reglageEnMots(reglage.nom)
      if !noms.contains(nom) { noms.append(nom) }
    }
    return noms
  }

  /// « L’établissement doit encore confirmer ce réglage : … »; `nil` when all are settled.
  static func aConfirmer(_ noms: [String]) -> String? {
    guard !noms.isEmpty else { return nil }
    let ce = noms.count > 1 ? "ces réglages" : "ce réglage"
    let suite = noms.count > 3 ? ", et d’autres" : ""
    return "L’établissement doit encore confirmer \(ce) : "
      + noms.prefix(3).joined(separator: " ; ") + suite + "."
  }

  /// What a setting decides, in plain words.
  private static func reglageEnMots(_ nom: String) -> String {
    let mots: [NomDeReglage: String] = [
      .decisionCFVU: "la décision de l’université qui fonde le malus et la règle des absences",
      .ponderationRCUE: "le poids de chaque UE dans la moyenne du regroupement",
      .moyenneRedoublant: "la moyenne retenue pour une UE reprise",
      .arrondiAvantComparaison: "l’arrondi des moyennes",
      .malusParTranche: "les points retirés par tranche d’absence",
      .trancheHeures: "la durée d’une tranche d’absence",
      .regle30: "l’effet du taux d’absence",
      .seuil30: "le taux d’absence à ne pas atteindre",
      .volumeReference30: "les heures auxquelles les absences sont rapportées",
      .rattrapageITI: "ce que devient une évaluation manquée par indisponibilité",
      .heureLimiteITI: "l’heure limite pour déclarer une indisponibilité",
      .itiAlternants: "les jours d’indisponibilité des alternants",
      .departDelaiJustificatif: "le départ du délai des justificatifs",
      .compteDesDelais: "les heures qui comptent dans les délais d’absence",
      .assietteSport: "les UE que le sport augmente",
      .assietteEngagement: "les UE que l’engagement augmente",
      .induiteParJury: "l’effet d’une décision du jury sur le niveau inférieur",
      .critereSession2: "ce qui ouvre la session 2",
      .modeNoteSession2: "la note gardée après la session 2",
      .session2Active: "la tenue d’une session 2",
      .supplementCouvreMemeSemestre: "la portée du redoublement supplémentaire",
    ]
    if let mot = NomDeReglage(nom: nom).flatMap({ mots[$0] }) { return mot }
    return Parametre.nomme(nom).map { suite($0.enonce) } ?? nom
  }
}
