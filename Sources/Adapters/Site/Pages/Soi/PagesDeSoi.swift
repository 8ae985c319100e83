internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// What a student has of their own: results, what is needed, comparison, what is new.
enum PagesDeSoi {
  static let routes: [Route] = [
    .lecture("/moi/resultats", par: PageDeMesResultats.montrer),
    .lecture("/moi/objectifs", par: PageDObjectifs.montrer),
    .lecture("/moi/comparaison", par: PageDeComparaison.montrer),
    .envoi("/moi/nouvelles", par: BlocDeNouvelles.marquer),
    .lecture("/administration/recours") { try await PageDesRecours.montrer($0) },
    .envoi("/administration/recours", par: PageDesRecours.fixer),
  ]
}
