/// What a sitting says that its exam, or the arrangements in force, no longer say (R0.15).
public struct EcartDeSeance: Hashable, Sendable {
  public let epreuve: CleDEpreuve
  public let nature: Nature

  /// How they differ.
  public enum Nature: Hashable, Sendable {
    /// The form is no longer chosen.
    case formeRetiree
    /// Nobody sits it any more.
    case sansCandidat
    case minutes(inscrites: Int, choisies: Int)
    /// The extra time of somebody, in minutes.
    case majoration(nom: String, inscrite: Int, due: Int)
    /// Somebody is called who does not sit it any more.
    case horsDeLEpreuve(nom: String)
  }

  /// One sentence without its full stop.
  public var phrase: String {
    switch nature {
    case .formeRetiree: "\(epreuve.phrase) : cette forme n’est plus choisie"
    case .sansCandidat: "\(epreuve.phrase) : plus personne ne la passe"
    case .minutes(let inscrites, let choisies):
      "\(epreuve.phrase) : \(inscrites) min au calendrier, \(choisies) min à l’épreuve choisie"
    case .majoration(let nom, let inscrite, let due):
      "\(epreuve.phrase) : pour \(nom), \(inscrite) min de temps majoré au calendrier, \(due) min "
        + "par ses aménagements"
    case .horsDeLEpreuve(let nom): "\(epreuve.phrase) : \(nom) y est convoqué et ne la passe plus"
    }
  }
}
