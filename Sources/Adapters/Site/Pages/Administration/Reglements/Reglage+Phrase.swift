internal import Scolarite

extension ValeurDeParametre {
  /// The value as people read it.
  var phrase: String {
    switch self {
    case .nombre(let nombre): nombre.description
    case .booleen(let valeur): valeur ? "oui" : "non"
    case .mot(let mot): Self.mots[mot] ?? mot
    case .date(let jour): jour.enLettres
    case .rien: "aucune"
    }
  }

  /// The words of profile files that are not as people write them.
  private static let mots = [
    "egale": "égal", "ects": "crédits ECTS", "derniere": "dernière",
    "inferieureIncluse": "borne inférieure comprise",
    "superieureIncluse": "borne supérieure comprise", "horsProjet": "hors projet",
    "avecProjet": "projet compris", "neutralise": "neutralisée", "zero": "zéro",
    "droit": "droit à un rattrapage", "semestrePair": "semestre pair", "annee": "année",
    "rcue": "regroupement d’UE", "ue": "UE non acquise",
    "moyenneSemestrielle": "moyenne du semestre", "bloque": "bloque la validation",
    "signale": "se signale au jury",
  ]
}

extension Reglage {
  /// Who sets it.
  var phraseDeCouche: String {
    switch couche {
    case "national": "l’arrêté national"
    case "etablissement": "l’établissement"
    case "departement": "le département"
    case _: couche
    }
  }
}
