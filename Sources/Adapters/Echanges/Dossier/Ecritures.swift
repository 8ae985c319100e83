internal import Scolarite

// How facts are written, in a dossier as in the files of a cohort.

extension Entree {
  private static let parMot: [String: Entree] = [
    "ABI": .absenceInjustifiee, "ABS": .absenceInjustifiee, "EXC": .excuse, "ATT": .enAttente,
    "ABJ": .absenceJustifiee, "ITI": .indisponibilite, "NUL": .nulle, "DEM": .sansObjet("DEM"),
    "DEF": .sansObjet("DEF"),
  ]

  /// The words that stand in place of a mark.
  static let mots = parMot.keys.sorted()

  /// The same words, for messages.
  static let motsAdmis = mots.joined(separator: ", ")

  /// Reads a mark, « 12,5 » or « 13/15 », or a word in its place.
  init?(ecrite texte: String) {
    if let entree = Self.parMot[texte] {
      self = entree
    } else if let note = Note(texte) {
      self = .note(note)
    } else {
      return nil
    }
  }
}

extension Absences.Motif {
  static let attendu = "« ABI », « ABJ » ou « ITI »"

  /// Reads « ABI », « ABJ » or « ITI ».
  init?(_ mot: String, declaree: Instant?) {
    switch mot {
    case "ABI": self = .injustifiee
    case "ABJ": self = .justifiee
    case "ITI": self = .indisponibilite(declaree: declaree)
    default: return nil
    }
  }

  /// Whether the moment of its declaration counts.
  var seDeclare: Bool {
    switch self {
    case .indisponibilite: true
    case .injustifiee, .justifiee: false
    }
  }
}

extension Absences.Creneau {
  static let dureeAttendue = "la durée d’un créneau, 24 heures au plus"

  /// Whether a slot can last so many hours.
  static func admet(_ heures: Decimale) -> Bool { heures > 0 && heures <= 24 }
}

extension AnneeUniversitaire {
  /// Whether a day is within the year, from its first of September.
  func contient(_ jour: Jour) -> Bool {
    (0..<366).contains(jour.ecart(depuis: Jour(ouvrant: self)))
  }
}

extension DecisionDeJury.Objet {
  static let attendu = "« UE22 », « C2 », « annee » ou « passage »"

  /// What the decision is about when no UE of the programmes has it.
  func inconnu(parmi ues: [UEDeProgramme]) -> String? {
    switch self {
    case .ue(let code): ues.contains { $0.code == code } ? nil : code.texte
    case .rcue(let competence):
      ues.contains { $0.competence == competence } ? nil : "C\(competence)"
    case .annee, .passage: nil
    }
  }
}
