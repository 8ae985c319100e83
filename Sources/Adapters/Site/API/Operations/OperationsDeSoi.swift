internal import Actes
internal import HTTPServer

/// Who the token stands for.
enum OperationsDeSoi {
  static let toutes: [Operation] = [
    Operation(
      .get,
      "/api/v1/moi",
      "lireQuiJeSuis",
      .soi,
      "La personne du jeton et ses droits",
      "Les droits sont ceux de ses rôles d’aujourd’hui, dans ceux du jeton ; chacun ne vaut que là où "
        + "va le rôle.",
      acces: .jeton,
      donne: ModelesDeSoi.soi,
    ) { try await $0.demander(VoirQuiOnEst()) }
  ]
}
