internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

extension Chemin {
  static let appels: SafeURL = "/appels"
  static let nouvelAppel: SafeURL = "/appels/nouveau"
  static let importDeCreneaux: SafeURL = "/appels/importer"
  static let emarger: SafeURL = "/emarger"

  static func appel(_ seance: Identifiant<Seance>, _ suite: String...) -> SafeURL {
    de(["appels", "\(seance)"] + suite)
  }

  /// What a telephone opens when it reads the code of a screen.
  static func emarger(_ seance: Identifiant<Seance>, _ code: String) -> SafeURL {
    de(["emarger", "\(seance)", code])
  }
}

extension Seance {
  /// « R1.01, TD, 8 h à 9 h 30 ».
  var intitule: String {
    let fin = debut.minute + minutes
    let heures =
      Typographie.heure(debut.minute / 60, debut.minute % 60) + " à "
      + Typographie.heure(fin / 60 % 24, fin % 60)
    return [module, nature.phrase, heures].compactMap(\.self).joined(separator: ", ")
  }
}

extension Seance.Nature {
  /// The kind, in French.
  var phrase: String {
    switch self {
    case .cm: "CM"
    case .td: "TD"
    case .tp: "TP"
    case .examen: "examen"
    case .autre: "autre activité"
    }
  }
}
