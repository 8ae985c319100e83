import Actes
import Scolarite

extension RegistreDEssai {
  /// Goes through the steps of article 6, up to the section disciplinaire.
  func conduireALaSection(
    _ incident: Incident,
    _ etudiants: [Identifiant<Etudiant>],
    le jour: Jour,
  ) async throws -> Incident {
    var dernier = incident
    if incident.comportement == .fraude, incident.evaluation != nil {
      dernier = try await faire(
        DresserLeProcesVerbal(
          incident: incident.id,
          Self.procesVerbal(incident, le: jour),
          version: dernier.version,
        )
      )
    }
    dernier = try await faire(
      InviterASExpliquer(
        incident: incident.id,
        etudiants: etudiants,
        date: jour,
        texte: "Par courrier, pour le 8.",
        version: dernier.version,
      )
    )
    dernier = try await faire(
      SaisirLaDirection(
        incident: incident.id,
        etudiants: etudiants,
        chef: incident.chef,
        date: jour,
        texte: "",
        version: dernier.version,
      )
    )
    dernier = try await faire(
      RapporterALaPresidence(
        incident: incident.id,
        etudiants: etudiants,
        date: jour,
        texte: "Rapport.",
        version: dernier.version,
      )
    )
    return try await faire(
      SaisirLaSection(
        incident: incident.id,
        etudiants: etudiants,
        date: jour,
        version: dernier.version,
      )
    )
  }

  /// Everybody countersigns but the students.
  static func procesVerbal(_ incident: Incident, le jour: Jour) -> Incident.ProcesVerbal {
    Incident.ProcesVerbal(
      jour: jour,
      mesures: "Téléphone retiré, l’épreuve continue.",
      pieces: "Un téléphone.",
      participation: .continuee,
      signatures: [.init(nom: "Sam Veille", aSigne: true)]
        + incident.suites.map { .init(nom: "", etudiant: $0.etudiant, aSigne: false) },
    )
  }
}
