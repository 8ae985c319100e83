internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// One request to repeat: what was asked, the counters, the steps, and what lacks.
enum PageDUnRedoublement {
  static let routes: [Route] = [
    .lecture("/redoublements/{redoublement}") { try await montrer($0) },
    .envoi("/redoublements/{redoublement}/audition", par: EtapesDeRedoublement.entendre),
    .envoi("/redoublements/{redoublement}/proposition", par: EtapesDeRedoublement.proposer),
    .envoi("/redoublements/{redoublement}/supplement", par: EtapesDeRedoublement.accorder),
    .envoi("/redoublements/{redoublement}/decision", par: EtapesDeRedoublement.decider),
    .envoi("/redoublements/{redoublement}/notification", par: EtapesDeRedoublement.notifier),
  ]

  static func lire(_ visite: Visite) async throws -> VoirUnRedoublement.Fiche {
    try await visite.demander(
      VoirUnRedoublement(visite.identifiant("redoublement", .redoublement))
    )
  }

  /// `envoyee`: what was sent, where something was wrong, with the step of it.
  static func montrer(
    _ visite: Visite,
    _ envoyee: (etape: FormulairesDeRedoublement.Etape, saisie: SaisieLue)? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let fiche = try await lire(visite)
    let formulaires = FormulairesDeRedoublement(
      fiche,
      envoyee,
      auteur: visite.visiteur?.utilisateur.nom ?? "",
      jour: visite.site.bureau.horloge.maintenant().jour,
      jeton: visite.jeton,
    )
    let promotion = fiche.promotion
    return visite.page(
      "Redoublement de \(fiche.etudiant.nomAffiche)",
      fil: [
        Lien("Promotions", vers: Chemin.promotions),
        Lien(promotion.nom, vers: Chemin.promotion(promotion.id)),
        Lien("Redoublements", vers: Chemin.promotion(promotion.id, "redoublements")),
      ],
      statut: statut,
    ) {
      Bouton("Son dossier", vers: Chemin.etudiant(fiche.etudiant.id))
    } contenu: {
      manques(fiche.procedure)
      Grille {
        Carte("La demande") { demande(fiche) }
        Carte("Étapes") { Frise(EtapesDeRedoublement.moments(fiche.procedure)) }
      }
      if let compteurs = fiche.compteurs {
        Carte("Compteurs") { CompteursDeRedoublement(compteurs, fiche.maximum, fiche.procedure) }
      }
      formulaires
    }
  }

  /// An irregular refusal, named.
  @HTMLBuilder private static func manques(_ procedure: ProcedureDeRedoublement) -> some HTML {
    let manques = procedure.manques.joined(separator: ", ")
    if !manques.isEmpty, let decision = procedure.decision {
      Encart(.attention, titre: "Ce refus est irrégulier") {
        p { Typographie.phrase("Il y manque : \(manques).") }
        p {
          Typographie.phrase(
            "Il a été pris le \(decision.date.enLettres) par \(decision.auteur), avec ce motif de "
              + "passer outre : \(procedure.derogation ?? "aucun")."
          )
        }
      }
    } else if !manques.isEmpty {
      Encart(.attention, titre: "Le refus proposé serait irrégulier") {
        p {
          Typographie.phrase(
            "Il y manque : \(manques). Un refus est précédé de l’audition que l’étudiant demande, "
              + "motivé et assorti de conseils d’orientation (arrêté, point 4.5)."
          )
        }
      }
    }
  }

  private static func demande(_ fiche: VoirUnRedoublement.Fiche) -> some HTML {
    let procedure = fiche.procedure
    var termes: [(String, Cellule)] = [
      ("État", Cellule(procedure.pastille)),
      ("Semestres à redoubler", "\(procedure.semestresEnMots)"),
      ("Déposée", "\(procedure.depose.enLettres)"), ("Ce qui est écrit", "\(procedure.motif)"),
      (
        "Pièce",
        procedure.fichier.map { Cellule(Lien("Lire la pièce", vers: Chemin.fichier($0))) }
          ?? "aucune",
      ),
      ("Audition", "\(procedure.auditionEnMots)"),
    ]
    if !procedure.anterieurs.isEmpty {
      let ailleurs = ProcedureDeRedoublement.enMots(procedure.anterieurs)
      termes.append(("Redoublés ailleurs, selon la demande", "\(ailleurs)"))
    }
    return Definitions(termes)
  }
}

/// How many semesters were repeated, how many may be, and why.
struct CompteursDeRedoublement: HTML {
  private let compteurs: Redoublement<AvecPreuve>
  private let maximum: Int
  private let procedure: ProcedureDeRedoublement

  init(
    _ compteurs: Redoublement<AvecPreuve>,
    _ maximum: Int,
    _ procedure: ProcedureDeRedoublement,
  ) {
    self.compteurs = compteurs
    self.maximum = maximum
    self.procedure = procedure
  }

  func render(into output: inout HTMLOutput) { corps.render(into: &output) }

  private var deja: Int {
    compteurs.compteur - (compteurs.possible ? procedure.semestres.count : 0)
  }

  @HTMLBuilder private var corps: some HTML {
    Chiffres([
      ChiffreCle("Semestres déjà redoublés", "\(deja)", precision: "sur \(maximum) permis"),
      ChiffreCle("Demandés", "\(procedure.semestres.count)", precision: procedure.semestresEnMots),
      ChiffreCle(
        compteurs.possible ? "Resteraient ensuite" : "Restent",
        "\(compteurs.reste)",
      ),
    ])
    if compteurs.possible {
      Encart(
        compteurs.motifs.isEmpty ? .information : .attention,
        compteurs.motifs.isEmpty
          ? "Les compteurs permettent ce redoublement ; il n’est jamais automatique."
          : "Possible par \(compteurs.motifs.joined(separator: ", ")).",
      )
    } else {
      Encart(
        .attention,
        "Les compteurs ne le permettent pas : \(compteurs.motifs.joined(separator: ", ")).",
      )
    }
    for preuve in AvecPreuve.preuve(compteurs.trace) {
      details(.class("preuve")) {
        summary { Typographie.phrase("Pourquoi ?") }
        RecitDePreuve(preuve.explication)
        EtapeDePreuve(preuve)
      }
    }
  }
}
