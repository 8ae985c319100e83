extension Role {
  /// The role as people call it.
  public var phrase: String {
    switch self {
    case .administrateur: "administration"
    case .direction: "direction de l’IUT"
    case .directeurDesEtudes: "direction des études"
    case .responsableDeDepartement: "chef de département"
    case .responsableDeModule: "responsable de module"
    case .enseignant: "enseignant"
    case .secretariat: "secrétariat"
    case .jury: "jury"
    case .commissionDesBonifications: "commission des bonifications"
    case .suaps: "service des sports"
    case .serviceHandicap: "service handicap"
    case .surveillant: "surveillant"
    case .etudiant: "étudiant"
    }
  }
}
