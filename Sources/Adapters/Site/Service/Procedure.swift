internal import Actes
internal import HTML

/// A procedure of the règlement with pages of its own.
enum Procedure: String, CaseIterable {
  case appels, absences, discipline, bonifications, amenagements
  case session2 = "session-2"

  /// How many of them stand in the menu itself; beyond, they have one entry and a page of their own.
  static let enMenu = 3

  static func ouvertes(a visiteur: Visiteur) -> [Procedure] {
    allCases.filter { $0.sOuvre(a: visiteur) }
  }

  /// As the menu says it.
  var nom: String {
    switch self {
    case .appels: "Appels"
    case .absences: "Absences"
    case .discipline: "Discipline"
    case .bonifications: "Bonifications"
    case .amenagements: "Aménagements"
    case .session2: "Session 2"
    }
  }

  /// What is done there.
  var phrase: String {
    switch self {
    case .appels: "Ouvrir l’émargement d’un créneau, faire l’appel, recopier une feuille signée."
    case .absences:
      "Suivre les heures et les paliers avant qu’ils ne soient franchis, répondre aux demandes, "
        + "établir un relevé d’assiduité."
    case .discipline: "Signaler un incident, dresser un procès-verbal, suivre une procédure."
    case .bonifications:
      "Sport et engagement : fixer la période, reprendre la liste du sport, réunir la commission."
    case .amenagements: "Répondre aux demandes, voir ce qui est accordé et à quoi cela s’applique."
    case .session2:
      "Ouvrir une session 2, suivre ses échéances, publier les admissibles, choisir les épreuves, "
        + "corriger les copies."
    }
  }

  var adresse: SafeURL {
    switch self {
    case .appels: Chemin.appels
    case .absences: Chemin.absences
    case .discipline: Chemin.discipline
    case .bonifications: Chemin.bonifications
    case .amenagements: Chemin.amenagements
    case .session2: Chemin.sessions2
    }
  }

  /// Whether an address that begins so is of the procedure.
  func tient(_ segment: String) -> Bool {
    switch self {
    case .discipline: segment == rawValue || segment == "incidents"
    case .absences: segment == rawValue || segment == "autorisations"
    case .appels, .bonifications, .amenagements, .session2: segment == rawValue
    }
  }

  private func sOuvre(a visiteur: Visiteur) -> Bool {
    switch self {
    case .appels: visiteur.aQuelqueRole(.faireLAppel)
    case .absences: visiteur.aQuelqueRole(.suivreLesAbsences)
    case .discipline: visiteur.aQuelqueRole(.signalerUnIncident)
    case .bonifications: visiteur.bonifie
    case .amenagements: visiteur.amenage
    case .session2: visiteur.suitDesSessions2
    }
  }
}
