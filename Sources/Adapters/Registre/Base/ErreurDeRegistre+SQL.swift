internal import Actes
internal import SQL

extension ErreurDeRegistre {
  /// What an error of the database means for the person who was working.
  init(_ erreur: SQLError) {
    self =
      switch erreur.cause {
      case .unreachable: .injoignable
      case .authentication: .motDePasseRefuse
      case .lost(duringCommit: true): .issueInconnue
      case .lost(duringCommit: false): .interrompue
      case .busy: .occupee
      case .full: .disquePlein
      case .readOnly: .lectureSeule
      case .corrupt: .endommagee
      case .io: .disqueEnPanne
      case .constraint, .other: .incoherente(erreur.detail)
      }
  }
}
