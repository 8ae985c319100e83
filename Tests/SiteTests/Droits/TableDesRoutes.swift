import Actes

/// Who gets an answer from each route, in their own department: the one table of the site.
///
/// The acts decide; the table says it once more, route by route, so that a page that would forget
/// to ask is seen.
enum TableDesRoutes {
  enum Qui: Hashable, Sendable {
    case tousMemeInconnus
    case tousLesConnectes
    case seulement(Set<Role>)
  }

  static let toutes: [String: Qui] = entree.merging(notes) { premiere, _ in premiere }
    .merging(etudiants) { premiere, _ in premiere }
    .merging(promotions) { premiere, _ in premiere }

  private static let entree: [String: Qui] = [
    "GET /connexion": .tousMemeInconnus, "POST /connexion": .tousMemeInconnus,
    "GET /code": .tousMemeInconnus, "POST /code": .tousMemeInconnus,
    "GET /universite/{fournisseur}": .tousMemeInconnus,
    "GET /universite/{fournisseur}/retour": .tousMemeInconnus,
    "GET /composants": .tousMemeInconnus,
    "POST /deconnexion": .tousLesConnectes,
    "GET /": .tousLesConnectes,
  ]

  private static let notes: [String: Qui] = [
    "GET /modules": .tousLesConnectes,
    "GET /promotions/{promotion}/modules/{module}": .seulement(voientLesNotes),
    "GET /promotions/{promotion}/modules/{module}/nouvelle": .seulement(gerent),
    "POST /promotions/{promotion}/modules/{module}/nouvelle": .seulement(gerent),
    "GET /evaluations/{evaluation}": .seulement(voientLesNotes),
    "GET /evaluations/{evaluation}/resume": .seulement(voientLesNotes),
    "GET /evaluations/{evaluation}/reglages": .seulement(reglent),
    "GET /evaluations/{evaluation}/reprise": .seulement(saisissent),
    "GET /evaluations/{evaluation}/notes/{etudiant}": .seulement(voientLesNotes),
    "GET /evaluations/{evaluation}/feuille": .seulement(saisissent),
    "POST /evaluations/{evaluation}/reprise": .seulement(saisissent),
    "POST /evaluations/{evaluation}/notes": .seulement(saisissent),
    "POST /evaluations/{evaluation}/notes/{etudiant}": .seulement(saisissent),
    "POST /evaluations/{evaluation}/reglages": .seulement(reglent),
    "POST /evaluations/{evaluation}/publier": .seulement(gerent),
    "POST /evaluations/{evaluation}/depublier": .seulement(gerent),
    "POST /evaluations/{evaluation}/verrouiller": .seulement(gerent),
    "POST /evaluations/{evaluation}/deverrouiller": .seulement(rouvrent),
    "POST /evaluations/{evaluation}/supprimer": .seulement(gerent),
  ]

  private static let etudiants: [String: Qui] = [
    "GET /etudiants": .tousLesConnectes,
    "GET /etudiants/{etudiant}": .seulement(voientLesEtudiants.union([.etudiant])),
    "GET /etudiants/{etudiant}/notes": .seulement(voientLesNotes.union([.etudiant])),
    "GET /etudiants/{etudiant}/absences": .seulement(structurent.union([.jury, .etudiant])),
    "GET /etudiants/{etudiant}/documents": .seulement(structurent.union([.etudiant])),
    "GET /etudiants/{etudiant}/journal": .seulement(rouvrent),
    "GET /etudiants/{etudiant}/identite":
      .seulement(structurent.union([.serviceHandicap, .etudiant])),
    "POST /etudiants/{etudiant}/identite": .seulement(gerentLesEtudiants),
    "POST /etudiants/{etudiant}/confiance": .seulement(gerentLesEtudiants),
    "POST /etudiants/{etudiant}/amenagements": .seulement([.serviceHandicap]),
    "POST /etudiants/{etudiant}/amenagements/{amenagement}": .seulement([.serviceHandicap]),
    "GET /etudiants/{etudiant}/justificatifs/nouveau": .seulement([.secretariat, .etudiant]),
    "POST /etudiants/{etudiant}/justificatifs/nouveau": .seulement([.secretariat, .etudiant]),
    "GET /moi": .seulement([.etudiant]), "GET /moi/notes": .seulement([.etudiant]),
    "GET /moi/absences": .seulement([.etudiant]), "GET /moi/documents": .seulement([.etudiant]),
    "GET /moi/identite": .seulement([.etudiant]),
    "GET /moi/justificatifs/nouveau": .seulement([.etudiant]),
    "POST /moi/justificatifs/nouveau": .seulement([.etudiant]),
    "GET /justificatifs/{justificatif}": .seulement(justifient.union([.etudiant])),
    "POST /justificatifs/{justificatif}": .seulement(justifient),
    "GET /fichiers/{fichier}": .seulement(justifient.union([.etudiant])),
  ]

  private static let promotions: [String: Qui] = [
    "GET /promotions/{promotion}/etudiants": .seulement(voientLesEtudiants),
    "POST /promotions/{promotion}/etudiants": .seulement(gerentLesEtudiants),
    "POST /promotions/{promotion}/groupes": .seulement(structurent),
    "POST /promotions/{promotion}/inscriptions": .seulement(gerentLesEtudiants),
    "GET /promotions/{promotion}/etudiants/importer": .seulement(gerentLesEtudiants),
    "POST /promotions/{promotion}/etudiants/importer": .seulement(gerentLesEtudiants),
    "GET /etudiants/{etudiant}/inscriptions/{inscription}": .seulement(gerentLesEtudiants),
    "POST /etudiants/{etudiant}/inscriptions/{inscription}/statut": .seulement(gerentLesEtudiants),
    "POST /etudiants/{etudiant}/inscriptions/{inscription}/fin": .seulement(gerentLesEtudiants),
  ]

  static let voientLesEtudiants = Set(Role.allCases).subtracting([.administrateur, .etudiant])
  static let structurent: Set<Role> = rouvrent.union([.secretariat])
  static let gerentLesEtudiants: Set<Role> = [.directeurDesEtudes, .secretariat]
  static let justifient: Set<Role> = [.directeurDesEtudes, .responsableDeDepartement, .secretariat]
  static let voientLesNotes: Set<Role> = [
    .direction, .directeurDesEtudes, .responsableDeDepartement, .responsableDeModule, .enseignant,
    .secretariat, .jury,
  ]
  static let gerent: Set<Role> = [
    .directeurDesEtudes, .responsableDeModule, .enseignant, .secretariat,
  ]
  static let saisissent: Set<Role> = [.responsableDeModule, .enseignant, .secretariat]
  static let reglent = gerent.union(rouvrent)
  static let rouvrent: Set<Role> = [.direction, .directeurDesEtudes, .responsableDeDepartement]
}
