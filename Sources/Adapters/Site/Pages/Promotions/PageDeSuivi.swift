internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  // MARK: What is late

  func suivi(_ suivi: SuiviDePromotion) -> HTTPResponse {
    page(suivi.promotion, .suivi) {
      Chiffres(chiffres(suivi))
      if suivi.peutSaisir { feuille(suivi.promotion) }
      Carte("Notes en retard") { retards(suivi) }
      let seules = suivi.modules.filter(\.aUneSeuleEvaluation)
      if !seules.isEmpty { uneSeuleEvaluation(seules) }
    }
  }

  /// The marks of all the tests on one sheet.
  private func feuille(_ promotion: Promotion) -> some HTML {
    Boutons(
      Bouton(
        "Feuille de toutes les notes",
        vers: Chemin.promotion(promotion.id, "notes", "feuille"),
      ),
      Bouton("Reprendre une feuille", vers: Chemin.promotion(promotion.id, "notes", "reprise")),
    )
  }

  private func chiffres(_ suivi: SuiviDePromotion) -> [ChiffreCle] {
    let retards = suivi.retards
    let attendus = suivi.modules.map(\.attendus).reduce(0, +)
    let saisies = suivi.modules.map(\.saisies).reduce(0, +)
    let publiees = suivi.modules.map(\.publiees).reduce(0, +)
    return [
      ChiffreCle("Étudiants", "\(suivi.effectif)", precision: suivi.formation.nom),
      ChiffreCle(
        "Évaluations",
        "\(suivi.nombreDEvaluations)",
        precision: "\(publiees) \(publiees > 1 ? "publiées" : "publiée")",
      ),
      ChiffreCle("Notes saisies", "\(saisies)", precision: "sur \(attendus) attendues"),
      ChiffreCle(
        "Notes en retard",
        "\(retards.map(\.manquantes).reduce(0, +))",
        precision: retards.isEmpty
          ? "aucune évaluation passée" : "dans \(compte(retards.count, "évaluation"))",
      ),
    ]
  }

  private func retards(_ suivi: SuiviDePromotion) -> some HTML {
    Tableau(
      "Évaluations passées dont des notes manquent, la plus ancienne d’abord",
      colonnes: [
        .init("Module"), .init("Évaluation"), .init("Confié à"),
        .init("Notes manquantes", .chiffres), .init("Passée depuis", .chiffres),
      ],
      lignes: suivi.retards.map { retard in
        Tableau.Ligne([
          Cellule(Lien(retard.module.nomEntier, vers: retard.module.adresse)),
          Cellule(Lien(retard.evaluation.nom, vers: Chemin.evaluation(retard.evaluation.id))),
          "\(Self.noms(retard.enseignants))", "\(retard.manquantes) sur \(retard.attendus)",
          "\(compte(retard.jours, "jour"))",
        ])
      },
      vide: EtatVide(
        "Aucune note en retard",
        "Toutes les évaluations passées ont leurs notes.",
      ),
    )
  }

  /// Point 4.1 of the arrêté asks for several tests.
  private func uneSeuleEvaluation(_ modules: [SuiviDePromotion.DeModule]) -> some HTML {
    Encart(.attention, titre: "Une seule évaluation (arrêté, point 4.1)") {
      p {
        Typographie.phrase(
          "Le contrôle continu repose sur plusieurs évaluations ; \(compte(modules.count, "module")) "
            + "n’en \(modules.count > 1 ? "ont" : "a") qu’une :"
        )
      }
      ul {
        for suivi in modules {
          li {
            Lien(suivi.module.nomEntier, vers: suivi.module.adresse)
            Typographie.phrase(", confié à \(Self.noms(suivi.enseignants))")
          }
        }
      }
    }
  }

  // MARK: Modules

  func modulesSuivis(_ suivi: SuiviDePromotion) -> HTTPResponse {
    page(suivi.promotion, .modules) {
      if suivi.semestres.isEmpty {
        EtatVide("Aucun module", "La maquette de la promotion ne prévoit aucun module.")
      }
      div(.class("actions")) { telechargements(suivi.promotion, "modules") }
      HTMLList(suivi.semestres.map { semestre($0, suivi) })
    }
  }

  private func semestre(_ semestre: NumeroSemestre, _ suivi: SuiviDePromotion) -> some HTML {
    Carte("Semestre \(semestre.valeur)") {
      Tableau(
        "Modules du semestre \(semestre.valeur)",
        colonnes: [
          .init("Module"), .init("Confié à"), .init("Évaluations"), .init("Notes", .chiffres),
        ],
        lignes: suivi.modules(semestre).map(ligne),
      )
    }
  }

  /// The links to the same table as files.
  @HTMLBuilder func telechargements(_ promotion: Promotion, _ vue: String) -> some HTML {
    Bouton("XLSX", .discret, vers: Chemin.promotion(promotion.id, vue + ".xlsx"))
    Bouton("CSV", .discret, vers: Chemin.promotion(promotion.id, vue + ".csv"))
  }

  private func ligne(_ suivi: SuiviDePromotion.DeModule) -> Tableau.Ligne {
    let nombre = suivi.evaluations.count
    return Tableau.Ligne([
      Cellule(Lien(suivi.module.nomEntier, vers: suivi.module.adresse)),
      "\(Self.noms(suivi.enseignants))",
      nombre == 0
        ? "aucune"
        : Cellule(
          HTMLGroup(
            HTMLList(suivi.evaluations.map(evaluation)),
            suivi.aUneSeuleEvaluation ? Pastille("une seule évaluation", .attention) : nil,
          )
        ),
      nombre == 0 ? "–" : "\(suivi.saisies) sur \(suivi.attendus)",
    ])
  }

  private func evaluation(_ suivie: EvaluationSuivie) -> some HTML {
    p {
      Lien(suivie.evaluation.nom, vers: Chemin.evaluation(suivie.evaluation.id))
      Typographie.phrase(
        ", \(suivie.evaluation.date?.enLettres ?? "sans date") : \(suivie.saisies) sur "
          + "\(suivie.attendus) "
      )
      suivie.pastille
    }
  }

  fileprivate static func noms(_ enseignants: [Utilisateur]) -> String {
    enseignants.isEmpty ? "personne" : enseignants.map(\.nom).joined(separator: ", ")
  }
}

extension Feuillet {
  /// The tests of a promotion, a row each; a module without test has a row too.
  init(_ suivi: SuiviDePromotion) {
    self.init(
      titre: "Modules \(suivi.promotion.nomEntier)",
      colonnes: [
        "Semestre", "Module", "Titre", "Confié à", "Évaluation", "Date", "Coefficient",
        "Notes saisies", "Notes attendues", "Publiée",
      ],
      lignes: suivi.modules.flatMap { suivi -> [[String]] in
        let debut = [
          "\(suivi.module.semestre.valeur)", suivi.module.code, suivi.module.titre,
          Visite.noms(suivi.enseignants),
        ]
        guard !suivi.evaluations.isEmpty else { return [debut + ["", "", "", "", "", ""]] }
        return suivi.evaluations.map { suivie in
          debut + [
            suivie.evaluation.nom, suivie.evaluation.date?.description ?? "",
            suivie.evaluation.coefficient.description, "\(suivie.saisies)", "\(suivie.attendus)",
            suivie.evaluation.publiee ? "oui" : "non",
          ]
        }
      },
    )
  }
}
