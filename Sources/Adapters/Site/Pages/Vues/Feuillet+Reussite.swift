internal import Actes
internal import Scolarite

extension Feuillet {
  /// A row for each population and each thing that one succeeds in.
  init(_ reussite: ReussiteDePromotion) {
    let ensembles = ([reussite.ensemble] + reussite.annees).map { ("Promotion", $0) }
    let parties = reussite.repartitions.flatMap { repartition in
      repartition.populations.map { (repartition.dimension.titre, $0) }
    }
    self.init(
      titre: "Réussite \(reussite.promotion.nomEntier)",
      colonnes: [
        "Répartition", "Étudiants", "Effectif", "D’après", "Réussite", "Suivies", "Acquises",
        "Par la moyenne", "Par compensation", "Par le jury", "Autrement", "En attente", "Taux (%)",
      ],
      lignes: (ensembles + parties).flatMap { titre, population in
        reussite.objets.map { objet in
          [
            titre, population.nom, "\(population.effectif)", population.source.texte, objet.nom,
          ] + Self.colonnes(population.taux(objet))
        }
      },
    )
  }

  private static func colonnes(_ taux: Taux?) -> [String] {
    guard let taux else { return ["trop peu"] + Array(repeating: "", count: 7) }
    let nombres = [
      taux.suivies, taux.acquises, taux.directes, taux.compensees, taux.parJury, taux.autrement,
      taux.incompletes,
    ]
    return nombres.map { "\($0)" } + [taux.pourcentage?.affichee(decimales: 1) ?? ""]
  }
}

extension ReussiteDePromotion.Source {
  fileprivate var texte: String {
    switch self {
    case .propositions: "propositions"
    case .jury(let jour): "jury du \(jour.enLettres)"
    }
  }
}
