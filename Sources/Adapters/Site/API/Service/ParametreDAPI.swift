internal import JSON

/// A value that the address or the query of an operation gives.
struct ParametreDAPI: Sendable {
  enum Lieu: String, Sendable {
    case chemin = "path"
    case requete = "query"
  }

  let nom: String
  let lieu: Lieu
  let schema: Schema
  let description: String

  /// Only those after a number, in lists.
  static let apres = ParametreDAPI(
    nom: "apres",
    lieu: .requete,
    schema: .version,
    description: "Le dernier numéro déjà lu, « suite » de la page d’avant ; 0 par défaut.",
  )

  /// How many at most, in lists.
  static let limite = ParametreDAPI(
    nom: "limite",
    lieu: .requete,
    schema: .entier(1...500),
    description: "Combien d’éléments au plus ; 100 par défaut.",
  )

  static let module = ParametreDAPI(
    nom: "module",
    lieu: .requete,
    schema: .texte(.module),
    description: "Seulement celles de ce module, par son code.",
  )

  /// The values that addresses hold.
  static func deChemin(_ nom: String) -> ParametreDAPI {
    func numero(_ description: String) -> ParametreDAPI {
      ParametreDAPI(nom: nom, lieu: .chemin, schema: .identifiant, description: description)
    }
    switch nom {
    case "promotion": return numero("Le numéro de la promotion.")
    case "evaluation": return numero("Le numéro de l’évaluation.")
    case "etudiant": return numero("Le numéro de l’étudiant.")
    case "module":
      return ParametreDAPI(
        nom: nom,
        lieu: .chemin,
        schema: .texte(.module),
        description: "Le code du module, « R101 ».",
      )
    case _: preconditionFailure("no value \(nom) in an address")
    }
  }

  /// The value as the schema sees it.
  func noeud(_ texte: String) -> JSONNode {
    guard case .entier = schema, let nombre = Int64(texte), String(nombre) == texte else {
      return .string(texte)
    }
    return .number(texte)
  }
}
