internal import Actes
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The views of those who direct: the way of students through the semesters, their success.
enum PagesDesVues {
  static let routes: [Route] = parcours + reussite

  private static let parcours: [Route] = [
    .lecture("/parcours") { visite in visite.parcours(try await visite.lireLesParcours()) },
    .lecture("/parcours.svg") { visite in
      let parcours = try await visite.lireLesParcours()
      return .fichier(
        Array(DessinDesParcours(parcours).sankey.fichier.utf8),
        nom: "parcours.svg",
        type: "image/svg+xml; charset=utf-8",
      )
    },
    .lecture("/parcours.xlsx") { visite in
      try visite.fichier(Feuillet(try await visite.lireLesParcours()), .xlsx)
    },
    .lecture("/parcours.csv") { visite in
      try visite.fichier(Feuillet(try await visite.lireLesParcours()), .csv)
    },
  ]

  private static let reussite: [Route] = [
    .lecture("/promotions/{promotion}/reussite") { visite in
      visite.reussite(try await visite.lireLaReussite())
    },
    .lecture("/promotions/{promotion}/reussite.xlsx") { visite in
      try visite.fichier(Feuillet(try await visite.lireLaReussite()), .xlsx)
    },
    .lecture("/promotions/{promotion}/reussite.csv") { visite in
      try visite.fichier(Feuillet(try await visite.lireLaReussite()), .csv)
    },
  ]
}

extension Visite {
  fileprivate func lireLaReussite() async throws -> ReussiteDePromotion {
    try await demander(VoirLaReussite(identifiant("promotion", .promotion)))
  }

  fileprivate func lireLesParcours() async throws -> VoirLesParcours.Parcours {
    let formation = question("formation")
    let choisie = Int64(formation).flatMap { Identifiant<Formation>($0) }
    guard formation.isEmpty || choisie != nil else { throw Refus.inconnu(.formation) }
    let depuis = Int(question("depuis")).flatMap { AnneeUniversitaire(debut: $0) }
    return try await demander(VoirLesParcours(choisie, depuis: depuis))
  }
}
