internal import Actes
internal import Scolarite

/// Which students of a jury are looked at.
enum FiltreDeJury: String, CaseIterable, Sendable {
  case tous
  case aExaminer = "a-examiner"
  case enAttente = "en-attente"
  case aRegarder = "a-regarder"
  case limites
  case plancher
  case refuses
  case incomplets
  case absences
  case redoublants
  case situations
  case revus
  case changes
  case ecarts

  var titre: String {
    switch self {
    case .tous: "Tous"
    case .aExaminer: "À examiner"
    case .enAttente: "Décision à prendre"
    case .aRegarder: "À regarder"
    case .limites: "Près d’un seuil"
    case .plancher: "Regroupement sous 8"
    case .refuses: "Passage refusé"
    case .incomplets: "Incomplets"
    case .absences: "Absences"
    case .redoublants: "Redoublants"
    case .situations: "Situation signalée"
    case .revus: "Changés depuis le semestre"
    case .changes: "Changés depuis l’examen"
    case .ecarts: "Écarts décidés"
    }
  }

  /// Those that say why a student deserves a look, in the list.
  static let reperes: [FiltreDeJury] = [
    .refuses, .plancher, .limites, .incomplets, .absences, .redoublants, .situations, .revus,
    .changes,
  ]

  /// The same in a word.
  var repere: String {
    switch self {
    case .refuses: "refus"
    case .plancher: "sous 8"
    case .limites: "limite"
    case .revus: "changé"
    case .changes: "à revoir"
    case .situations: "signalé"
    case .redoublants: "redouble"
    case .tous, .aExaminer, .enAttente, .aRegarder, .incomplets, .absences, .ecarts:
      titre.enMinuscule
    }
  }

  func retient(_ ligne: SeanceDeJury.Ligne, _ seance: SeanceDeJury) -> Bool {
    switch self {
    case .tous: true
    case .aExaminer: ligne.projet == nil
    case .enAttente: seance.attendUneDecision(ligne)
    case .aRegarder: !ligne.points.isEmpty || !ligne.situations.isEmpty || ligne.commission != nil
    case .limites: ligne.points.contains(where: \.estUneLimite)
    case .plancher: ligne.points.contains(where: \.estSousLePlancher)
    case .refuses: ligne.points.contains(where: \.estUnRefus)
    case .incomplets: ligne.points.contains(where: \.estUnManque)
    case .absences: ligne.points.contains(where: \.estUneAbsence)
    case .redoublants: ligne.estRedoublant
    case .situations: !ligne.situations.isEmpty || ligne.commission != nil
    case .revus: !ligne.revues.isEmpty
    case .changes: ligne.aChange
    case .ecarts: !(ligne.projet?.decisions.isEmpty ?? true)
    }
  }
}

extension PointAVoir {
  fileprivate var estUneLimite: Bool {
    switch self {
    case .limiteUE, .limiteRCUE: true
    case .incomplete, .sousLePlancher, .absences, .passageRefuse: false
    }
  }

  fileprivate var estSousLePlancher: Bool {
    if case .sousLePlancher = self { true } else { false }
  }

  fileprivate var estUnRefus: Bool { if case .passageRefuse = self { true } else { false } }
  fileprivate var estUnManque: Bool { if case .incomplete = self { true } else { false } }
  fileprivate var estUneAbsence: Bool { if case .absences = self { true } else { false } }
}

/// What of a jury is looked at, as the address says.
struct VueDeJury {
  let filtre: FiltreDeJury
  let groupe: Groupe?
  let lignes: [SeanceDeJury.Ligne]

  init(_ seance: SeanceDeJury, filtre: String, groupe: String) {
    let voulu = FiltreDeJury(rawValue: filtre) ?? .tous
    let sien = seance.groupes.first { "\($0.id)" == groupe }
    self.filtre = voulu
    self.groupe = sien
    lignes = seance.lignes.filter { ligne in
      voulu.retient(ligne, seance) && sien.map { ligne.groupes.contains($0.id) } ?? true
    }
  }

  /// What an address says again to come back here.
  var question: [(String, String)] {
    [
      ("filtre", filtre == .tous ? "" : filtre.rawValue),
      ("groupe", groupe.map { "\($0.id)" } ?? ""),
    ]
  }
}
