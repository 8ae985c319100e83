internal import Scolarite
internal import Text

/// What a student still needs to reach an objective.
struct TexteDeBesoin {
  private let objectif: Objectif
  private let situation: Situation?
  private let pas: Decimale

  init(
    _ objectif: Objectif,
    _ dossier: Dossier,
    _ reglement: Reglement,
    _ terrain: Situation.Terrain,
    pas: Decimale,
  ) {
    self.objectif = objectif
    self.pas = pas
    situation = Situation(dossier, reglement, terrain)
  }

  var texte: String {
    guard let situation else { return "Le dossier n’a pas d’année.\n" }
    return "Pour \(objectif.nom)\n" + attendues(situation) + moindre(situation)
  }

  // MARK: Awaited marks

  private func attendues(_ situation: Situation) -> String {
    switch situation.notesAttendues(objectif, pas: pas) {
    case .dejaAtteint, .aucune: return ""
    case .assure(let noms):
      return lignes(
        "Notes attendues (\(noms.joined(separator: ", "))) : quelles qu’elles soient, l’objectif "
          + "sera atteint."
      )
    case .auMoins(let note, let noms):
      return lignes(
        "Notes attendues (\(noms.joined(separator: ", "))) : il faut au moins \(note) à chacune."
      )
    case .impossible(let preuves, let noms):
      return lignes(
        "Notes attendues (\(noms.joined(separator: ", "))) : même avec 20 à chacune, l’objectif "
          + "n’est pas atteint."
      ) + motifs(preuves)
    }
  }

  // MARK: The least set

  private func moindre(_ situation: Situation) -> String {
    switch situation.moindreEnsemble(objectif, pas: pas) {
    case .dejaAtteint: return "C’est déjà atteint : rien n’est à repasser.\n"
    case .aucuneEpreuve: return aucune(situation)
    case .impossible(let preuves):
      return lignes(
        "Impossible : même avec 20 à chacune des \(situation.epreuves.count) épreuves qui peuvent "
          + (situation.terrain == .notes ? "changer" : "être repassées")
          + ", l’objectif n’est pas atteint. Comme une note ne fait jamais baisser un "
          + "résultat en montant, aucune note moindre n’y suffit."
      ) + motifs(preuves)
    case .ensemble(let ensemble):
      return texte(ensemble, situation) + seules(situation)
    }
  }

  private func aucune(_ situation: Situation) -> String {
    switch situation.terrain {
    case .notes:
      return lignes(
        "Aucune note ne peut changer : les moyennes des UE sont données sans leurs notes. Supposez "
          + "la moyenne d’une UE (« --si UE12=11 »)."
      )
    case .rattrapagesDeModules where !situation.depart.ouvertes.isEmpty:
      let ouvertes = situation.depart.ouvertes.map(\.texte).joined(separator: ", ")
      return lignes(
        "Aucun module ne peut être repassé : les moyennes des UE ouvertes (\(ouvertes)) sont "
          + "données sans leurs notes. « --epreuves ue » repasse des UE entières."
      )
    case .rattrapagesDeModules, .rattrapagesDUE:
      return lignes(
        "Aucune épreuve ne peut être repassée : le règlement n’ouvre pas de session 2 à cet "
          + "étudiant. « --epreuves notes » dit quelles notes auraient suffi."
      )
    }
  }

  private func texte(_ ensemble: MoindreEnsemble, _ situation: Situation) -> String {
    let nombre = ensemble.epreuves.count
    let verbe = situation.terrain == .notes ? "changer" : "repasser"
    var texte = lignes(
      "Le moins est de \(verbe) \(compte(nombre, "épreuve")), avec au moins "
        + "\(ensemble.note)\(nombre > 1 ? " à chacune" : "") : aucun ensemble plus petit n’y "
        + "suffit, ni de cette taille avec une note plus basse."
    )
    var table = TextTable([
      .init("Épreuve"), .init("Compte dans", maximumWidth: 30), .init("Note actuelle", .right),
      .init("Avec \(ensemble.note) ailleurs", .right),
    ])
    for demandee in ensemble.epreuves {
      table.add([
        demandee.epreuve.nom, demandee.epreuve.ues.map(\.texte).joined(separator: " "),
        demandee.epreuve.actuelle.map(\.moyenneAffichee) ?? "–", "\(demandee.auMoins)",
      ])
    }
    texte += table.render()
    texte += "Alors : " + resultat(ensemble.etat) + "\n"
    if let dessous = ensemble.dessous { texte += "Un cran de moins : \(resultat(dessous))\n" }
    return texte
  }

  /// What decides of the objective.
  private func resultat(_ etat: EtatDAnnee<AvecPreuve>) -> String {
    let preuves = etat.preuves(objectif)
    return preuves.map { "\($0.sujet) : \(VocabulaireDePreuve.conclusion($0))" }
      .joined(separator: ", ")
  }

  // MARK: Each test alone

  private func seules(_ situation: Situation) -> String {
    let notes = situation.notesNecessaires(objectif, pas: pas)
    var table = TextTable([
      .init("Épreuve seule"), .init("Note actuelle", .right), .init("Il faut", .right),
      .init("À savoir", maximumWidth: 50),
    ])
    for note in notes {
      table.add([
        note.epreuve.nom, note.epreuve.actuelle.map(\.moyenneAffichee) ?? "–",
        note.auMoins.map(\.description) ?? "20 ne suffit pas",
        note.risques.map(\.phrase).joined(separator: " ; "),
      ])
    }
    return "\n" + table.render()
      + (situation.terrain == .notes
        ? "" : lignes("Une absence injustifiée à une épreuve de session 2 y compte pour 0."))
  }

  private func motifs(_ preuves: [Preuve]) -> String {
    preuves.map { "  \($0.sujet) : \(VocabulaireDePreuve.conclusion($0))\n" }.joined()
  }

  private func lignes(_ texte: String) -> String {
    wrap(frenchSpacing(texte), width: 92).joined(separator: "\n") + "\n"
  }
}

extension Objectif {
  /// « acquérir l’UE12 », after « pour ».
  var nom: String {
    switch self {
    case .ue(let code): "acquérir l’\(code.texte)"
    case .rcue(let competence): "valider le regroupement de la compétence C\(competence)"
    case .passage: "passer dans l’année suivante"
    case .annee: "valider toute l’année"
    }
  }
}

extension NoteNecessaire.Risque {
  /// « sous 9,4 la moyenne de l’UE12 baisse ».
  var phrase: String {
    switch perdu {
    case .moyenne(let ue): "sous \(sous), la moyenne de l’\(ue.texte) baisse"
    case .passage: "sous \(sous), le passage est perdu"
    case .rcue(let cle): "sous \(sous), le regroupement \(cle.nom) est perdu"
    case .ue(let ue): "sous \(sous), l’\(ue.texte) est perdue"
    }
  }
}
