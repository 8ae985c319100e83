public import Actes
internal import Scolarite

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

extension Poste {
  /// Makes the account and gives its role, from a day on.
  func creer(depuis: Jour, _ travail: Travail) throws -> CompteDeDemonstration {
    let utilisateur = try CreerUnUtilisateur(
      .init(identifiant: identifiant, nom: nom, etudiant: etudiant)
    ).executer(travail)
    for portee in portees {
      _ = try DonnerUnRole(role, sur: portee, a: utilisateur.id, depuis: depuis)
        .executer(travail)
    }
    return CompteDeDemonstration(
      utilisateur: utilisateur,
      role: role,
      description: "\(nom), \(fonction)",
    )
  }
}

extension [CompteDeDemonstration] {
  /// In the order of the roles.
  var parRole: Self {
    let rangs = Dictionary(uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, $0) })
    return enumerated().sorted {
      (rangs[$0.element.role] ?? 0, $0.offset) < (rangs[$1.element.role] ?? 0, $1.offset)
    }.map(\.element)
  }
}
