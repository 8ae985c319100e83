/// One line of the sheet of settings.
enum ReglageDeSession: String, CaseIterable {
  case horaire = "Simultanéité"
  case chevauchement = "Deux épreuves à la fois"
  case indisponibilite = "Créneau indisponible"
  case plafond = "Épreuves par jour au plus"
  case prixDuPlafond = "Épreuve de trop dans la journée"
  case deuxDeSuite = "Deux épreuves de suite le même jour"
  case deuxParJour = "Deux épreuves le même jour"
  case ecart = "Écart souhaité entre deux épreuves"
  case proximite = "Épreuves à 1, 2, 3… créneaux"
  case dureesMelees = "Durées mêlées dans une salle"
  case grandesEpreuves = "Grandes épreuves"
  case derniersCreneaux = "Derniers créneaux"
  case grandeTardive = "Grande épreuve dans les derniers créneaux"

  /// What it does, for whoever fills it in.
  var sens: String {
    switch self {
    case .horaire:
      "« par heure » : une épreuve majorée peut déborder sur le créneau suivant du jour ; "
        + "« par créneau » : les créneaux ne se touchent jamais"
    case .chevauchement:
      "prix payé pour chaque étudiant attendu à deux endroits à la fois, ou « interdit »"
    case .indisponibilite:
      "prix payé pour chaque étudiant appelé quand il n’est pas disponible, ou « interdit »"
    case .plafond: "un nombre, ou « sans limite »"
    case .prixDuPlafond: "prix payé au-delà du nombre d’épreuves par jour"
    case .deuxDeSuite: "prix par étudiant dont deux épreuves se suivent"
    case .deuxParJour:
      "prix par étudiant qui a deux épreuves le même jour, sans qu’elles se suivent"
    case .ecart: "en créneaux : chaque paire d’épreuves plus proches coûte 1 par étudiant"
    case .proximite: "prix selon l’écart, séparés par des points-virgules : « 16; 8; 4; 2; 1 »"
    case .dureesMelees: "prix pour chaque durée de plus dans une salle"
    case .grandesEpreuves: "combien d’épreuves sont grandes : celles qui ont le plus de candidats"
    case .derniersCreneaux: "combien de créneaux sont les derniers de la session"
    case .grandeTardive: "prix de chaque grande épreuve dans les derniers créneaux"
    }
  }
}
