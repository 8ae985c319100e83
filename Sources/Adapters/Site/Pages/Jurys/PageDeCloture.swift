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
        if seance.session.president?.present == true, attendent.isEmpty, seance.changes.isEmpty {
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

  // MARK: What was sealed

  func scelles(_ verification: VerifierUnJury.Verification) -> HTTPResponse {
    let session = verification.cloture.session
    let promotion = verification.promotion
    let fautifs = verification.scelles.count { !$0.seRejoue }
    return page(
      "Scellés",
      fil: fil(session, promotion, jusquAuJury: true),
    ) {
      Bouton("Synthèse", vers: Chemin.jury(session.id, "synthese"))
      Bouton("Télécharger", vers: Chemin.jury(session.id, "scelles.json"))
    } contenu: {
      if fautifs == 0 {
        Encart(
          .succes,
          titre: "Tout se vérifie.",
          "Les empreintes tiennent, et les faits scellés, délibérés de nouveau sous le règlement scellé, donnent les propositions scellées.",
        )
      } else {
        Encart(
          .erreur,
          titre: "\(compte(fautifs, "proposition")) ne se rejoue pas à l’identique.",
          "Le programme a peut-être changé depuis : comparez avec le vérificateur indépendant.",
        )
      }
      perimes(verification)
      Carte("Clôture") { definitions(verification) }
      Carte("Décisions scellées") { tableDesScelles(verification) }
    }
  }

  @HTMLBuilder private func perimes(_ verification: VerifierUnJury.Verification) -> some HTML {
    let noms = Dictionary(
      uniqueKeysWithValues: verification.scelles.map { ($0.etudiant.id, $0.etudiant.nomAffiche) }
    )
    if !verification.perimes.isEmpty {
      Encart(
        .attention,
        titre: "Des faits ont changé depuis la clôture : ces décisions sont périmées.",
      ) {
        for perime in verification.perimes {
          p { strong { noms[perime.etudiant] ?? "étudiant \(perime.etudiant)" } }
          ul { for ligne in perime.differences { li { ligne.enPhraseSuite } } }
        }
        if verification.peutRectifier {
          p {
            Lien(
              "Ouvrir une nouvelle délibération",
              vers: Chemin.jury(verification.cloture.session.id, "rectification"),
            )
          }
        }
      }
    }
  }

  private func definitions(_ verification: VerifierUnJury.Verification) -> some HTML {
    let cloture = verification.cloture
    return Definitions([
      ("Jury", "\(cloture.session.titre), \(cloture.session.date.enLettres)"),
      ("Présidence", "\(cloture.session.president?.nom ?? "–")"),
      (
        "Membres présents",
        "\(cloture.session.membres.filter(\.present).map(\.nom).joined(separator: ", "))",
      ),
      ("Règlement", "\(cloture.profil)"),
      ("Conseil de l’IUT", "\(cloture.conseil?.enLettres ?? "date non connue")"),
      ("CFVU", "\(cloture.cfvu?.enLettres ?? "date non connue")"),
      ("Dérogation", "\(cloture.derogation ?? "aucune")"),
      ("Empreinte", Cellule(code { verification.empreinte })),
    ])
  }

  private func tableDesScelles(_ verification: VerifierUnJury.Verification) -> some HTML {
    let perimes = Set(verification.perimes.map(\.etudiant))
    let session = verification.cloture.session
    return Tableau(
      "Décisions scellées, par étudiant",
      colonnes: [
        .init("Étudiant"), .init("Année"), .init("Décisions du jury"), .init("Vérification"),
        .init("Empreinte", estSecondaire: true),
      ],
      lignes: verification.scelles.map { verifie in
        let decisions = verifie.scelle.decisions.map {
          "\($0.sur.titre) : \($0.code.rawValue) (\($0.motif))"
        }
        return .init([
          "\(verifie.etudiant.nomAffiche)", "\(verifie.decidee.codeAnnee ?? "–")",
          "\(decisions.isEmpty ? verifie.adoption(session) : decisions.joined(separator: " ; "))",
          Cellule(
            verifie.seRejoue
              ? perimes.contains(verifie.etudiant.id)
                ? Pastille("périmé", .attention) : Pastille("vérifié", .succes)
              : Pastille("ne se rejoue pas", .erreur)
          ),
          Cellule(code { String(verifie.empreinte.prefix(16)) }),
        ])
      },
    )
  }

  // MARK: An error put right

  func rectifier(
    _ verification: VerifierUnJury.Verification,
    choisis: Set<String>? = nil,
    date: String = "",
    preuve: String = "",
    fautes: [String: String] = [:],
  ) -> HTTPResponse {
    let session = verification.cloture.session
    let coches = choisis ?? Set(verification.perimes.map { "\($0.etudiant)" })
    let champs = [
      Champ("date", "Jour de la nouvelle délibération", .date(date), erreur: fautes["date"]),
      Champ(
        "preuve",
        "Ce qui prouve l’erreur matérielle",
        .texteLong(preuve, lignes: 2),
        aide: "« note de R203 reportée 8 au lieu de 18, copie jointe ».",
        erreur: fautes["preuve"],
      ),
    ]
    return page(
      "Nouvelle délibération",
      fil: fil(session, verification.promotion, jusquAuJury: true),
      statut: fautes.isEmpty ? .ok : .unprocessableContent,
    ) {
      ResumeDesErreurs(de: champs)
      Carte("Erreur matérielle") {
        p {
          "Le jury délibère de nouveau pour les étudiants cochés ; ce qu’il décidera remplacera ce qui était scellé, qui reste lisible."
        }
        Formulaire(vers: Chemin.jury(session.id, "rectification"), jeton: jeton) {
          Rangee { for champ in champs { champ } }
          fieldset(.class("champ")) {
            legend { "Étudiants" }
            if let faute = fautes["etudiant"] { p(.class("faute"), .role("alert")) { faute } }
            for verifie in verification.scelles {
              div(.class("coche")) {
                input(
                  .type("checkbox"),
                  .id("etudiant-\(verifie.etudiant.id)"),
                  .name("etudiant"),
                  .value("\(verifie.etudiant.id)"),
                  .checked(coches.contains("\(verifie.etudiant.id)")),
                )
                label(.for("etudiant-\(verifie.etudiant.id)")) { verifie.etudiant.nomAffiche }
              }
            }
          }
          Boutons(Bouton("Ouvrir la délibération", .premier))
        }
      }
    }
  }
}

extension VerifierUnJury.ScelleVerifie {
  /// What the jury did where it decided nothing else than what was proposed.
  fileprivate func adoption(_ session: SessionDeJury) -> String {
    let estOuverte = session.nature == .annee && decidee.codeAnnee == nil
    return estOuverte ? "laissé sans décision" : "proposition adoptée"
  }
}
