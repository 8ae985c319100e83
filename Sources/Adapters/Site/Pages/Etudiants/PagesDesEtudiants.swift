internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// Finding a student, and the record of one.
enum PagesDesEtudiants {
  static let routes: [Route] =
    [
      .lecture("/etudiants", par: RechercheDEtudiants.montrer),
      .lecture("/fichiers/{fichier}", par: OngletDesDocuments.donner),
      .lecture("/justificatifs/{justificatif}") { visite in
        try await PageDUnJustificatif.montrer(visite)
      },
      .envoi("/justificatifs/{justificatif}", par: PageDUnJustificatif.traiter),
      .envoi("/justificatifs/{justificatif}/piece", par: PageDUnJustificatif.completer),
    ] + dossier + OngletDIdentite.routes + DepotDeJustificatif.routes

  /// The record, by its address or as one’s own.
  private static let dossier: [Route] = [
    .lecture("/etudiants/{etudiant}", par: OngletDuParcours.montrer),
    .lecture("/moi", par: OngletDuParcours.montrer),
    .lecture("/etudiants/{etudiant}/notes", par: OngletDesNotes.montrer),
    .lecture("/moi/notes", par: OngletDesNotes.montrer),
    .lecture("/etudiants/{etudiant}/absences", par: OngletDesAbsences.montrer),
    .lecture("/moi/absences", par: OngletDesAbsences.montrer),
    .lecture("/etudiants/{etudiant}/documents", par: OngletDesDocuments.montrer),
    .lecture("/moi/documents", par: OngletDesDocuments.montrer),
    .lecture("/etudiants/{etudiant}/journal", par: OngletDuJournal.montrer),
  ]
}
