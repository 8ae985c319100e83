/// The state of the base, how long data is kept, and who is beyond that time.
public struct VoirLaMaintenance: Question {
  public static let nom = "voir-la-maintenance"

  /// What there is to see.
  public struct Etat: Sendable {
    public let base: EtatDeLaBase
    public let conservations: [Conservation]
    /// `nil` for somebody who may not erase.
    public let aEffacer: [PersonneAEffacer]?
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Etat {
    _ = try travail.exiger(.administrer, .etablissement)
    let peutEffacer = travail.peut(.effacerUnePersonne, .etablissement)
    return Etat(
      base: try travail.registre.etatDeLaBase(),
      conservations: try travail.registre.conservations(),
      aEffacer: peutEffacer ? try travail.personnesAEffacer(le: travail.moment.jour) : nil,
    )
  }
}
