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
              + "pièce dans « Justificatif », ou dans « Justificatif E1 » quand l’absence à E1 a la "
              + "sienne. Rien n’est écrit avant que vous ayez vu ce qui change."
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

  private static func modele(_ visite: Visite) async throws -> HTTPResponse {
    let vue = try await vue(visite)
    let octets = try FeuilleDeBTS(vue).octets(
      visite.site.feuilles,
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
      decisionsRetirees(plan)
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

  /// Whose decision of the jury goes, since it rested on other results.
  @HTMLBuilder private static func decisionsRetirees(_ plan: PlanDeBTS) -> some HTML {
    let lignes = plan.lignes.filter { $0.decisionRetiree != nil }
    if !lignes.isEmpty {
      Encart(
        .attention,
        titre: "Reprendre cette liste retire la décision du jury, qui devra décider de nouveau.",
        lignes.map { ligne in
          let decision = ligne.decisionRetiree?.autorise == true ? "autorisé" : "non autorisé"
          return "\(ligne.lue.nom) \(ligne.lue.prenom) (\(decision))"
        }.joined(separator: ", ") + ".",
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
        + [.init(effet == .changement ? "Ce qui change" : "Au registre")],
      lignes: plan.lignes(effet).map { ligne in
        let derniere =
          effet == .changement
          ? ligne.changements(plan.specialite) : ligne.estConnu ? "connu" : "nouveau"
        return Tableau.Ligne(
          ["\(ligne.lue.nom) \(ligne.lue.prenom)", "\(ligne.lue.nip)"]
            + plan.specialite.epreuves.map { "\(ligne.resultats[$0.code]?.mot ?? "–")" }
            + ["\(derniere)"]
        )
      },
    )
  }
}

extension PlanDeBTS.Ligne {
  /// « E1 : 8 au lieu de 10 ; livret ».
  fileprivate func changements(_ specialite: SpecialiteBTS) -> String {
    let resultats = changees(specialite).map { epreuve in
      let avant = actuelle?.resultats[epreuve.code]?.motEtPiece ?? "vide"
      let apres = self.resultats[epreuve.code]?.motEtPiece ?? "vide"
      return "\(epreuve.code) : \(apres) au lieu de \(avant)"
    }
    let livret = actuelle?.livret == self.livret ? [] : ["livret"]
    return Typographie.phrase((resultats + livret).joined(separator: " ; "))
  }
}

extension InscriptionBTS.Resultat {
  /// « 12,5 », « ABI », « ABJ (certificat médical) ».
  fileprivate var motEtPiece: String {
    guard case .absence(let piece?) = self else { return mot }
    return "\(mot) (\(piece))"
  }
}
