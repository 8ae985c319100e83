internal import Scolarite

// What people write after an option, read as what it means.

extension Saisie {
  /// The value of an option that the command cannot do without.
  func exiger(_ option: String, _ fil: [String]) throws(Abandon) -> String {
    guard let valeur = valeur(option), !valeur.isEmpty else {
      throw .usage("il manque --\(option)", fil)
    }
    return valeur
  }

  /// A day, « 2025-09-01 » or « 01/09/2025 »; `nil` without the option.
  func jour(_ option: String, _ fil: [String]) throws(Abandon) -> Jour? {
    guard let ecrit = valeur(option) else { return nil }
    guard let jour = Jour(ecrit) ?? Jour(francais: ecrit) else {
      throw .usage(
        "« --\(option) \(ecrit) » : un jour est attendu, « 2025-09-01 » ou « 01/09/2025 »",
        fil,
      )
    }
    return jour
  }

  /// A minute, « 2026-06-26T23:59 », or a day from its eighth hour; `nil` without the option.
  func instant(_ option: String, _ fil: [String]) throws(Abandon) -> Instant? {
    guard let ecrit = valeur(option) else { return nil }
    let jour = Jour(ecrit) ?? Jour(francais: ecrit)
    guard let instant = Instant(ecrit) ?? jour.flatMap({ Instant("\($0)T08:00") }) else {
      throw .usage(
        "« --\(option) \(ecrit) » : un instant est attendu, « 2026-06-26T23:59 », ou un jour",
        fil,
      )
    }
    return instant
  }

  /// A number of points or a weight; `nil` without the option.
  func nombre(_ option: String, _ fil: [String]) throws(Abandon) -> Decimale? {
    guard let ecrit = valeur(option) else { return nil }
    guard let nombre = Decimale(ecrit) else {
      throw .usage("« --\(option) \(ecrit) » : un nombre est attendu, « 1 » ou « 0,5 »", fil)
    }
    return nombre
  }

  /// The university year that an option names.
  func annee(_ option: String, _ fil: [String]) throws(Abandon) -> AnneeUniversitaire {
    let ecrite = try exiger(option, fil)
    return try AnneeUniversitaire(ecrite: ecrite, "--\(option) \(ecrite)", fil)
  }
}

extension AnneeUniversitaire {
  /// Reads « 2025-2026 » where a person wrote it.
  init(ecrite: String, _ lieu: String, _ fil: [String]) throws(Abandon) {
    guard let annee = AnneeUniversitaire(ecrite) else {
      throw .usage("« \(lieu) » : une année universitaire est attendue, « 2025-2026 »", fil)
    }
    self = annee
  }
}

extension Jour {
  /// Reads « 01/09/2025 ».
  fileprivate init?(francais texte: String) {
    let parties = texte.split(separator: "/", omittingEmptySubsequences: false).compactMap {
      Int($0)
    }
    guard parties.count == 3 else { return nil }
    self.init(parties[2], parties[1], parties[0])
  }
}
