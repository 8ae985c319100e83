internal import Scolarite

/// A material error on a copy, before the jury that was opened for it.
public struct ErreurEnJury: Hashable, Sendable {
  public let consultation: ConsultationDeCopie
  /// The name of whose copy it is.
  public let etudiant: String
  /// Whether the exact mark is written, for the jury to deliberate on.
  public let estReportee: Bool
}

extension Travail {
  /// The errors that a jury was opened for, the first to the last.
  func erreurs(de session: SessionDeJury) throws -> [ErreurEnJury] {
    guard session.rectification != nil else { return [] }
    return try registre.consultationsDeCopie(jury: session.id).map { consultation in
      ErreurEnJury(
        consultation: consultation,
        etudiant: try registre.etudiant(consultation.etudiant)?.nomAffiche ?? "personne effacée",
        estReportee: consultation.erreur?.reportee != nil,
      )
    }
  }
}
