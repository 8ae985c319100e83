/// One’s own account and the roles held today.
struct SeFaireConnaitre: QuestionGardee {
  static let nom = "se-faire-connaitre"
  let utilisateur: Identifiant<Utilisateur>

  var cle: String { "\(utilisateur)" }

  /// `nil` for an account that is closed.
  func executer(_ travail: Travail) throws -> Connu? {
    guard let trouve = try travail.registre.utilisateur(utilisateur), trouve.actif else {
      return nil
    }
    return Connu(utilisateur: trouve, habilitations: travail.habilitations)
  }

  struct Connu: Sendable {
    let utilisateur: Utilisateur
    let habilitations: [Habilitation]
  }
}
