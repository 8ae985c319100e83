internal import Actes
internal import HTML

extension Chemin {
  static let calendrierOfficiel: SafeURL = "/documents/calendrier"
  static let verifier: SafeURL = "/verifier"
  static let mesDocuments: SafeURL = "/moi/documents"

  /// Where documents of a kind are prepared, then printed.
  static func documents(_ demande: DemandeDeDocuments) -> SafeURL {
    let nature = demande.nature.rawValue
    return switch demande.sur {
    case .promotion(let id): promotion(id, "documents", nature)
    case .jury(let id): jury(id, "documents", nature)
    case .evaluation(let id): evaluation(id, "documents", nature)
    case .seance(let id): de(["seances", "\(id)", "documents", nature])
    case .annee: calendrierOfficiel
    case .incident(let id): incident(id, "documents", nature)
    case .session2(let id, _): jourDeSession2(id, "documents")
    case .sessionBTS(let id): sessionBTS(id, "convocations")
    case .engagement(let id): engagement(id, "documents")
    case .commission(let id): commission(id, "documents")
    case .consultationDeCopie, .inscriptionTardive:
      demande.etudiants?.first.map { etudiant($0, "documents", nature) } ?? mesDocuments
    }
  }
}

extension Visite {
  /// Whether the person holds a right on a place, to show what leads there; acts check again.
  func peut(_ droit: Droit, _ lieu: Lieu) -> Bool {
    visiteur?.habilitations.contains { $0.permet(droit, lieu) } ?? false
  }

  /// Whether the person prints documents of a whole promotion.
  func peutEditer(_ promotion: Promotion) -> Bool { peut(.editerLesDocuments, promotion.lieu) }
}
