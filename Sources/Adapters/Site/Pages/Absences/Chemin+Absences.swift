internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

extension Chemin {
  static let absences: SafeURL = "/absences"
  static let mesDemarches: SafeURL = "/moi/demarches"

  static func absences(_ promotion: Identifiant<Promotion>) -> SafeURL {
    Chemin.promotion(promotion, "absences")
  }

  static func autorisation(_ id: Identifiant<AutorisationDAbsence>) -> SafeURL {
    de(["autorisations", "\(id)"])
  }

  static func rattrapages(_ evaluation: Identifiant<EvaluationDeModule>) -> SafeURL {
    Chemin.evaluation(evaluation, "rattrapages")
  }
}

extension AutorisationDAbsence {
  /// « le 3 novembre 2026 », or a span.
  var periode: String {
    du.jour == au.jour
      ? "le \(du.jour.enLettres)" : "du \(du.jour.enLettres) au \(au.jour.enLettres)"
  }

  /// Where it stands.
  func pastille(a maintenant: Instant) -> Pastille {
    switch etat {
    case .demandee: return Pastille("à décider", .information)
    case .refusee: return Pastille("refusée", .erreur)
    case .accordee(nil): return Pastille("accordée", .succes)
    case .accordee(let condition?):
      guard let constat = condition.constat else {
        let passee = maintenant.minutesEcoulees(depuis: condition.echeance) > 0
        return passee
          ? Pastille("condition en retard", .attention)
          : Pastille("accordée sous condition", .information)
      }
      return constat.remplie
        ? Pastille("condition remplie", .succes)
        : Pastille("condition non remplie", .erreur)
    }
  }
}

extension Rattrapage {
  /// Where it stands.
  var pastille: Pastille {
    switch etat {
    case .demande: Pastille("demandé", .information)
    case .organise: Pastille("organisé", .succes)
    case .refuse: Pastille("refusé", .erreur)
    }
  }

  /// How it is sat, or why it is not.
  var detail: String {
    switch etat {
    case .demande: "L’enseignant doit l’organiser."
    case .organise(let modalites):
      ([modalites.date.enLettres] + (modalites.salle.isEmpty ? [] : ["salle \(modalites.salle)"])
        + [modalites.forme]).joined(separator: ", ")
    case .refuse(let motif): motif
    }
  }
}
