/// The names of people who wrote something, for whoever may see what they wrote.
public struct NommerDesAuteurs: Question {
  public static let nom = "nommer-des-auteurs"
  public let auteurs: Set<Identifiant<Utilisateur>>

  public init(_ auteurs: Set<Identifiant<Utilisateur>>) {
    self.auteurs = auteurs
  }

  /// Students do not learn who wrote.
  public func executer(_ travail: Travail) throws -> [Identifiant<Utilisateur>: String] {
    guard travail.habilitations.contains(where: { $0.role != .etudiant }) else { return [:] }
    return try auteurs.reduce(into: [:]) { noms, auteur in
      noms[auteur] = try travail.registre.utilisateur(auteur)?.nom
    }
  }
}
