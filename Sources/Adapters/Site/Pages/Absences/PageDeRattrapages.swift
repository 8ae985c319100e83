internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The catch-ups of a test: the teacher organises them, the head of the department may refuse one.
enum PageDeRattrapages {
  static let routes: [Route] = [
    .lecture("/evaluations/{evaluation}/rattrapages") { try await montrer($0) },
    .envoi("/evaluations/{evaluation}/rattrapages", par: regler),
  ]

  private static func montrer(
    _ visite: Visite,
    _ saisie: SaisieLue = SaisieLue([:]),
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let liste = try await visite.demander(VoirLesRattrapages(visite.evaluation()))
    let evaluation = liste.evaluation
    return visite.page(
      "Rattrapages, \(evaluation.nom)",
      fil: [Lien(evaluation.nom, vers: Chemin.evaluation(evaluation.id))],
      statut: statut,
    ) {
      Encart(
        .information,
        "Une absence justifiée donne droit au rattrapage, sauf décision expresse et motivée de la "
          + "direction du département. La note se saisit dans la grille (règlement des études, "
          + "article 2).",
      )
      Carte("Étudiants concernés") {
        Tableau(
          "Rattrapages",
          colonnes: [.init("Étudiant"), .init("État"), .init("Détail")],
          lignes: liste.lignes.map { ligne in
            Tableau.Ligne([
              "\(ligne.etudiant.nomAffiche)",
              Cellule(ligne.rattrapage?.pastille ?? Pastille("pas encore demandé", .neutre)),
              "\(Typographie.phrase(ligne.rattrapage?.detail ?? "–"))",
            ])
          },
          vide: EtatVide("Aucune absence justifiée à cette évaluation"),
        )
      }
      if !liste.lignes.isEmpty {
        if liste.peutOrganiser { Carte("Organiser") { organiser(liste, saisie, visite.jeton) } }
        if liste.peutRefuser { Carte("Refuser") { refuser(liste, saisie, visite.jeton) } }
      }
    }
  }

  private static func choix(_ liste: VoirLesRattrapages.Liste) -> [Choix] {
    liste.lignes.map { Choix("\($0.etudiant.id)", $0.etudiant.nomAffiche) }
  }

  private static func organiser(
    _ liste: VoirLesRattrapages.Liste,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let champs = [
      Champ(
        "etudiant",
        "Étudiant",
        .choix(choix(liste), choisi: saisie.facultatif("etudiant")),
        erreur: saisie.fautes["etudiant"],
      ), Champ("date", "Le", .date(saisie["date"]), erreur: saisie.fautes["date"]),
      Champ("heure", "À", .texte(saisie["heure"]), erreur: saisie.fautes["heure"]),
      Champ(
        "salle",
        "Salle",
        .texte(saisie["salle"]),
        erreur: saisie.fautes["salle"],
        estFacultatif: true,
      ),
      Champ(
        "forme",
        "Forme",
        .texte(saisie["forme"]),
        aide: "Devoir sur table, oral, travail à rendre…",
        erreur: saisie.fautes["forme"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.rattrapages(liste.evaluation.id), jeton: jeton) {
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Organiser", .premier, nom: "geste", valeur: "organiser"))
      },
    )
  }

  private static func refuser(
    _ liste: VoirLesRattrapages.Liste,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let champs = [
      Champ(
        "refuse",
        "Étudiant",
        .choix(choix(liste), choisi: saisie.facultatif("refuse")),
        erreur: saisie.fautes["refuse"],
      ),
      Champ(
        "motif",
        "Motif de la décision",
        .texteLong(saisie["motif"]),
        aide: "L’étudiant le lit ; l’évaluation ne compte pas dans sa moyenne.",
        erreur: saisie.fautes["motif"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.rattrapages(liste.evaluation.id), jeton: jeton) {
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Refuser le rattrapage", .danger, nom: "geste", valeur: "refuser"))
      },
    )
  }

  private static func regler(_ visite: Visite) async throws -> HTTPResponse {
    var saisie = SaisieLue(try visite.formulaire())
    let evaluation = try visite.evaluation()
    let refuse = saisie["geste"] == "refuser"
    let champ = refuse ? "refuse" : "etudiant"
    let etudiant = Int64(saisie[champ]).flatMap { Identifiant<Etudiant>($0) }
    if etudiant == nil { saisie.fautes[champ] = "Choisissez l’étudiant." }
    let date = refuse ? nil : saisie.instant("date", "heure")
    guard let etudiant, saisie.fautes.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      if let date {
        try await visite.faire(
          OrganiserUnRattrapage(
            evaluation,
            etudiant,
            .init(date: date, salle: saisie["salle"], forme: saisie["forme"]),
          )
        )
      } else {
        try await visite.faire(
          RefuserUnRattrapage(evaluation, etudiant, motif: saisie["motif"])
        )
      }
      return visite.versLaPage(Chemin.rattrapages(evaluation), fait: .rattrapageRegle)
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: [:], defaut: refuse ? "motif" : "etudiant") else {
        throw refus
      }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }
}
