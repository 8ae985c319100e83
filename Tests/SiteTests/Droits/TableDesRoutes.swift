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

  static let toutes: [String: Qui] = [notes, compte, administration, reglage].reduce(entree) {
    $0.merging($1) { premiere, _ in premiere }
  }

  private static let entree: [String: Qui] = [
    "GET /connexion": .tousMemeInconnus, "POST /connexion": .tousMemeInconnus,
    "GET /api": .tousMemeInconnus,
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

  private static let compte: [String: Qui] = [
    "GET /compte": .tousLesConnectes, "GET /compte/mot-de-passe": .tousLesConnectes,
    "POST /compte/mot-de-passe": .tousLesConnectes,
    "GET /compte/second-facteur": .tousLesConnectes,
    "POST /compte/second-facteur": .tousLesConnectes,
    "POST /compte/second-facteur/retirer": .tousLesConnectes,
    "POST /compte/navigateurs/fermer": .tousLesConnectes,
    "GET /compte/jetons/nouveau": .tousLesConnectes,
    "POST /compte/jetons/nouveau": .tousLesConnectes,
    // A token is of one person; here it is nobody’s.
    "POST /compte/jetons/{jeton}/revoquer": .seulement([]),
  ]

  private static let administration: [String: Qui] = [
    "GET /administration": admin, "GET /administration/comptes": admin,
    "GET /administration/comptes/nouveau": admin, "POST /administration/comptes/nouveau": admin,
    "GET /administration/comptes/inviter": admin,
    "GET /administration/comptes/inviter/{promotion}": admin,
    "POST /administration/comptes/inviter/{promotion}": admin,
    "GET /administration/comptes/{compte}": admin,
    "POST /administration/comptes/{compte}/roles": admin,
    "POST /administration/comptes/{compte}/roles/terminer": admin,
    "POST /administration/comptes/{compte}/code": admin,
    "POST /administration/comptes/{compte}/debloquer": admin,
    "POST /administration/comptes/{compte}/activer": admin,
    "POST /administration/comptes/{compte}/fermer": admin,
    "GET /administration/reglements": admin, "GET /administration/reglements/{annee}": admin,
    "GET /administration/reglements/{annee}/{profil}": admin,
    "GET /administration/calendrier": admin,
    "GET /administration/journal": admin, "GET /administration/journal/{numero}": admin,
    "GET /administration/maintenance": admin,
    "POST /administration/maintenance/conservation": admin,
    "POST /administration/maintenance/effacement": admin,
  ]

  /// Whoever adopts règlements and changes the calendar does so for the whole establishment.
  private static let reglage: [String: Qui] = [
    "GET /administration/reglements/{annee}/adopter": .seulement([]),
    "POST /administration/reglements/{annee}/adopter": .seulement([]),
    "POST /administration/reglements/{annee}/{profil}": .seulement([]),
    "GET /administration/calendrier/nouvelle": .seulement([]),
    "POST /administration/calendrier/nouvelle": .seulement([]),
    "GET /administration/calendrier/{annee}": .seulement([]),
    "POST /administration/calendrier/{annee}": .seulement([]),
  ]

  private static let admin = Qui.seulement([.administrateur])

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
