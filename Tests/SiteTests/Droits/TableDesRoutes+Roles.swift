import Actes

/// Those who get an answer from routes of one kind.
extension TableDesRoutes {
  static let voientLesEtudiants = Set(Role.allCases).subtracting([.administrateur, .etudiant])
  static let structurent: Set<Role> = rouvrent.union([.secretariat])
  static let gerentLesEtudiants: Set<Role> = [.directeurDesEtudes, .secretariat]
  static let justifient: Set<Role> = [.directeurDesEtudes, .responsableDeDepartement, .secretariat]
  static let voientLesNotes: Set<Role> = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule, .enseignant,
    .secretariat, .jury,
  ]
  static let gerent: Set<Role> = [
    .directeurDesEtudes, .responsableDeModule, .enseignant, .secretariat,
  ]
  static let saisissent: Set<Role> = [.responsableDeModule, .enseignant, .secretariat]
  static let reglent = gerent.union(rouvrent)
  static let rouvrent: Set<Role> = [.direction, .directeurDesEtudes, .responsableDeDepartement]
  static let decident: Set<Role> = [.direction, .jury]
  static let voientLesDecisions: Set<Role> = structurent.union([.jury])
  /// Those who see the marks of a promotion as a whole.
  static let suivent: Set<Role> = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .secretariat, .jury,
  ]
  static let suiventLaDiscipline: Set<Role> = [.direction, .responsableDeDepartement]
  static let signalent: Set<Role> = structurent.union([
    .responsableDeModule, .enseignant, .surveillant,
  ])
  static let appellent = saisissent.union([.surveillant])
  static let duModule: Set<Role> = [.enseignant, .responsableDeModule]
  static let commission: Set<Role> = [.commissionDesBonifications]
  static let admin = Qui.seulement([.administrateur])
}
