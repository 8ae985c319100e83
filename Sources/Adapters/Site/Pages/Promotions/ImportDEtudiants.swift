internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The import of a list of students: what it would change, then the writing.
///
/// Nothing is kept between the two: the page that is to be confirmed carries the file.
enum ImportDEtudiants {
  static func montrer(_ visite: Visite, _ fautes: [String] = [], _ statut: HTTPStatus = .ok)
    async throws -> HTTPResponse
  {
    let promotion = try await promotion(visite)
    return page(promotion, visite, "Importer une liste", statut) {
      if !fautes.isEmpty {
        Encart(
          .erreur,
          titre: "La liste n’est pas importée, rien n’a été écrit.",
          annonce: .alerte,
        ) {
          ul { for faute in fautes { li { faute.enPhraseSuite } } }
        }
      }
      Carte("La liste") {
        p {
          "Un tableau XLSX, ODS ou CSV, avec une ligne de titres : numéro d’étudiant, nom, prénom, et "
            .enPhraseSuite
          "au besoin INE, courriel, date de naissance, groupes, statut… Rien n’est écrit avant que vous "
          "ayez vu ce qui change."
        }
        Formulaire(vers: adresse(promotion), jeton: visite.jeton, aDesFichiers: true) {
          Champ("feuille", "Fichier", .fichier(accepte: ".xlsx,.ods,.csv"))
          Boutons(Bouton("Voir ce qui change", .premier))
          p(.role("status"), .data("progres", "Lecture de la liste…")) {}
        }
      }
    }
  }

  static func recevoir(_ visite: Visite) async throws -> HTTPResponse {
    let promotion = try await promotion(visite)
    let envoi = try visite.formulaire()
    guard let recue = FeuilleRecue(envoi) else {
      return try await montrer(visite, ["Choisissez un fichier."], .unprocessableContent)
    }
    do {
      let (nouveaux, ignorees) = try visite.site.feuilles.etudiants(recue)
      guard envoi["confirme"] == "oui" else {
        let plan = try await visite.demander(
          PrevoirDesInscriptions(promotion: promotion.id, etudiants: nouveaux)
        )
        return apercu(plan, ignorees, recue, promotion, visite)
      }
      let plan = try await visite.faire(
        ImporterDesEtudiants(promotion: promotion.id, etudiants: nouveaux, source: recue.nom)
      )
      return visite.versLaPage(resultat(plan, promotion))
    } catch let refusee as FeuilleRefusee {
      return try await montrer(visite, refusee.lignes, .unprocessableContent)
    } catch Refus.donnees(let fautes) {
      let lignes = fautes.map { "\($0.lieu) \($0.nature.phrase)" }
      return try await montrer(visite, lignes, .unprocessableContent)
    }
  }

  /// The promotion, for whoever manages its students.
  private static func promotion(_ visite: Visite) async throws -> Promotion {
    let liste = try await visite.demander(
      VoirLesInscrits(visite.identifiant("promotion", .promotion))
    )
    guard liste.peutGerer else { throw Refus.interdit(.gererLesEtudiants) }
    return liste.promotion
  }

  private static func adresse(_ promotion: Promotion) -> SafeURL {
    Chemin.promotion(promotion.id, "etudiants", "importer")
  }

  /// The list of the promotion, told what was done.
  private static func resultat(_ plan: PlanDInscription, _ promotion: Promotion) -> SafeURL {
    let changes = (plan.connus + plan.dejaInscrits).count { !$0.changements.isEmpty }
    let liste = Chemin.promotion(promotion.id, "etudiants")
    let suite =
      "?nouveaux=\(plan.nouveaux.count)&connus=\(plan.connus.count)&changes=\(changes)"
    return SafeURL(liste.text + suite) ?? liste
  }

  private static func page<Contenu: HTML>(
    _ promotion: Promotion,
    _ visite: Visite,
    _ titre: String,
    _ statut: HTTPStatus = .ok,
    @HTMLBuilder _ contenu: () -> Contenu,
  ) -> HTTPResponse {
    visite.page(
      titre,
      fil: visite.fil(desInscritsDe: promotion) + [
        Lien("Étudiants", vers: Chemin.promotion(promotion.id, "etudiants"))
      ],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
      contenu: contenu,
    )
  }

