internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Bonuses for sport: the list of the sports service, seen before it is written, and each put right.
enum PageDuSport {
  static let routes: [Route] = [
    .lecture("/bonifications/sport") { try await montrer($0) },
    .envoi("/bonifications/sport", par: recevoir),
    .envoi("/bonifications/sport/{bonus}", par: corriger),
  ]

  private static func annee(_ visite: Visite) -> AnneeUniversitaire? {
    AnneeUniversitaire(visite.question("annee"))
  }

  private static func montrer(
    _ visite: Visite,
    _ fautes: [String] = [],
    choisie: AnneeUniversitaire? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLeSport(choisie ?? annee(visite)))
    return page("Bonus de sport, \(tableau.annee)", visite, statut) {
      if !fautes.isEmpty {
        Encart(
          .erreur,
          titre: "Rien n’a été écrit.",
          annonce: .alerte,
        ) {
          ul { for faute in fautes { li { Typographie.phrase(faute.enPhrase) } } }
        }
      }
      Carte("Reprendre la liste du service des sports") { envoi(tableau, visite.jeton) }
      Carte("Bonus de l’année") {
        lignes("Bonus de sport", tableau.lignes, vide: "Aucun bonus de sport cette année")
        HTMLList(
          tableau.lignes.compactMap { ligne in
            ligne.actuel.map { AnyHTML(correction(ligne, $0, visite.jeton)) }
          }
        )
      }
    }
  }

  private static func page<Contenu: HTML>(
    _ titre: String,
    _ visite: Visite,
    _ statut: HTTPStatus = .ok,
    @HTMLBuilder _ contenu: () -> Contenu,
  ) -> HTTPResponse {
    visite.page(
      titre,
      fil: [Lien("Bonifications", vers: Chemin.bonifications)],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
      contenu: contenu,
    )
  }

  private static func envoi(_ tableau: VoirLeSport.Tableau, _ jeton: Jeton) -> some HTML {
    let annees = tableau.annees.map { Choix($0.description, $0.description) }
    return HTMLGroup(
      p {
        Typographie.phrase(
          "Un tableau XLSX, ODS ou CSV, avec une ligne de titres : numéro d’étudiant, au besoin nom, "
            + "et une colonne « Séances » ou « Points ». Les points de la liste prévalent sur le "
            + "décompte des séances. Rien n’est écrit avant que vous ayez vu ce qui change."
        )
      },
      Formulaire(vers: Chemin.sport, jeton: jeton, aDesFichiers: true) {
        Rangee {
          Champ("annee", "Année", .choix(annees, choisi: tableau.annee.description))
          Champ("feuille", "Fichier", .fichier(accepte: ".xlsx,.ods,.csv"))
        }
        Boutons(Bouton("Voir ce qui change", .premier))
        p(.role("status"), .data("progres", "Lecture de la liste…")) {}
      },
    )
  }

  private static func lignes(_ legende: String, _ lignes: [PlanDuSport.Ligne], vide: String)
    -> some HTML
  {
    Tableau(
      legende,
      colonnes: [
        .init("Étudiant"), .init("Promotion", estSecondaire: true), .init("Liste"),
        .init("Séances exigées", .chiffres, estSecondaire: true), .init("Points", .chiffres),
      ],
      lignes: lignes.map { ligne in
        Tableau.Ligne([
          "\(ligne.etudiant.nomAffiche)", "\(ligne.promotion.nomEntier)",
          "\(enMots(ligne.nouveau))", "\(ligne.base?.enPoints ?? "–")",
          "\(ligne.points?.enPoints ?? "–")",
        ])
      },
      vide: EtatVide(vide),
    )
  }

  private static func enMots(_ sport: Bonus.Sport?) -> String {
    switch sport {
    case .points(let points): "\(points) point"
    case .seances(let nombre): nombre == 1 ? "1 séance" : "\(nombre) séances"
    case nil: "rien"
    }
  }

  private static func correction(
    _ ligne: PlanDuSport.Ligne,
    _ bonus: BonusAttribue,
    _ jeton: Jeton,
  ) -> some HTML {
    let nom = ligne.etudiant.nomAffiche
    return details {
      summary { "Corriger : \(nom)" }
      Formulaire(vers: Chemin.de(["bonifications", "sport", "\(bonus.id)"]), jeton: jeton) {
        Rangee {
          Champ(
            "seances",
            "Séances",
            .entier(),
            estFacultatif: true,
            cle: "seances-\(bonus.id)",
          )
          Champ("points", "Points", .nombre(), estFacultatif: true, cle: "points-\(bonus.id)")
        }
        Champ(
          "motif",
          "Motif",
          .texte(),
          aide: "Sans séances ni points, le bonus est retiré.",
          cle: "motif-\(bonus.id)",
        )
        Boutons(Bouton("Corriger le bonus", .second))
      }
    }
  }

  // MARK: What is sent

  private static func recevoir(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try visite.formulaire()
    let annee = AnneeUniversitaire(envoi["annee"] ?? "")
    guard let annee, let recue = FeuilleRecue(envoi) else {
      return try await montrer(
        visite,
        ["Choisissez l’année et un fichier."],
        .unprocessableContent,
      )
    }
    do {
      let (lues, ignorees) = try visite.site.feuilles.listeDuSport(recue)
      guard envoi["confirme"] == "oui" else {
        let plan = try await visite.demander(PrevoirLaListeDuSport(annee, lues))
        return apercu(plan, ignorees, recue, visite)
      }
      let jour = visite.site.bureau.horloge.maintenant().jour
      try await visite.faire(
        ImporterLaListeDuSport(annee, lues, source: recue.nom, date: jour)
      )
      let adresse = Chemin.avec(Chemin.sport, [("annee", annee.description)])
      return visite.versLaPage(adresse, fait: .listeDuSportReprise)
    } catch let refusee as FeuilleRefusee {
      return try await montrer(visite, refusee.lignes, choisie: annee, .unprocessableContent)
    } catch Refus.donnees(let fautes) {
      let lignes = fautes.map { "\($0.lieu) : \($0.nature.phrase)" }
      return try await montrer(visite, lignes, choisie: annee, .unprocessableContent)
    }
  }

  private static func apercu(
    _ plan: PlanDuSport,
    _ ignorees: [String],
    _ recue: FeuilleRecue,
    _ visite: Visite,
  ) -> HTTPResponse {
    let groupes: [(String, PlanDuSport.Effet)] = [
      ("Bonus à ajouter", .ajout), ("Bonus à changer", .changement),
      ("Bonus à retirer", .retrait), ("Sans changement", .rien),
    ]
    return page("Ce que la liste change, \(plan.annee)", visite) {
      Chiffres(groupes.map { ChiffreCle($0.0, String(plan.lignes($0.1).count)) })
      if !ignorees.isEmpty {
        Encart(
          .attention,
          titre: "Colonnes non lues.",
          ignorees.map { "« \($0) »" }.joined(separator: ", "),
        )
      }
      Formulaire(vers: Chemin.sport, jeton: visite.jeton, aDesFichiers: true) {
        input(.type("hidden"), .name("confirme"), .value("oui"))
        input(.type("hidden"), .name("annee"), .value(plan.annee.description))
        input(.type("hidden"), .name("nom"), .value(recue.nom))
        input(.type("hidden"), .name("contenu"), .value(recue.enBase16))
        Boutons(
          Bouton("Reprendre cette liste", .premier),
          Bouton("Renoncer", .discret, vers: Chemin.sport),
        )
      }
      HTMLList(
        groupes.filter { !plan.lignes($0.1).isEmpty }.map { titre, effet in
          AnyHTML(Carte(titre) { lignes(titre, plan.lignes(effet), vide: "") })
        }
      )
      if !plan.absents.isEmpty {
        Carte("Absents de la liste") {
          p { "Leur bonus reste tel quel : corrigez-le un par un s’il le faut." }
          lignes("Absents de la liste", plan.absents, vide: "")
        }
      }
    }
  }

  private static func corriger(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<BonusAttribue> = try visite.identifiant("bonus", .bonus)
    let saisie = SaisieLue(try visite.formulaire())
    var sport: Bonus.Sport?
    if let texte = saisie.facultatif("points") {
      guard let points = Decimale(texte) else {
        return visite.erreur(.unprocessableContent, "Écrivez les points comme « 0,5 ».")
      }
      sport = .points(points)
    } else if let texte = saisie.facultatif("seances") {
      guard let seances = Int(texte) else {
        return visite.erreur(.unprocessableContent, "Écrivez les séances en chiffres.")
      }
      sport = .seances(seances)
    }
    do {
      try await visite.faire(CorrigerUnBonusDeSport(id, sport, motif: saisie["motif"]))
      return visite.versLaPage(Chemin.sport, fait: .sportCorrige)
    } catch let refus as Refus {
      switch refus {
      case .donnees, .etat, .regle:
        return try await montrer(visite, [refus.phrase], .unprocessableContent)
      case .conflit, .interdit, .inconnu: throw refus
      }
    }
  }
}
