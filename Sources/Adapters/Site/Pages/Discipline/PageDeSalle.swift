internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What is noted in the room of a test: copies, hours, what stays at the entrance.
enum PageDeSalle {
  static let routes: [Route] = [
    .lecture("/evaluations/{evaluation}/salle") { visite in
      let maintenant = visite.site.bureau.horloge.maintenant().instant
      let heure = "\(maintenant.minute / 60) h \(maintenant.minute % 60 < 10 ? "0" : "")"
      return try await montrer(
        visite,
        SaisieLue([
          "date": maintenant.jour.description, "heure": heure + "\(maintenant.minute % 60)",
        ]),
      )
    },
    .envoi("/evaluations/{evaluation}/salle", par: constater),
    .envoi("/evaluations/{evaluation}/salle/{constat}", par: retirer),
  ]

  private static func montrer(
    _ visite: Visite,
    _ saisie: SaisieLue,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let salle = try await visite.demander(VoirLaSalle(visite.evaluation()))
    let champs = champs(saisie, salle)
    let evaluation = salle.evaluation
    return visite.page(
      "En salle, \(evaluation.nom)",
      fil: [Lien(evaluation.nom, vers: Chemin.evaluation(evaluation.id))],
      statut: statut,
    ) {
      Bouton(
        "Signaler une fraude",
        vers: Chemin.avec(
          Chemin.promotion(salle.promotion.id, "incidents", "nouveau"),
          [("evaluation", "\(evaluation.id)")],
        ),
      )
    } contenu: {
      Encart(.information, titre: "En salle", ConstatDeSalle.regles)
      Carte("Noter") {
        ResumeDesErreurs(de: champs)
        Formulaire(vers: Chemin.evaluation(evaluation.id, "salle"), jeton: visite.jeton) {
          HTMLList(champs.map { AnyHTML($0) })
          Boutons(Bouton("Noter", .premier))
        }
      }
      Carte("Ce qui a été noté") { constats(salle, visite.jeton) }
    }
  }

  private static func champs(_ saisie: SaisieLue, _ salle: VoirLaSalle.Salle) -> [Champ] {
    let natures = ConstatDeSalle.Nature.allCases.map {
      Choix($0.rawValue, $0.phrase.enPhraseSansPoint)
    }
    let etudiants = salle.etudiants.map { Choix("\($0.id)", $0.nomAffiche) }
    return [
      Champ(
        "constat",
        "Constat",
        .parmi(natures, choisi: saisie.facultatif("constat")),
        erreur: saisie.fautes["constat"],
      ),
      Champ(
        "etudiant",
        "Étudiant",
        .choix(etudiants, choisi: saisie.facultatif("etudiant")),
        aide: "Sauf pour ce qui concerne toute la salle.",
        erreur: saisie.fautes["etudiant"],
        estFacultatif: true,
      ), Champ("date", "Le", .date(saisie["date"]), erreur: saisie.fautes["date"]),
      Champ(
        "heure",
        "À",
        .texte(saisie["heure"]),
        aide: "L’heure de remise, pour une copie.",
        erreur: saisie.fautes["heure"],
      ),
      Champ(
        "texte",
        "Précision",
        .texte(saisie["texte"]),
        erreur: saisie.fautes["texte"],
        estFacultatif: true,
      ),
    ]
  }

  private static func constats(_ salle: VoirLaSalle.Salle, _ jeton: Jeton) -> some HTML {
    Tableau(
      "Constats en salle",
      colonnes: [
        .init("Le"), .init("Constat"), .init("Étudiant"), .init("Précision", estSecondaire: true),
        .init("Retirer"),
      ],
      lignes: salle.constats.map { constate in
        let constat = constate.constat
        let heure = Typographie.heure(constat.moment.minute / 60, constat.moment.minute % 60)
        return Tableau.Ligne([
          "\(constat.moment.jour.enLettres) à \(heure)", "\(constat.nature.phrase)",
          "\(constate.etudiant?.nomAffiche ?? "toute la salle")",
          "\(constat.texte.isEmpty ? "–" : constat.texte)",
          Cellule(
            Formulaire(
              vers: Chemin.evaluation(constat.evaluation, "salle", "\(constat.id)"),
              jeton: jeton,
            ) {
              Champ(
                "motif",
                "Pourquoi",
                .texte(),
                cle: "motif-\(constat.id)",
              )
              Bouton("Retirer", .discret)
            }
          ),
        ])
      },
      vide: EtatVide("Rien n’a été noté"),
    )
  }

  private static func constater(_ visite: Visite) async throws -> HTTPResponse {
    var saisie = SaisieLue(try visite.formulaire())
    let evaluation = try visite.evaluation()
    let nature = ConstatDeSalle.Nature(rawValue: saisie["constat"])
    if nature == nil { saisie.fautes["constat"] = "Choisissez le constat." }
    guard let date = saisie.instant("date", "heure"), let nature else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    let etudiant = Int64(saisie["etudiant"]).flatMap { Identifiant<Etudiant>($0) }
    if nature.estDeLaSalle != (etudiant == nil) {
      saisie.fautes["etudiant"] =
        nature.estDeLaSalle
        ? "Ce constat concerne toute la salle : n’en nommez aucun." : "Choisissez l’étudiant."
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        ConstaterEnSalle(nature, a: evaluation, de: etudiant, le: date, texte: saisie["texte"])
      )
      return visite.versLaPage(Chemin.evaluation(evaluation, "salle"), fait: .constatNote)
    } catch let refus as Refus {
      guard saisie.prendreEnDiscipline(refus, defaut: "date") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func retirer(_ visite: Visite) async throws -> HTTPResponse {
    let motif = try visite.formulaire().ligne("motif").sansBords
    try await visite.faire(
      RetirerUnConstat(visite.identifiant("constat", .constat), motif: motif)
    )
    return visite.versLaPage(
      Chemin.evaluation(try visite.evaluation(), "salle"),
      fait: .constatRetire,
    )
  }
}
