internal import Actes
internal import HTTPServer

/// Modules, with how far their tests have come.
enum OperationsDesModules {
  static let toutes: [Operation] = [
    Operation(
      .get,
      "/api/v1/modules",
      "listerMesModules",
      .modules,
      "Les modules dont la personne est chargée",
      "Avec leurs évaluations et leur avancement, l’année la plus récente d’abord.",
      acces: .droit(.voirLesNotes),
      donne: ModelesDEvaluation.enCharge.liste,
    ) { try await $0.demander(VoirSesModules()) },
    Operation(
      .get,
      "/api/v1/promotions/{promotion}/modules/{module}",
      "lireUnModule",
      .modules,
      "Un module avec ses évaluations et leur avancement",
      acces: .droit(.voirLesNotes),
      donne: ModelesDEvaluation.etat,
    ) { appel in
      let code = appel.valeurs["module"] ?? ""
      do {
        return try await appel.demander(VoirUnModule(appel.promotion, code))
      } catch Refus.etat(.moduleInconnu(let code)) {
        throw ProblemeDAPI(.inconnu, "La promotion n’a pas de module « \(code) »")
      }
    },
  ]
}
