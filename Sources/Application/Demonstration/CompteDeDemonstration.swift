public import Actes

/// Somebody who does not exist, in whose name the demonstration can be visited.
public struct CompteDeDemonstration: Hashable, Sendable {
  public let utilisateur: Utilisateur
  public let role: Role
  /// « Noé Aubrévant, enseignant de R101, R103 en MMI 1re année ».
  public let description: String
}

/// Somebody to add: the role, where it reaches, and the words that say it.
struct Poste {
  let role: Role
  let identifiant: String
  let nom: String
  let fonction: String
  let portees: [Portee]
  var etudiant: Identifiant<Etudiant>?
}
