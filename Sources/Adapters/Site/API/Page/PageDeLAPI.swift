internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// What people read of the API: how to use it, its operations, its problems.
enum PageDeLAPI {
  static let routes: [Route] = [.lecture("/api", .libre) { $0.pageDeLAPI() }]

  /// Where a kind of problem is explained, which is also its name for programs.
  static func adresse(du sorte: ProblemeDAPI.Sorte) -> String { "/api#\(sorte.rawValue)" }
}

extension Visite {
  fileprivate func pageDeLAPI() -> HTTPResponse {
    page("API de Délibéré") {
      Carte("S’en servir") {
        p { DescriptionDeLAPI.presentation }
        p {
          "Un jeton dit au nom de qui un programme agit, avec quels droits et jusqu’à quand. Son "
          "secret, montré une seule fois, va dans l’en-tête « Authorization » de chaque demande :"
        }
        p {
          code { "curl -H \"Authorization: Bearer $JETON\" \(site.reglages.adresse)/api/v1/moi" }
        }
        p {
          "Toutes les opérations sont décrites pour les programmes, en OpenAPI 3.1 : "
          Lien("openapi.json", vers: "/api/v1/openapi.json")
          "."
        }
      }
      for theme in Operation.Theme.allCases {
        Carte(theme.rawValue) {
          Tableau(
            "Opérations : \(theme.rawValue)",
            colonnes: [.init("Opération"), .init("Ce qu’elle fait"), .init("Droit du jeton")],
            lignes: API.operations.filter { $0.theme == theme }.map(ligne),
          )
        }
      }
      Carte("Problèmes") {
        p {
          "Ce qui ne peut se faire est dit selon la RFC 9457. « type » nomme la sorte de problème, "
          "« faults » les valeurs à corriger, « conflits » ce que d’autres ont écrit entre-temps."
        }
        for sorte in ProblemeDAPI.Sorte.allCases {
          h3(.id(sorte.rawValue)) { "\(sorte.statut.code) : \(sorte.titre)" }
          p { sorte.explication }
        }
      }
    }
  }

  private func ligne(_ operation: Operation) -> Tableau.Ligne {
    let texte = [operation.resume + ".", operation.description].filter { !$0.isEmpty }
    return .init([
      Cellule(code { "\(operation.methode.rawValue) \(operation.gabarit.texte)" }),
      "\(texte.joined(separator: " "))",
      "\(operation.droit?.rawValue ?? "tout jeton")",
    ])
  }
}

extension ProblemeDAPI.Sorte {
  /// What to do about it.
  fileprivate var explication: String {
    switch self {
    case .demandeMalFaite:
      "Le corps n’est pas du JSON en UTF-8. « detail » dit la ligne et la colonne."
    case .jetonAbsent:
      "L’en-tête manque, ou le jeton est inconnu, révoqué ou expiré. Faites-en un autre."
    case .droitManquant:
      "Le jeton, ou la personne à cet endroit, n’a pas ce droit. Un jeton ne donne jamais plus que les "
        + "rôles de la personne."
    case .inconnu: "L’adresse, ou ce qu’elle nomme, n’existe pas, ou n’est pas pour cette personne."
    case .methode: "L’en-tête « Allow » dit les méthodes de cette adresse."
    case .conflit:
      "Rien n’a été écrit. Relisez, puis renoncez, ou recommencez avec la version que donne « conflits »."
    case .etat: "L’état de la chose, ou le règlement, ne le permet pas. « detail » dit que faire."
    case .tropLong: "Un mébioctet au plus ; écrivez en plusieurs fois."
    case .pasDuJSON: "Envoyez « Content-Type: application/json »."
    case .invalide: "Rien n’a été fait. « faults » dit chaque valeur à corriger et sa place."
    case .tropSouvent: "Attendez le nombre de secondes que dit « Retry-After »."
    case .panne: "Rien d’autre n’est dit aux programmes ; « detail » a un numéro à donner."
    case .baseIndisponible: "Recommencez plus tard."
    }
  }
}