  // MARK: What would change

  private static func apercu(
    _ plan: PlanDInscription,
    _ ignorees: [String],
    _ recue: FeuilleRecue,
    _ promotion: Promotion,
    _ visite: Visite,
  ) -> HTTPResponse {
    let changes = (plan.connus + plan.dejaInscrits).filter { !$0.changements.isEmpty }
    let siens = plan.connus.filter { !$0.estDAilleurs }.map(\.nouveau)
    let ailleurs = plan.connus.filter(\.estDAilleurs).map(\.nouveau)
    return page(promotion, visite, "Ce que la liste change") {
      Chiffres([
        ChiffreCle("Nouveaux", String(plan.nouveaux.count), precision: "inconnus jusqu’ici"),
        ChiffreCle("Connus", String(plan.connus.count), precision: "à inscrire dans la promotion"),
        ChiffreCle("Déjà inscrits", String(plan.dejaInscrits.count)),
        ChiffreCle("Fiches changées", String(changes.count)),
      ])
      if !ignorees.isEmpty {
        Encart(
          .attention,
          titre: "Colonnes non lues.",
          ignorees.map { "« \($0) »" }.joined(separator: ", "),
        )
      }
      confirmation(recue, promotion, visite)
      if !changes.isEmpty { Carte("Fiches changées") { changements(changes) } }
      if !plan.nouveaux.isEmpty { Carte("Nouveaux étudiants") { nouveaux(plan.nouveaux) } }
      if !siens.isEmpty {
        Carte("Étudiants connus, à inscrire") { nouveaux(siens) }
      }
      if !ailleurs.isEmpty {
        Carte("Étudiants d’un autre département, à inscrire") {
          p {
            "Ces numéros sont déjà connus : vérifiez-les. L’import inscrit, sans changer la fiche."
          }
          nouveaux(ailleurs)
        }
      }
    }
  }

  private static func confirmation(
    _ recue: FeuilleRecue,
    _ promotion: Promotion,
    _ visite: Visite,
  ) -> some HTML {
    Formulaire(vers: adresse(promotion), jeton: visite.jeton, aDesFichiers: true) {
      input(.type("hidden"), .name("confirme"), .value("oui"))
      input(.type("hidden"), .name("nom"), .value(recue.nom))
      input(.type("hidden"), .name("contenu"), .value(recue.enBase16))
      Boutons(
        Bouton("Inscrire ces étudiants", .premier),
        Bouton("Renoncer", .discret, vers: Chemin.promotion(promotion.id, "etudiants")),
      )
      p(.role("status"), .data("progres", "Écriture…")) {}
    }
  }

  private static func changements(_ rapproches: [PlanDInscription.Rapproche]) -> some HTML {
    Tableau(
      "Ce qui change dans les fiches",
      colonnes: [.init("Étudiant"), .init("Champ"), .init("Avant"), .init("Après")],
      lignes: rapproches.flatMap { rapproche in
        rapproche.changements.map { changement in
          Tableau.Ligne([
            "\(rapproche.etudiant.nomAffiche)", "\(changement.champ)",
            "\(changement.avant ?? "rien")", "\(changement.apres ?? "rien")",
          ])
        }
      },
    )
  }

  private static func nouveaux(_ nouveaux: [NouvelEtudiant]) -> some HTML {
    Tableau(
      "Étudiants à inscrire",
      colonnes: [
        .init("Étudiant"), .init("Numéro"), .init("Groupes"), .init("Statut"),
        .init("Où", estSecondaire: true),
      ],
      lignes: nouveaux.map { nouveau in
        Tableau.Ligne([
          "\(nouveau.identite.nomUsuel) \(nouveau.identite.prenomUsuel)",
          "\(nouveau.identite.nip)", "\(nouveau.groupes.joined(separator: ", "))",
          "\(nouveau.statut.phrase)", "\(nouveau.lieu)",
        ])
      },
    )
  }
}
