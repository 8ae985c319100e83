internal import Actes
internal import HTTPServer

/// What is known of one student.
enum OperationsDesEtudiants {
  static let toutes: [Operation] = [
    Operation(
      .get,
      "/api/v1/etudiants/{etudiant}/notes",
      "lireLesNotesDUnEtudiant",
      .etudiants,
      "Les notes d’un étudiant",
      "Un étudiant ne voit que les siennes, et que celles qui sont publiées.",
      acces: .droit(.voirLesNotes),
      requete: [.apres, .limite],
      donne: ModelesDePromotion.page("PageDeNotesSituees", ModelesDeNote.situee),
    ) { appel in
      let notes = try await appel.demander(VoirLesNotesSituees(appel.etudiant))
      return appel.page(notes, \.evaluation.id.valeur)
    },
    Operation(
      .get,
      "/api/v1/etudiants/{etudiant}/absences",
      "lireLesAbsencesDUnEtudiant",
      .etudiants,
      "Les absences d’un étudiant",
      acces: .droit(.voirLesAbsences),
      requete: [.apres, .limite],
      donne: ModelesDePromotion.page("PageDAbsences", ModelesDeResultat.absence),
    ) { appel in
      let absences = try await appel.demander(VoirLesAbsencesDUnEtudiant(appel.etudiant)).manques
        .filter(\.presence.estUneAbsence)
      let numero: @Sendable (PresenceSituee) -> Int64 = { $0.presence.seance.valeur }
      return appel.page(absences.sorted { numero($0) < numero($1) }, numero)
    },
  ]
}
