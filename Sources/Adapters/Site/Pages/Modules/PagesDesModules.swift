internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The modules of a teacher, and the tests of each.
enum PagesDesModules {
  static let routes: [Route] = [
    .lecture("/modules") { visite in
      visite.mesModules(try await visite.demander(VoirSesModules()))
    },
    .lecture("/promotions/{promotion}/modules/{module}") { visite in
      try await visite.module(visite.lireLeModule())
    },
    .lecture("/promotions/{promotion}/modules/{module}/nouvelle") { visite in
      let etat = try await visite.lireLeModule().aGerer()
      return visite.nouvelleEvaluation(etat, FormulaireDEvaluation(etat))
    },
    .envoi("/promotions/{promotion}/modules/{module}/nouvelle", par: creer),
  ]

  private static func creer(_ visite: Visite) async throws -> HTTPResponse {
    let etat = try await visite.lireLeModule().aGerer()
    var formulaire = FormulaireDEvaluation(try visite.formulaire(), etat.groupes)
    guard let valeurs = formulaire.lire() else {
      return visite.nouvelleEvaluation(etat, formulaire, .unprocessableContent)
    }
    do {
      let evaluation = try await visite.faire(
        CreerUneEvaluation(
          promotion: etat.module.promotion.id,
          semestre: etat.module.semestre,
          module: etat.module.code,
          intitule: valeurs.nom,
          nature: valeurs.nature,
          date: valeurs.date,
          coefficient: valeurs.coefficient,
          bareme: valeurs.bareme,
          groupes: valeurs.groupes,
        )
      )
      return visite.versLaPage(Chemin.evaluation(evaluation.id), fait: .evaluationCreee)
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.nouvelleEvaluation(etat, formulaire, .unprocessableContent)
    }
  }
}

extension VoirUnModule.Etat {
  /// The module, for whoever may plan its tests.
  fileprivate func aGerer() throws(Refus) -> VoirUnModule.Etat {
    guard peutGerer else { throw .interdit(.gererLesEvaluations) }
    return self
  }
}

extension Visite {
  func lireLeModule() async throws -> VoirUnModule.Etat {
    try await demander(
      VoirUnModule(identifiant("promotion", .promotion), valeurs["module"] ?? "")
    )
  }

  // MARK: My modules

  func mesModules(_ modules: [VoirSesModules.EnCharge]) -> HTTPResponse {
    let promotions = Dictionary(grouping: modules, by: \.module.promotion)
      .sorted { ($0.key.annee, $0.key.nom) > ($1.key.annee, $1.key.nom) }
    return page("Mes modules") {
      if promotions.isEmpty {
        EtatVide(
          "Aucun module ne vous est confié",
          "Le secrétariat ou la direction des études peut vous en confier un.",
        )
      }
      for (promotion, siens) in promotions {
        Carte("\(promotion.nom), \(promotion.annee)") {
          Tableau(
            "Modules de \(promotion.nom)",
            colonnes: [
              .init("Module"), .init("Semestre"), .init("Évaluations", .chiffres), .init("À faire"),
            ],
            lignes: siens.map(ligne),
          )
        }
      }
    }
  }

  private func ligne(_ enCharge: VoirSesModules.EnCharge) -> Tableau.Ligne {
    Tableau.Ligne([
      Cellule(Lien(enCharge.module.nomEntier, vers: enCharge.module.adresse)),
      "S\(enCharge.module.semestre.valeur)", "\(enCharge.evaluations.count)",
      Cellule(HTMLList(aFaire(enCharge))),
    ])
  }

  private func aFaire(_ enCharge: VoirSesModules.EnCharge) -> [AnyHTML] {
    let jour = site.bureau.horloge.maintenant().jour
    var choses: [AnyHTML] = []
    for suivie in enCharge.evaluations {
      let evaluation = suivie.evaluation
      let estPassee = evaluation.date.map { $0 <= jour } ?? true
      if estPassee, !suivie.estComplete {
        let texte =
          "\(evaluation.nom) : \(compte(suivie.attendus - suivie.saisies, "note")) à saisir"
        choses.append(
          AnyHTML(p { Lien(texte, vers: Chemin.evaluation(evaluation.id)) })
        )
      } else if estPassee, !evaluation.publiee {
        choses.append(
          AnyHTML(
            p { Lien("\(evaluation.nom) : à publier", vers: Chemin.evaluation(evaluation.id)) }
          )
        )
      }
    }
    return choses.isEmpty ? [AnyHTML("rien")] : choses
  }

