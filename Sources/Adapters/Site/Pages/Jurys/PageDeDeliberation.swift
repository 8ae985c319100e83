internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  // MARK: The list

  func deliberation(_ seance: SeanceDeJury) -> HTTPResponse {
    let vue = VueDeJury(seance, filtre: question("filtre"), groupe: question("groupe"))
    let session = seance.session
    return page(
      "\(session.titre) : \(seance.promotion.nom)",
      fil: fil(session, seance.promotion, jusquAuJury: true),
      scripts: [Fichiers.script("jury.js")],
    ) {
      if let premiere = vue.lignes.first, !session.close {
        Bouton(
          "Un par un",
          .premier,
          vers: Chemin.avec(Chemin.examen(session.id, premiere.etudiant.id), vue.question),
          touche: "Enter",
        )
      }
    } contenu: {
      faitsPresents(session)
      filtres(seance, vue)
      Carte("\(compte(vue.lignes.count, "étudiant"))") {
        CarteDeChaleur(
          "Délibération, \(compte(vue.lignes.count, "étudiant"))",
          coin: "Étudiant",
          colonnes: colonnes(seance),
          lignes: vue.lignes.map { ligne($0, seance, vue) },
          bornes: (bas: "0", haut: "20"),
        )
      }
      if seance.peutDecider, !session.close { adoption(seance, vue) }
      InterrupteurDeTouches()
    }
  }

  private func filtres(_ seance: SeanceDeJury, _ vue: VueDeJury) -> some HTML {
    let choix = FiltreDeJury.allCases.compactMap { filtre -> Choix? in
      let nombre = seance.lignes.count { filtre.retient($0, seance) }
      guard filtre == .tous || filtre == vue.filtre || nombre > 0 else { return nil }
      return Choix(filtre.rawValue, "\(filtre.titre) (\(nombre))")
    }
    let groupes =
      [Choix("", "Toute la promotion")] + seance.groupes.map { Choix("\($0.id)", $0.nom) }
    return Recherche(vers: Chemin.jury(seance.session.id, "deliberation")) {
      Rangee {
        Champ("filtre", "Montrer", .choix(choix, choisi: vue.filtre.rawValue))
        Champ(
          "groupe",
          "Groupe",
          .choix(groupes, choisi: vue.groupe.map { "\($0.id)" } ?? ""),
        )
      }
      Bouton("Afficher")
    }
  }

  private func colonnes(_ seance: SeanceDeJury) -> [String] {
    seance.ues.map(\.code.texte) + seance.rcues.map(\.nom)
      + (seance.session.nature == .annee ? ["Année"] : []) + ["Jury", "À regarder"]
  }

  private func ligne(
    _ ligne: SeanceDeJury.Ligne,
    _ seance: SeanceDeJury,
    _ vue: VueDeJury,
  ) -> CarteDeChaleur.Ligne {
    let ues = seance.ues.map { ue -> CarteDeChaleur.Case in
      guard let sienne = ligne.decidee.ues.first(where: { $0.code == ue.code }) else {
        return .init("–", pas: nil)
      }
      return .init(
        sienne.moyenne?.moyenneAffichee ?? "…",
        pas: sienne.moyenne?.pas,
        precision: sienne.incomplete ? "incomplète" : sienne.mention,
      )
    }
    let rcues = seance.rcues.map { cle -> CarteDeChaleur.Case in
      guard let sien = ligne.decidee.rcues.first(where: { $0.cle == cle }) else {
        return .init("–", pas: nil)
      }
      return .init(
        sien.moyenne?.moyenneAffichee ?? "…",
        pas: sien.moyenne?.pas,
        precision: sien.mention,
      )
    }
    let annee: [CarteDeChaleur.Case] =
      seance.session.nature == .annee
      ? [.init(ligne.decidee.codeAnnee ?? "à décider", pas: nil)] : []
    let points =
      FiltreDeJury.reperes.filter { $0.retient(ligne, seance) }.map(\.repere)
      + (ligne.depart == nil ? [] : ["parti"])
    return CarteDeChaleur.Ligne(
      ligne.etudiant.nomAffiche,
      vers: Chemin.avec(Chemin.examen(seance.session.id, ligne.etudiant.id), vue.question),
      ues + rcues + annee + [
        .init(ligne.position, pas: nil), .init(points.joined(separator: ", "), pas: nil),
      ],
    )
  }

  /// The proposals of those whom nobody has anything to say of, taken together.
  @HTMLBuilder private func adoption(_ seance: SeanceDeJury, _ vue: VueDeJury) -> some HTML {
    let simples = vue.lignes.filter { ligne in
      ligne.projet == nil && !seance.attendUneDecision(ligne) && ligne.points.isEmpty
        && ligne.situations.isEmpty && ligne.commission == nil && ligne.revues.isEmpty
    }
    if !simples.isEmpty {
      Carte("Adopter ensemble") {
        p {
          "\(compte(simples.count, "étudiant")) de cette liste n’ont rien à regarder : leur proposition peut être adoptée d’un coup. Chacun se reprend ensuite."
            .enPhraseSuite
        }
        Formulaire(vers: Chemin.jury(seance.session.id, "adopter"), jeton: jeton) {
          for ligne in simples {
            input(.type("hidden"), .name("etudiant"), .value("\(ligne.etudiant.id)"))
            input(.type("hidden"), .name("vue-\(ligne.etudiant.id)"), .value(ligne.vue))
          }
          input(.type("hidden"), .name("filtre"), .value(vue.filtre.rawValue))
          input(.type("hidden"), .name("groupe"), .value(vue.groupe.map { "\($0.id)" } ?? ""))
          Boutons(
            Bouton("Adopter \(compte(simples.count, "proposition"))", touche: "t")
          )
        }
      }
    }
  }
}

extension SeanceDeJury.Ligne {
  /// What the jury has done of it, in a word.
  var position: String {
    guard let projet else { return "à examiner" }
    guard !projet.decisions.isEmpty else { return "adopté" }
    return projet.decisions.map { "\($0.sur.titre) : \($0.code.rawValue)" }.joined(separator: ", ")
  }
}

extension DecisionDeJury.Objet {
  /// How a person calls it.
  var titre: String {
    switch self {
    case .ue(let code): code.texte
    case .rcue(let competence): "regroupement C\(competence)"
    case .annee: "année"
    case .passage: "passage"
    }
  }
}
