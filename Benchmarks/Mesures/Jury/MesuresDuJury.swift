internal import SQL

/// What a jury waits for at the projector: three hundred students, both engines.
enum MesuresDuJury {
  static func texte() async throws -> String {
    var sections = [
      Section(
        [],
        [
          "300 étudiants de première année, 72 évaluations ; chaque page est celle du site, de la "
            + "demande au dernier octet de HTML. "
            + "Charge de la machine pendant la dernière minute : \(Processus.charge ?? "inconnue")."
        ],
      )
    ]
    for moteur in SQLEngine.allCases {
      sections.append(try await SeanceMesuree(moteur).section())
    }
    return Section.texte(sections)
  }
}
