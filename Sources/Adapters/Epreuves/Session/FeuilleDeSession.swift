/// The sheets of a session, by their names.
enum FeuilleDeSession: String, CaseIterable {
  case epreuves = "Épreuves"
  case candidats = "Candidats"
  case inscriptions = "Inscriptions"
  case periodes = "Périodes"
  case salles = "Salles"
  case surveillants = "Surveillants"
  case relations = "Relations"
  case reglages = "Réglages"
  case calendrier = "Calendrier"

  /// The columns, in the order in which they are written.
  var titres: [TitreDeSession] {
    switch self {
    case .epreuves:
      [
        .code, .intitule, .formation, .duree, .forme, .seule, .sallesPermises, .sallesAuPlus,
        .creneauxPermis, .creneauxInterdits, .jury, .surveillantsParSalle,
      ]
    case .candidats: [.numero, .nom, .majoration, .place, .indisponible]
    case .inscriptions: [.epreuve, .candidat]
    case .periodes: [.creneau, .jour, .heure, .duree, .penalite]
    case .salles: [.nom, .places, .penalite, .indisponible]
    case .surveillants: [.nom, .indisponible]
    case .relations: [.epreuve, .relation, .autre]
    case .reglages: [.reglage, .valeur, .sens]
    case .calendrier:
      [.epreuve, .partie, .candidats, .creneau, .jour, .heure, .salle, .places]
    }
  }

  /// The columns without which the sheet says nothing.
  var obligatoires: [TitreDeSession] {
    switch self {
    case .epreuves: [.code, .duree]
    case .candidats: [.numero]
    case .inscriptions: [.epreuve, .candidat]
    case .periodes: [.creneau, .duree]
    case .salles: [.nom, .places]
    case .surveillants: [.nom]
    case .relations: [.epreuve, .relation, .autre]
    case .reglages: [.reglage, .valeur]
    case .calendrier: [.epreuve]
    }
  }
}

/// The titles of columns.
enum TitreDeSession: String, CaseIterable {
  case code = "Code"
  case intitule = "Intitulé"
  case formation = "Formation"
  case duree = "Durée (min)"
  case forme = "Forme"
  case seule = "Seule dans sa salle"
  case sallesPermises = "Salles possibles"
  case sallesAuPlus = "Salles au plus"
  case creneauxPermis = "Créneaux possibles"
  case creneauxInterdits = "Créneaux interdits"
  case jury = "Jury"
  case surveillantsParSalle = "Surveillants par salle"
  case numero = "Numéro"
  case nom = "Nom"
  case majoration = "Temps majoré"
  case place = "Installation"
  case indisponible = "Créneaux indisponibles"
  case epreuve = "Épreuve"
  case candidat = "Candidat"
  case creneau = "Créneau"
  case jour = "Jour"
  case heure = "Heure"
  case penalite = "Pénalité"
  case places = "Places"
  case relation = "Relation"
  case autre = "Autre épreuve"
  case reglage = "Réglage"
  case valeur = "Valeur"
  case sens = "Ce que cela fait"
  case partie = "Partie"
  case candidats = "Candidats"
  case salle = "Salle"

  /// Characters that the column shows.
  var largeur: Int {
    switch self {
    case .sens: 70
    case .reglage: 40
    case .intitule, .candidats, .nom: 30
    case .duree, .seule, .sallesAuPlus, .surveillantsParSalle, .heure, .penalite, .places, .partie:
      11
    case .code, .formation, .forme, .sallesPermises, .creneauxPermis, .creneauxInterdits, .jury,
      .numero, .majoration, .place, .indisponible, .epreuve, .candidat, .creneau, .jour, .relation,
      .autre, .valeur, .salle:
      18
    }
  }
}

/// The words of some columns.
enum MotsDeSession {
  static let oui = "oui"
  static let non = "non"
  static let aucun = "aucune"
  static let interdit = "interdit"
  static let sansLimite = "sans limite"
  static let formes = ["écrit", "oral", "projet"]
  static let installations = ["avec les autres", "à part", "seul"]
  static let relations = ["en même temps que", "pas en même temps que", "après"]
  static let horaires = ["par heure", "par créneau"]
  static let tiersTemps = "tiers-temps"
}
