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

  static let toutes: [String: Qui] = [
    notes, compte, administration, reglage, etudiants, inscrits, promotions, jurys, redoublement,
    bonifications, copies, anneeSuivante, documents, discipline, appels, absences, sessionDeux,
    calendrierDeSession2, bts,
  ]
  .reduce(entree) {
    $0.merging($1) { premiere, _ in premiere }
  }
}
