internal import Scolarite

extension Amenagement {
  /// Whether it dispenses from attending a slot: by its day, its module, and what it applies to.
  func dispense(de seance: Seance) -> Bool {
    guard nature == .dispenseDAssiduite, vaut(le: seance.debut.jour) else { return false }
    let estVise = modules.isEmpty || (seance.module.map(modules.contains) ?? false)
    return estVise && porte.contains(seance.porte)
  }
}

extension Seance {
  /// What an arrangement must apply to, to apply there.
  fileprivate var porte: Amenagement.Porte {
    if nature == .examen { return .examens }
    return evaluation == nil ? .seances : .evaluations
  }
}

extension Travail {
  /// Those who need not attend a slot, each with what was granted.
  func dispenses(_ seance: Seance) throws -> [Identifiant<Etudiant>: Amenagement] {
    Dictionary(
      try registre.amenagements(seance.promotion, le: seance.debut.jour)
        .filter { $0.dispense(de: seance) }.map { ($0.etudiant, $0) },
      uniquingKeysWith: { premier, _ in premier },
    )
  }

  /// The absences without a reason that a new dispensation covers, and what they become.
  func justifiees(par amenagement: Amenagement) throws -> [(avant: Presence, apres: Presence)] {
    guard amenagement.nature == .dispenseDAssiduite else { return [] }
    return try registre.presences(etudiant: amenagement.etudiant).compactMap { situee in
      let presence = situee.presence
      guard presence.estUneAbsence, presence.justification == .aucune,
        amenagement.vaut(le: situee.debut.jour),
        amenagement.dispense(de: try seance(presence.seance))
      else { return nil }
      return (presence, presence.justifiee(par: amenagement.id))
    }
  }

  /// The absences that a dispensation justified after the day on which it now ends.
  func decouvertes(_ amenagement: Amenagement, apres jour: Jour) throws
    -> [(avant: Presence, apres: Presence)]
  {
    try registre.presences(etudiant: amenagement.etudiant).compactMap { situee in
      guard situee.presence.amenagement == amenagement.id, situee.debut.jour > jour else {
        return nil
      }
      return (situee.presence, situee.presence.justifiee(par: nil))
    }
  }

  /// Writes what a dispensation changes of absences, under the entry that changes it.
  func ecrire(_ touchees: [(avant: Presence, apres: Presence)], _ ecriture: Ecriture) throws {
    for (_, presence) in touchees where try !registre.ecrire(presence, ecriture) {
      throw Refus.inconnu(.presence)
    }
  }
}

extension Presence {
  fileprivate func justifiee(par amenagement: Identifiant<Amenagement>?) -> Presence {
    var apres = self
    apres.justification = amenagement == nil ? .aucune : .abj
    apres.amenagement = amenagement
    apres.version += 1
    return apres
  }
}

extension Faits {
  /// Absences as they stood, or as they are to stand; nothing where none changes.
  static func presences(_ presences: [Presence]) -> Faits {
    presences.isEmpty ? [:] : ["presences": .liste(presences.map { .faits($0.faits) })]
  }
}
