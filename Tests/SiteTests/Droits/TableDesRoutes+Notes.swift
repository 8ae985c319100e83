import Actes

extension TableDesRoutes {
  static let notes: [String: Qui] = [
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
    "GET /promotions/{promotion}/notes/feuille": .seulement(saisissent),
    "GET /promotions/{promotion}/notes/reprise": .seulement(saisissent),
    "POST /promotions/{promotion}/notes/reprise": .seulement(saisissent),
    "POST /evaluations/{evaluation}/notes": .seulement(saisissent),
    "POST /evaluations/{evaluation}/notes/{etudiant}": .seulement(saisissent),
    "POST /evaluations/{evaluation}/reglages": .seulement(reglent),
    "POST /evaluations/{evaluation}/publier": .seulement(gerent),
    "POST /evaluations/{evaluation}/depublier": .seulement(gerent),
    "POST /evaluations/{evaluation}/verrouiller": .seulement(gerent),
    "POST /evaluations/{evaluation}/deverrouiller": .seulement(rouvrent),
    "POST /evaluations/{evaluation}/supprimer": .seulement(gerent),
  ]
}
