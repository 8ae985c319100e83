internal import Scolarite

/// The years that were opened, with their calendars, the last first.
public struct VoirLeCalendrier: Question {
  public static let nom = "voir-le-calendrier"

  /// What there is to see, and whether the person may change it.
  public struct Etat: Sendable {
    public let annees: [AnneeOuverte]
    public let peutChanger: Bool
  }

  public init() {}

  public func executer(_ travail: Travail) throws -> Etat {
    _ = try travail.exiger(unDe: [.structurer, .administrer], .etablissement)
    return Etat(
      annees: try travail.registre.annees().sorted { $1.annee < $0.annee },
      peutChanger: travail.peut(.structurer, .etablissement),
    )
  }
}
