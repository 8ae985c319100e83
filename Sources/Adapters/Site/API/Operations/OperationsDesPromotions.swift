internal import Actes
internal import HTTPServer

/// Promotions, their students and their results.
enum OperationsDesPromotions {
  private static let liste: [ParametreDAPI] = [.apres, .limite]

  static let toutes: [Operation] = [
    Operation(
      .get,
      "/api/v1/promotions",
      "listerLesPromotions",
      .promotions,
      "Les promotions dont on voit les étudiants",
      "Ne serait-ce que dans un module.",
      acces: .droit(.voirLesEtudiants),
      requete: liste,
      donne: ModelesDePromotion.page("PageDePromotions", ModelesDePromotion.promotion),
    ) { appel in
      let promotions = try await appel.demander(VoirLesPromotions()).sorted { $0.id < $1.id }
      return appel.page(promotions, \.id.valeur)
    },
    Operation(
      .get,
      "/api/v1/promotions/{promotion}",
      "lireUnePromotion",
      .promotions,
      "Une promotion avec ses modules et ses groupes",
      acces: .droit(.voirLesEtudiants),
      donne: ModelesDePromotion.description,
    ) { try await $0.demander(DecrireUnePromotion($0.promotion)) },
    Operation(
      .get,
      "/api/v1/promotions/{promotion}/etudiants",
      "listerLesEtudiants",
      .etudiants,
      "Les étudiants d’une promotion",
      "Leurs numéros et leurs noms ; l’INE et le courriel pour qui gère les étudiants seulement.",
      acces: .droit(.voirLesEtudiants),
      requete: liste,
      donne: ModelesDePromotion.page("PageDInscrits", ModelesDePromotion.inscrit),
    ) { appel in
      let liste = try await appel.demander(VoirLesInscrits(appel.promotion))
      let inscrits = liste.inscrits.sorted { $0.etudiant.id < $1.etudiant.id }
      return appel.page(inscrits, \.etudiant.id.valeur)
    },
    Operation(
      .get,
      "/api/v1/promotions/{promotion}/resultats",
      "lireLesResultats",
      .promotions,
      "Ce que les règles proposent pour chaque étudiant",
      "Calculé sur toutes les notes, publiées ou non ; le jury décide. Les étudiants partis n’y sont "
        + "pas.",
      acces: .droit(.voirLesNotes),
      requete: liste,
      donne: ModelesDePromotion.page("PageDeResultats", ModelesDeResultat.resultat),
    ) { appel in
      let vivante = try await appel.demander(DelibererUnePromotion(appel.promotion))
      let page = appel.page(vivante.etudiants, \.valeur)
      let resultats = page.elements.compactMap { etudiant in
        vivante[etudiant].map { ModelesDeResultat.Resultat(etudiant: etudiant, proposition: $0) }
      }
      return Page(elements: resultats, suite: page.suite)
    },
  ]
}
