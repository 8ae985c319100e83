internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// Publishes, closes, changes and takes away a test.
enum ReglerUneEvaluation {
  static let routes: [Route] = [
    .envoi("/evaluations/{evaluation}/publier") { visite in
      try await visite.publier(true, .publiee)
    },
    .envoi("/evaluations/{evaluation}/depublier") { visite in
      try await visite.publier(false, .depubliee)
    },
    .envoi("/evaluations/{evaluation}/verrouiller") { visite in
      let id = try visite.evaluation()
      try await visite.faire(VerrouillerUneEvaluation(id))
      return visite.versLaPage(Chemin.evaluation(id), fait: .verrouillee)
    },
    .envoi("/evaluations/{evaluation}/deverrouiller", par: deverrouiller),
    .lecture("/evaluations/{evaluation}/reglages") { visite in
      let grille = try await visite.ouvrirLaGrille().aRegler()
      return visite.reglages(grille, FormulaireDEvaluation(grille.evaluation, grille.groupes))
    },
    .envoi("/evaluations/{evaluation}/reglages", par: modifier),
    .envoi("/evaluations/{evaluation}/supprimer", par: supprimer),
  ]

  private static func deverrouiller(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.evaluation()
    let motif = (try visite.formulaire()["motif"] ?? "").sansBords
    do {
      try await visite.faire(VerrouillerUneEvaluation(id, verrouillee: false, motif: motif))
    } catch Refus.etat(.motifManquant) {
      let grille = try await visite.ouvrirLaGrille()
      return visite.reglages(
        grille,
        FormulaireDEvaluation(grille.evaluation, grille.groupes),
        motif: "Dites pourquoi ces notes sont rouvertes.",
        .unprocessableContent,
      )
    }
    return visite.versLaPage(Chemin.evaluation(id), fait: .deverrouillee)
  }

  private static func modifier(_ visite: Visite) async throws -> HTTPResponse {
    let grille = try await visite.ouvrirLaGrille().aRegler()
    let envoi = try visite.formulaire()
    var formulaire = FormulaireDEvaluation(
      envoi,
      grille.groupes,
      demandeUnMotif: grille.evaluation.publiee,
      version: envoi["version"].flatMap { Int64($0) } ?? 0,
    )
    guard let valeurs = formulaire.lire() else {
      return visite.reglages(grille, formulaire, .unprocessableContent)
    }
    var apres = grille.evaluation
    apres.nom = valeurs.nom
    apres.nature = valeurs.nature
    apres.date = valeurs.date
    apres.coefficient = valeurs.coefficient
    apres.bareme = valeurs.bareme
    apres.groupes = valeurs.groupes
    apres.version = formulaire.version
    do {
      try await visite.faire(ModifierUneEvaluation(apres, motif: valeurs.motif))
    } catch let refus as Refus {
      guard formulaire.prendre(refus) else { throw refus }
      return visite.reglages(grille, formulaire, .unprocessableContent)
    }
    return visite.versLaPage(Chemin.evaluation(apres.id), fait: .evaluationModifiee)
  }

  private static func supprimer(_ visite: Visite) async throws -> HTTPResponse {
    let grille = try await visite.ouvrirLaGrille()
    try await visite.faire(SupprimerUneEvaluation(grille.evaluation.id))
    return visite.versLaPage(grille.module.adresse, fait: .evaluationSupprimee)
  }
}

extension Visite {
  fileprivate func publier(_ publiee: Bool, _ fait: Fait) async throws -> HTTPResponse {
    let id = try evaluation()
    try await faire(PublierUneEvaluation(id, publiee: publiee))
    return versLaPage(Chemin.evaluation(id), fait: fait)
  }

  fileprivate func reglages(
    _ grille: OuvrirUneGrille.Grille,
    _ formulaire: FormulaireDEvaluation,
    motif: String? = nil,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    let evaluation = grille.evaluation
    let fil = fil(grille) + [Lien(evaluation.nom, vers: Chemin.evaluation(evaluation.id))]
    return page("Réglages", fil: fil, statut: statut) {
      if grille.peutGerer, !evaluation.verrouillee {
        Carte("Ce qui est prévu") {
          formulaire.corps(
            vers: Chemin.evaluation(evaluation.id, "reglages"),
            jeton: jeton,
            bouton: "Enregistrer",
          )
        }
        Carte("Clore les notes") {
          p {
            "Plus personne ne peut les changer, jusqu’à ce que la direction des études les rouvre."
          }
          Formulaire(vers: Chemin.evaluation(evaluation.id, "verrouiller"), jeton: jeton) {
            Boutons(Bouton("Verrouiller"))
          }
        }
        retrait(grille)
      }
      if evaluation.verrouillee { verrou(grille, motif) }
    }
  }

  @HTMLBuilder private func retrait(_ grille: OuvrirUneGrille.Grille) -> some HTML {
    if grille.lignes.allSatisfy({ $0.note == nil }) {
      Carte("Retirer l’évaluation") {
        p { "Aucune note n’y est saisie : la retirer ne perd rien, et le journal en garde trace." }
        Formulaire(
          vers: Chemin.evaluation(grille.evaluation.id, "supprimer"),
          jeton: jeton,
        ) { Boutons(Bouton("Retirer l’évaluation", .danger)) }
      }
    }
  }

  private func verrou(_ grille: OuvrirUneGrille.Grille, _ faute: String?) -> some HTML {
    Carte("Notes closes") {
      if grille.peutDeverrouiller {
        Formulaire(vers: Chemin.evaluation(grille.evaluation.id, "deverrouiller"), jeton: jeton) {
          Champ(
            "motif",
            "Pourquoi les rouvrir ?",
            .texte(),
            aide: "Le journal gardera le motif.",
            erreur: faute,
          )
          Boutons(Bouton("Rouvrir les notes"))
        }
      } else {
        p { "Seule la direction des études, ou le chef de département, peut les rouvrir." }
      }
    }
  }
}
