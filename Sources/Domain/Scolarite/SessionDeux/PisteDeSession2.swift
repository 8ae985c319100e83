/// A track of a session 2; tracks run in parallel, each with its own dates (A39).
public enum PisteDeSession2: String, CaseIterable, Hashable, Sendable {
  case admissibilite, formes, amenagements, calendrier, inscriptions, epreuves, notes, jury
  case publication, contestation
}

/// Who must act on a track.
public enum ActeurDeSession2: String, CaseIterable, Hashable, Sendable {
  case secretariat
  case responsablesDeModule = "responsables-de-module"
  case serviceHandicap = "service-handicap"
  case directionDesEtudes = "direction-des-etudes"
  case etudiants, surveillants, correcteurs, jury
}

extension PisteDeSession2 {
  public var acteur: ActeurDeSession2 {
    switch self {
    case .admissibilite, .contestation: .secretariat
    case .formes: .responsablesDeModule
    case .amenagements: .serviceHandicap
    case .calendrier: .directionDesEtudes
    case .inscriptions: .etudiants
    case .epreuves: .surveillants
    case .notes: .correcteurs
    case .jury, .publication: .jury
    }
  }

  /// Where the procedure says so.
  public var article: String {
    let paragraphe =
      switch self {
      case .formes: "§ 2"
      case .admissibilite: "§ 2"
      case .calendrier: "§ 1"
      case .amenagements, .inscriptions: "§ 3"
      case .epreuves: "§ 4"
      case .notes, .jury, .publication, .contestation: "§ 5"
      }
    return "procédure de session 2, \(paragraphe)"
  }

  public var intitule: String {
    switch self {
    case .admissibilite: "Admissibilité"
    case .formes: "Formes des épreuves"
    case .amenagements: "Aménagements"
    case .calendrier: "Calendrier"
    case .inscriptions: "Inscriptions"
    case .epreuves: "Épreuves"
    case .notes: "Notes"
    case .jury: "Jury"
    case .publication: "Publication"
    case .contestation: "Contestation"
    }
  }
}

extension ActeurDeSession2 {
  public var phrase: String {
    switch self {
    case .secretariat: "le secrétariat"
    case .responsablesDeModule: "les responsables de module"
    case .serviceHandicap: "le service chargé du handicap"
    case .directionDesEtudes: "la direction des études"
    case .etudiants: "les étudiants"
    case .surveillants: "les surveillants"
    case .correcteurs: "les correcteurs"
    case .jury: "le jury"
    }
  }
}