  // MARK: One module

  func module(_ etat: VoirUnModule.Etat) -> HTTPResponse {
    let module = etat.module
    return page(module.nomEntier, fil: fil(module)) {
      if etat.peutGerer {
        Bouton(
          "Nouvelle évaluation",
          .premier,
          vers: Chemin.nouvelleEvaluation(module.promotion.id, module.code),
        )
      }
    } contenu: {
      Chiffres([
        ChiffreCle(
          "Moyenne du module",
          etat.moyennes.moyenne?.surDeuxDecimales,
          unite: "/20",
          precision: "sur \(compte(etat.moyennes.effectif, "étudiant"))",
        ),
        ChiffreCle("Médiane", etat.moyennes.mediane?.surDeuxDecimales, unite: "/20"),
        ChiffreCle(
          "Moyennes incomplètes",
          String(etat.sansMoyenne),
          precision: "une note au moins est attendue",
        ),
      ])
      if etat.evaluations.count == 1 { uneSeule }
      Carte("Évaluations") { evaluations(etat) }
      Carte("Au semestre \(module.semestre.valeur)") {
        Definitions(module.ues.map { ($0.ue.texte, "coefficient \($0.coefficient.description)") })
      }
    }
  }

  /// Point 4.1 of the arrêté asks for several tests.
  private var uneSeule: some HTML {
    Encart(
      .attention,
      titre: "Une seule évaluation.",
      "Le contrôle continu repose sur plusieurs évaluations (arrêté, point 4.1) : prévoyez-en une "
        + "autre, ou signalez-le à la direction des études.",
    )
  }

  private func evaluations(_ etat: VoirUnModule.Etat) -> some HTML {
    Tableau(
      "Évaluations de \(etat.module.code)",
      colonnes: [
        .init("Évaluation"), .init("Nature", estSecondaire: true), .init("Date"),
        .init("Coefficient", .chiffres),
        .init("Sur", .chiffres), .init("Notes"), .init("État"),
      ],
      lignes: etat.evaluations.map { suivie in
        Tableau.Ligne([
          Cellule(Lien(suivie.evaluation.nom, vers: Chemin.evaluation(suivie.evaluation.id))),
          "\(suivie.evaluation.nature.phrase)",
          "\(suivie.evaluation.date?.enLettres ?? "sans date")",
          "\(suivie.evaluation.coefficient.description)",
          "\(suivie.evaluation.bareme.description)", "\(suivie.avancement)",
          Cellule(suivie.pastille),
        ])
      },
      vide: EtatVide(
        "Aucune évaluation",
        "La première que vous créez apparaîtra ici.",
        action: etat.peutGerer
          ? Bouton(
            "Nouvelle évaluation",
            .premier,
            vers: Chemin.nouvelleEvaluation(etat.module.promotion.id, etat.module.code),
          ) : nil,
      ),
    )
  }

  /// The path to a module: by one's own modules, or by the promotion.
  func fil(_ module: ModuleEnseigne) -> [Lien] {
    let sien = visiteur?.habilitations.contains {
      $0.portee == .module(module.promotion.id, module.code)
    }
    guard sien == true else {
      return [Lien(module.promotion.nom, vers: Chemin.promotion(module.promotion.id))]
    }
    return [Lien("Mes modules", vers: Chemin.modules)]
  }

  func nouvelleEvaluation(
    _ etat: VoirUnModule.Etat,
    _ formulaire: FormulaireDEvaluation,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    let adresse = Chemin.nouvelleEvaluation(etat.module.promotion.id, etat.module.code)
    return page(
      "Nouvelle évaluation",
      fil: fil(etat.module) + [Lien(etat.module.code, vers: etat.module.adresse)],
      statut: statut,
    ) {
      Carte(etat.module.nomEntier) {
        formulaire.corps(vers: adresse, jeton: jeton, bouton: "Créer l’évaluation")
      }
    }
  }
}
