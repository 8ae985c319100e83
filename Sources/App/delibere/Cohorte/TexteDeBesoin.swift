internal import Scolarite
internal import Text

/// What a student still needs to reach an objective.
struct TexteDeBesoin {
  private let besoin: Besoin
  private var objectif: Objectif { besoin.objectif }
  private var situation: Situation { besoin.situation }

  init(_ besoin: Besoin) {
    self.besoin = besoin
  }

  var texte: String { "Pour \(objectif.nom)\n" + attendues + moindre }

  // MARK: Awaited marks

  private var attendues: String {
    switch besoin.attendues {
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

  private var moindre: String {
    switch besoin.moindre {
    case .dejaAtteint: return "C’est déjà atteint : rien n’est à repasser.\n"
    case .aucuneEpreuve: return aucune
    case .impossible(let preuves):
      return lignes(
        "Impossible : même avec 20 à chacune des \(situation.epreuves.count) épreuves qui peuvent "
          + (situation.terrain == .notes ? "changer" : "être repassées")
          + ", l’objectif n’est pas atteint. Comme une note ne fait jamais baisser un "
          + "résultat en montant, aucune note moindre n’y suffit."
      ) + motifs(preuves)
    case .ensemble(let ensemble):
      return texte(ensemble) + seules
    }
  }

  private var aucune: String {
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
    case .rattrapagesDeModules, .epreuves:
      return lignes(
        "Aucune épreuve ne peut être repassée : le règlement n’ouvre pas de session 2 à cet "
          + "étudiant. « --epreuves notes » dit quelles notes auraient suffi."
      )
    }
  }

  private func texte(_ ensemble: MoindreEnsemble) -> String {
    let nombre = ensemble.epreuves.count
    let verbe = situation.terrain == .notes ? "changer" : "repasser"
    var texte = lignes(
      "Le moins est de \(verbe) \(compte(nombre, "épreuve")), avec au moins "
        + "\(ensemble.note)\(nombre > 1 ? " à chacune" : "") : aucun ensemble plus petit n’y "
        + "suffit, ni de cette taille avec une note plus basse."
    )
    let ailleurs = nombre > 1 ? [TextTable.Column("Avec \(ensemble.note) ailleurs", .right)] : []
    var table = TextTable(
      [
        .init("Épreuve"), .init("Compte dans", maximumWidth: 30), .init("Note actuelle", .right),
      ] + ailleurs
    )
    for demandee in ensemble.epreuves {
      table.add(
        [
          demandee.epreuve.nom, demandee.epreuve.ues.map(\.texte).joined(separator: " "),
          demandee.epreuve.actuelle.map(\.moyenneAffichee) ?? "–",
        ] + (nombre > 1 ? ["\(demandee.auMoins)"] : [])
      )
    }
    texte += table.render()
    texte += lignes("Alors : \(resultat(ensemble.etat)).")
    if let dessous = ensemble.dessous {
      texte += lignes("Un cran de moins : \(resultat(dessous)).")
    }
    return texte
  }

  /// What decides of the objective.
  private func resultat(_ etat: EtatDAnnee<AvecPreuve>) -> String {
    let preuves = etat.preuves(objectif)
    return preuves.map { "\($0.sujet) : \(VocabulaireDePreuve.conclusion($0))" }
      .joined(separator: ", ")
  }

  // MARK: Each test alone

  private var seules: String {
    let suffisantes = besoin.seules.filter { $0.auMoins != nil }
      .sorted { ($0.auMoins ?? 0) < ($1.auMoins ?? 0) }
    let risquees = besoin.seules.filter { $0.auMoins == nil && !$0.pertes.isEmpty }
    var texte = ""
    if !(suffisantes + risquees).isEmpty {
      var table = TextTable([
        .init("Épreuve seule"), .init("Note actuelle", .right), .init("Il faut", .right),
        .init("À savoir", maximumWidth: 44),
      ])
      for note in suffisantes + risquees {
        table.add([
          note.epreuve.nom, note.epreuve.actuelle.map(\.moyenneAffichee) ?? "–",
          note.auMoins.map(\.description) ?? "20 ne suffit pas",
          note.pertes.map(\.phrase).joined(separator: " ; "),
        ])
      }
      texte += "\n" + table.render()
    }
    let autres = besoin.seules.count - suffisantes.count - risquees.count
    if autres > 0 {
      let debut =
        suffisantes.isEmpty ? "Aucune épreuve n’y suffit seule" : "Aucune autre n’y suffit seule"
      texte += lignes("\(debut), même avec 20.")
    }
    if besoin.seules.contains(where: { $0.risques.count > $0.pertes.count }) {
      texte += lignes(
        "La note de session 2 remplace celle de session 1 : plus basse que la note actuelle, elle "
          + "fait baisser la moyenne des UE où elle compte."
      )
    }
    if situation.terrain != .notes {
      texte += lignes("Une absence injustifiée à une épreuve de session 2 y compte pour 0.")
    }
    return texte
  }

  /// Why the objective is not reached, told to the student.
  private func motifs(_ preuves: [Preuve]) -> String {
    let refus = preuves.filter { $0.conclusion != .verdict(true) }
    return "\nAvec 20 partout :\n\n"
      + TexteDExplication.texte(TexteDExplication.explications(refus, sur: nil))
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

extension NoteNecessaire {
  /// What a low mark would lose besides the averages that it lowers.
  fileprivate var pertes: [Risque] {
    risques.filter { risque in
      switch risque.perdu {
      case .moyenne: false
      case .passage, .rcue, .ue: true
      }
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
