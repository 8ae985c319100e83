internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The sheet of a test: given to be filled in, taken back.
enum FeuilleDEvaluation {
  static let routes: [Route] = [
    .lecture("/evaluations/{evaluation}/feuille", par: donner),
    .lecture("/evaluations/{evaluation}/reprise") { visite in
      try await reprise(visite).montrer(visite)
    },
    .envoi("/evaluations/{evaluation}/reprise") { visite in
      try await reprise(visite).recevoir(visite)
    },
  ]

  private static func donner(_ visite: Visite) async throws -> HTTPResponse {
    let contenu = try await visite.demander(PreparerUneFeuille(visite.evaluation()))
    let octets = try visite.site.feuilles.feuille(
      contenu,
      le: visite.site.bureau.horloge.maintenant().jour,
    )
    let evaluation = contenu.releve.evaluation
    return .fichier(octets, nom: "\(evaluation.module)-\(evaluation.nom).xlsx")
  }

  private static func reprise(_ visite: Visite) async throws -> RepriseDeNotes {
    let grille = try await visite.ouvrirLaGrille().aSaisir()
    let evaluation = grille.evaluation
    let contenu = try await visite.demander(PreparerUneFeuille(evaluation.id))
    let feuilles = visite.site.feuilles
    return RepriseDeNotes(
      titre: "Reprendre une feuille",
      fil: visite.fil(grille) + [Lien(evaluation.nom, vers: Chemin.evaluation(evaluation.id))],
      adresse: Chemin.evaluation(evaluation.id, "reprise"),
      retour: Chemin.evaluation(evaluation.id),
      aide: "Celle que donne « Feuille à remplir », ou un tableau qui nomme les étudiants et "
        + "l’évaluation.",
      releve: { try feuilles.releve($0, contenu, remplacer: $1) },
    )
  }
}

/// A sheet for the marks of a whole promotion: given to be filled in, taken back.
enum FeuilleDePromotion {
  static let routes: [Route] = [
    .lecture("/promotions/{promotion}/notes/feuille", par: donner),
    .lecture("/promotions/{promotion}/notes/reprise") { visite in
      try await reprise(visite).montrer(visite)
    },
    .envoi("/promotions/{promotion}/notes/reprise") { visite in
      try await reprise(visite).recevoir(visite)
    },
  ]

  private static func donner(_ visite: Visite) async throws -> HTTPResponse {
    let contenu = try await contenu(visite)
    let octets = try visite.site.feuilles.feuille(
      contenu,
      le: visite.site.bureau.horloge.maintenant().jour,
    )
    return .fichier(octets, nom: "\(contenu.promotion.nom)-notes.xlsx")
  }

  private static func contenu(_ visite: Visite) async throws -> PreparerUnReleve.Contenu {
    try await visite.demander(PreparerUnReleve(visite.identifiant("promotion", .promotion)))
  }

  private static func reprise(_ visite: Visite) async throws -> RepriseDeNotes {
    let contenu = try await contenu(visite)
    let promotion = contenu.promotion
    let feuilles = visite.site.feuilles
    return RepriseDeNotes(
      titre: "Reprendre les notes d’une feuille",
      fil: [
        Lien("Promotions", vers: Chemin.promotions),
        Lien(promotion.nom, vers: Chemin.promotion(promotion.id)),
      ],
      adresse: Chemin.promotion(promotion.id, "notes", "reprise"),
      retour: Chemin.promotion(promotion.id),
      aide: "Celle que donne « Feuille de toutes les notes », ou un tableau XLSX, ODS ou CSV : une "
        + "ligne par étudiant (numéro, nom, prénom), une colonne par évaluation, nommée « R101 — "
        + "DS 1 ». Une case vide ne change rien.",
      releve: { try feuilles.releve($0, contenu, remplacer: $1) },
    )
  }
}
