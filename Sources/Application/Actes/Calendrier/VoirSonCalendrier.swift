internal import Scolarite

/// What the calendar of the person who asks holds, as far as their rights go today.
public struct VoirSonCalendrier: Question {
  public static let nom = "voir-son-calendrier"

  public init() {}

  public func executer(_ travail: Travail) throws -> Agenda {
    let utilisateur = try travail.soi().utilisateur
    let composition = try CompositionDAgenda(travail, utilisateur)
    let etablissement = try travail.registre.etablissement()
    return Agenda(
      code: etablissement.code,
      nom: "\(etablissement.nom) : mon calendrier",
      evenements: try composition.evenements(),
    )
  }
}

/// The official calendar of a year: its semesters, holidays and windows for requests.
public struct ExporterLeCalendrier: Question {
  public static let nom = "exporter-le-calendrier"
  private let annee: String

  /// - Parameter annee: « 2026-2027 ».
  public init(_ annee: String) {
    self.annee = annee
  }

  public func executer(_ travail: Travail) throws -> Agenda {
    let annees = try VoirLeCalendrier().executer(travail).annees
    guard let ouverte = annees.first(where: { $0.annee.description == annee }) else {
      throw Refus.inconnu(.annee)
    }
    let etablissement = try travail.registre.etablissement()
    return Agenda(
      code: etablissement.code,
      nom: "\(etablissement.nom) : année \(ouverte.annee)",
      evenements: Agenda.Evenement.periodes(
        de: ouverte,
        ecrite: try travail.registre.ecriture(de: ouverte.id),
      ),
    )
  }
}
