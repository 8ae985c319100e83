internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  // MARK: Closing

  func cloture(_ seance: SeanceDeJury, faute: String? = nil, _ statut: HTTPStatus = .ok)
    -> HTTPResponse
  {
    let session = seance.session
    let nonExamines = seance.lignes.filter { $0.projet == nil }
    let attendent = seance.enAttente
    return page(
      "Clore le jury",
      fil: fil(session, seance.promotion, jusquAuJury: true),
      scripts: [Fichiers.script("jury.js")],
      statut: statut,
    ) {
      if let faute { Encart(.erreur, titre: "Le jury n’est pas clos.", annonce: .alerte, faute) }
      Chiffres(chiffres(seance))
      aPrevoir(seance)
      if !attendent.isEmpty {
        Encart(
          .attention,
          titre: "\(compte(attendent.count, "étudiant")) sans décision.",
        ) {
          p {
            "Le règlement ne propose rien pour eux : le jury doit décider, ou laisser sans décision."
          }
          p {
            Lien(
              "Les voir un par un",
              vers: Chemin.avec(
                Chemin.jury(session.id, "deliberation"),
                [("filtre", FiltreDeJury.enAttente.rawValue)],
              ),
            )
          }
        }
      }
      changes(seance)
      Carte("Ce que la clôture scelle") {
        ul {
          li {
            "Les faits, le règlement, les propositions, les décisions et leurs motifs, les membres."
          }
          li {
            position(seance, nonExamines.count).enPhraseSuite
          }
          li { "Les étudiants voient alors leurs décisions et les voies de recours." }
          li {
            "Ensuite, seule une nouvelle délibération pour erreur matérielle peut en changer une."
          }
        }
        if seance.session.president?.present == true, attendent.isEmpty, seance.changes.isEmpty,
          seance.aReporter.isEmpty
        {
          formulaireDeCloture(seance)
        }
      }
    }
  }

  private func position(_ seance: SeanceDeJury, _ autres: Int) -> String {
    let vus = compte(seance.lignes.count - autres, "étudiant")
    return autres == 0
      ? "Le jury a pris position sur \(vus)."
      : "Le jury a pris position sur \(vus) ; pour les autres (\(autres)), la proposition du règlement vaut décision."
  }

  /// Those on whom the jury took position before their results changed.
  @HTMLBuilder private func changes(_ seance: SeanceDeJury) -> some HTML {
    if !seance.changes.isEmpty {
      Encart(
        .attention,
        titre:
          "\(compte(seance.changes.count, "étudiant")) dont la proposition a changé depuis l’examen.",
      ) {
        p { "Le jury a pris position sur d’autres résultats : il doit les revoir." }
        p {
          Lien(
            "Les voir un par un",
            vers: Chemin.avec(
              Chemin.jury(seance.session.id, "deliberation"),
              [("filtre", FiltreDeJury.changes.rawValue)],
            ),
          )
        }
      }
    }
    let refuses = seance.lignes.filter(\.refuseSansReponse)
    if !refuses.isEmpty {
      Encart(
        .attention,
        titre:
          "\(compte(refuses.count, "étudiant")) à qui le jury refuse de redoubler sans réponse à leur demande.",
      ) {
        p {
          "Une demande de redoublement se refuse par sa procédure : audition si elle est demandée, motivation et conseils d’orientation."
        }
        p {
          Lien(
            "Répondre aux demandes",
            vers: Chemin.promotion(seance.promotion.id, "redoublements"),
          )
        }
      }
    }
    if seance.session.date > site.bureau.horloge.maintenant().jour {
      Encart(
        .attention,
        titre: "Le jury est daté du \(seance.session.date.enLettres), qui est à venir.",
        "Corrigez sa date avant de clore : elle est scellée.",
      )
    }
  }

  private func formulaireDeCloture(_ seance: SeanceDeJury) -> some HTML {
    Formulaire(vers: Chemin.jury(seance.session.id, "cloture"), jeton: jeton) {
      input(.type("hidden"), .name("version"), .value("\(seance.session.version)"))
      input(.type("hidden"), .name("vue"), .value(seance.vue))
      if seance.adoptionManquante != nil || seance.lignes.contains(where: \.refuseSansReponse) {
        Champ(
          "derogation",
          "Pourquoi clore malgré cela ?",
          .texte(),
          aide: "Le motif est scellé avec les décisions.",
        )
      }
      Boutons(
        Bouton("Clore et sceller", .premier, touche: "c"),
        Bouton("Revenir au jury", .discret, vers: Chemin.jury(seance.session.id)),
      )
    }
  }
}
