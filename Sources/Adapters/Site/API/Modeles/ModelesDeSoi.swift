internal import Actes

/// Who asks, as the API writes it.
enum ModelesDeSoi {
  static let soi = Modele<VoirQuiOnEst.Soi>.objet(
    "Soi",
    [
      .init("id", .identifiant, "Le numéro du compte.") { $0.utilisateur.id.valeur },
      .init("identifiant", .texte, "Ce avec quoi la personne se connecte.") {
        $0.utilisateur.identifiant
      },
      .init("nom", .texte, "Son nom.") { $0.utilisateur.nom },
      .init("etudiant", ouNul: .identifiant, "Son numéro d’étudiant, si elle l’est.") {
        $0.utilisateur.etudiant?.valeur
      },
      .init("droits", droit.liste, "Les droits de ses rôles, dans ceux du jeton.") {
        $0.droits.map(\.rawValue).sorted()
      },
      .init("roles", habilitation.liste, "Ses rôles d’aujourd’hui.") { $0.habilitations },
    ],
  )

  private static let droit = Modele<String>.choix(Droit.allCases.map(\.rawValue))

  private static let habilitation = Modele<Habilitation>.objet(
    "RoleTenu",
    [
      .init("role", .choix(Role.allCases.map(\.rawValue)), "Le rôle.") { $0.role.rawValue },
      .init("portee", .choix(sortes), "Jusqu’où il va.") { $0.portee.sorte },
      .init("departement", ouNul: .identifiant, "Le département, s’il n’est que là.") {
        if case .departement(let id) = $0.portee { id.valeur } else { nil }
      },
      .init("promotion", ouNul: .identifiant, "La promotion, s’il n’est que là.") {
        $0.portee.promotion?.valeur
      },
      .init("module", ouNul: .texte, "Le code du module, s’il n’est que là.") {
        if case .module(_, let code) = $0.portee { code } else { nil }
      },
      .init("etudiant", ouNul: .identifiant, "L’étudiant, s’il n’est que pour lui.") {
        if case .etudiant(let id) = $0.portee { id.valeur } else { nil }
      },
    ],
  )

  private static let sortes = ["etablissement", "departement", "promotion", "module", "etudiant"]
}

extension Portee {
  fileprivate var sorte: String {
    switch self {
    case .etablissement: "etablissement"
    case .departement: "departement"
    case .promotion: "promotion"
    case .module: "module"
    case .etudiant: "etudiant"
    }
  }

  fileprivate var promotion: Identifiant<Promotion>? {
    switch self {
    case .promotion(let id), .module(let id, _): id
    case .etablissement, .departement, .etudiant: nil
    }
  }
}
