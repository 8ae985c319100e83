/// Who asks: the person, the roles held today, and the rights that may be used.
public struct VoirQuiOnEst: Question {
  public static let nom = "voir-qui-on-est"

  /// A person, or a program that acts for one.
  public struct Soi: Hashable, Sendable {
    public let utilisateur: Utilisateur
    public let habilitations: [Habilitation]
    /// Those of the roles, within those of the token of a program.
    public let droits: Set<Droit>
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Soi {
    guard let id = travail.auteur, let utilisateur = try travail.registre.utilisateur(id),
      utilisateur.actif
    else { throw Refus.inconnu(.utilisateur) }
    let droits = travail.habilitations.reduce(into: Set<Droit>()) { $0.formUnion($1.role.droits) }
    return Soi(
      utilisateur: utilisateur,
      habilitations: travail.habilitations,
      droits: droits.filter(travail.demandeur.peutAller),
    )
  }
}
