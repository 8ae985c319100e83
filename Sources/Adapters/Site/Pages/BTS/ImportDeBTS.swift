internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A sheet of candidates with their results, seen before it is written.
enum ImportDeBTS {
  static let routes: [Route] = [
    .lecture("/bts/{bts}/liste") { try await montrer($0) },
    .envoi("/bts/{bts}/liste", par: recevoir),
    .lecture("/bts/{bts}/liste.xlsx", par: modele),
  ]

  private static func vue(_ visite: Visite) async throws -> VoirUneSessionBTS.Vue {
    let vue = try await visite.demander(VoirUneSessionBTS(visite.sessionBTS()))
    try vue.droits.exiger(.gererLesCampagnes)
    try vue.droits.exiger(.saisirLesNotes)
    return vue
  }

  private static func montrer(
    _ visite: Visite,
    _ fautes: [String] = [],
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let vue = try await vue(visite)
    return page("Reprendre une liste de candidats", vue, visite, statut) {
      if !fautes.isEmpty {
        Encart(.erreur, titre: "Rien n’a été écrit.", annonce: .alerte) {
          ul { for faute in fautes { li { Typographie.phrase(faute.enPhrase) } } }
        }
      }
      Carte("La liste et ses résultats") {
        Bouton(
          "Feuille à remplir",
          .second,
          vers: Chemin.sessionBTS(vue.session.id, "liste.xlsx"),
        )
      } contenu: {
        p {
          Typographie.phrase(
            "Un tableau XLSX, ODS ou CSV, avec une ligne de titres : numéro d’étudiant, nom, "
              + "prénom, une colonne par épreuve (son code ou son intitulé), « Livret » et "
              + "« Justificatif ». Dans une épreuve : une note sur 20, « ABI », ou « ABJ » avec la "
              + "pièce dans « Justificatif ». Rien n’est écrit avant que vous ayez vu ce qui change."
          )
        }
        Formulaire(
          vers: Chemin.sessionBTS(vue.session.id, "liste"),
          jeton: visite.jeton,
          aDesFichiers: true,
        ) {
          Champ("feuille", "Fichier", .fichier(accepte: ".xlsx,.ods,.csv"))
          Boutons(Bouton("Voir ce qui change", .premier))
          p(.role("status"), .data("progres", "Lecture de la liste…")) {}
        }
      }
    }
  }

  private static func page<Actions: HTML>(
    _ titre: String,
    _ vue: VoirUneSessionBTS.Vue,
    _ visite: Visite,
    _ statut: HTTPStatus = .ok,
    @HTMLBuilder _ contenu: () -> Actions,
  ) -> HTTPResponse {
    visite.page(
      titre,
      fil: [
        Lien("BTS", vers: Chemin.bts),
        Lien(vue.session.intitule, vers: Chemin.sessionBTS(vue.session.id)),
      ],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
      contenu: contenu,
    )
  }

  /// The sheet of the session: the candidates that it has, with what stands.
  private static func modele(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await vue(visite)
    let epreuves = vue.specialite.epreuves
    let octets = try visite.site.feuilles.tableau(
      "Candidats",
      colonnes: ["Numéro étudiant", "Nom", "Prénom"] + epreuves.map(\.nomEntier)
        + ["Livret", "Justificatif"],
      lignes: vue.candidats.map { candidat in
        let identite = candidat.etudiant.identite
        let resultats = candidat.inscription.resultats
        let pieces = Set(
          resultats.values.compactMap { resultat -> String? in
            guard case .absence(let piece) = resultat else { return nil }
            return piece
          }
        ).sorted()
        return [
          identite?.nip ?? "", identite?.nomUsuel ?? "", identite?.prenomUsuel ?? "",
        ] + epreuves.map { resultats[$0.code]?.mot ?? "" }
          + [candidat.inscription.livret, pieces.joined(separator: " ; ")]
      },
      le: visite.site.bureau.horloge.maintenant().jour,
    )
    return .fichier(octets, nom: "\(vue.session.intitule), candidats.xlsx")
  }

  private static func recevoir(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await vue(visite)
    let envoi = try visite.formulaire()
    guard let recue = FeuilleRecue(envoi) else {
      return try await montrer(visite, ["Choisissez un fichier."], .unprocessableContent)
    }
    do {
      let (lues, ignorees) = try visite.site.feuilles.candidatsBTS(recue, vue.specialite)
      guard envoi["confirme"] == "oui" else {
        let plan = try await visite.demander(PrevoirUneListeBTS(vue.session.id, lues))
        return apercu(plan, vue, ignorees, recue, visite)
      }
      try await visite.faire(ImporterUneListeBTS(vue.session.id, lues, source: recue.nom))
      return visite.versLaPage(Chemin.sessionBTS(vue.session.id), fait: .listeBTSReprise)
    } catch let refusee as FeuilleRefusee {
      return try await montrer(visite, refusee.lignes, .unprocessableContent)
    } catch Refus.donnees(let fautes) {
      let lignes = fautes.map { "\($0.lieu) : \($0.nature.phrase)" }
      return try await montrer(visite, lignes, .unprocessableContent)
    }
  }

  private static func apercu(
    _ plan: PlanDeBTS,
    _ vue: VoirUneSessionBTS.Vue,
    _ ignorees: [String],
    _ recue: FeuilleRecue,
    _ visite: Visite,
  ) -> HTTPResponse {
    let groupes: [(String, PlanDeBTS.Effet)] = [
      ("Candidats à ajouter", .ajout), ("Résultats à changer", .changement),
      ("Sans changement", .rien),
    ]
    return page("Ce que la liste change", vue, visite) {
      Chiffres(groupes.map { ChiffreCle($0.0, String(plan.lignes($0.1).count)) })
      if !ignorees.isEmpty {
        Encart(
          .attention,
          titre: "Colonnes non lues.",
          ignorees.map { "« \($0) »" }.joined(separator: ", "),
        )
      }
      Formulaire(
        vers: Chemin.sessionBTS(vue.session.id, "liste"),
        jeton: visite.jeton,
        aDesFichiers: true,
      ) {
        input(.type("hidden"), .name("confirme"), .value("oui"))
        input(.type("hidden"), .name("nom"), .value(recue.nom))
        input(.type("hidden"), .name("contenu"), .value(recue.enBase16))
        Boutons(
          Bouton("Reprendre cette liste", .premier),
          Bouton("Renoncer", .discret, vers: Chemin.sessionBTS(vue.session.id)),
        )
      }
      HTMLList(
        groupes.filter { !plan.lignes($0.1).isEmpty }.map { titre, effet in
          AnyHTML(Carte(titre) { lignes(titre, plan, effet) })
        }
      )
    }
  }

  private static func lignes(_ titre: String, _ plan: PlanDeBTS, _ effet: PlanDeBTS.Effet)
    -> some HTML
  {
    Tableau(
      titre,
      colonnes: [.init("Candidat"), .init("Numéro", estSecondaire: true)]
        + plan.specialite.epreuves.map { .init($0.code, .chiffres, estSecondaire: true) }
        + [.init("Au registre")],
      lignes: plan.lignes(effet).map { ligne in
        Tableau.Ligne(
          ["\(ligne.lue.nom) \(ligne.lue.prenom)", "\(ligne.lue.nip)"]
            + plan.specialite.epreuves.map { "\(ligne.resultats[$0.code]?.mot ?? "–")" }
            + [ligne.estConnu ? "connu" : "nouveau"]
        )
      },
    )
  }
}
