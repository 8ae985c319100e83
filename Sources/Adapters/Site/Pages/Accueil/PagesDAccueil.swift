internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// The first page of everybody.
enum PagesDAccueil {
  static let routes: [Route] = [
    .lecture("/") { visite in
      visite.page("Bonjour") {
        EtatVide("Rien à faire pour l’instant")
      }
    }
  ]
}
