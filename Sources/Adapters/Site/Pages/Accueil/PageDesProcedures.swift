internal import HTML
internal import HTTPServer
internal import Habillage

/// The procedures that a person’s roles open, each with what is done there.
enum PageDesProcedures {
  static let routes: [Route] = [.lecture("/procedures", par: montrer)]

  private static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    guard let visiteur = visite.visiteur else { return visite.versLaConnexion() }
    let ouvertes = Procedure.ouvertes(a: visiteur)
    return visite.page("Procédures") {
      HTMLList(
        ouvertes.map { procedure in
          AnyHTML(
            Carte(procedure.nom) {
              p { Typographie.phrase(procedure.phrase) }
              Boutons(Bouton(procedure.nom, vers: procedure.adresse))
            }
          )
        }
      )
      if ouvertes.isEmpty { EtatVide("Aucune procédure ne s’ouvre avec vos rôles") }
    }
  }
}
