import Actes
import Scolarite

/// Those who may do acts of one kind.
extension Set<Role> {
  static let admin: Self = [.administrateur]
  static let voientLesReglages: Self = structurent.union([.administrateur])
  static let lisentLeJournal: Self = [
    .administrateur, .direction, .directeurDesEtudes, .responsableDeDepartement,
  ]
  static let direction: Self = [.direction]
  static let structurent: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat,
  ]
  static let gerentLesEtudiants: Self = [.directeurDesEtudes, .secretariat]
  static let gerentLesEvaluations: Self = [
    .directeurDesEtudes, .responsableDeModule, .enseignant, .secretariat,
  ]
  static let deverrouillent: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement,
  ]
  static let saisissent: Self = [.responsableDeModule, .enseignant, .secretariat]
  static let voientLesNotes: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule, .enseignant,
    .secretariat, .jury,
  ]
  static let voientLesEtudiants: Self = Set(Role.allCases).subtracting([
    .administrateur, .etudiant,
  ])
  static let voientLesAbsences: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule,
    .secretariat, .jury,
  ]
  static let justifient: Self = [
    .directeurDesEtudes, .responsableDeDepartement, .secretariat,
  ]
  static let signalent: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule, .enseignant,
    .secretariat, .surveillant,
  ]
  /// Who heads a department, or the IUT.
  static let chefs: Self = [.direction, .responsableDeDepartement]
  static let suiventLaDiscipline: Self = [.direction, .responsableDeDepartement]
  static let gerentLeBTS: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat,
  ]
  static let voientLesDecisions: Self = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat, .jury,
  ]
}
