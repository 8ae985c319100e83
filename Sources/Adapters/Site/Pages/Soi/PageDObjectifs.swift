internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What a student still needs, and what marks to come would give: all of it computed here.
enum PageDObjectifs {
  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    guard let annee = try await visite.anneeVue() else {
      return try await visite.sansInscription(.objectifs)
    }
    var saisie = SaisieDeSimulation(visite.requete.query)
    // One more for each module that is not of the year, which the answer leaves out.
    while true {
      do {
        let simulation = try await visite.demander(
          SimulerSesNotes(
            annee.vu.etudiant,
            promotion: annee.promotion.id,
            pour: saisie.objectif,
            notes: saisie.notes,
          )
        )
        saisie.verifier(Set(simulation.modules.map(\.attendu.code.canonique)))
        return visite.dossier(
          annee.vu,
          annee.fiche,
          .objectifs,
          avis: saisie.avis,
          statut: saisie.estJuste ? .ok : .unprocessableContent,
          scripts: [Fichiers.script("simulateur.js")],
        ) {
          annee.annees(.objectifs)
          Simulateur(simulation, saisie, annee).corps
        }
      } catch Refus.etat(.aucunReglement) {
        return visite.dossier(annee.vu, annee.fiche, .objectifs) {
          annee.annees(.objectifs)
          EtatVide(
            "Rien ne peut être calculé",
            "Le règlement de cette année n’est pas encore enregistré.",
          )
        }
      } catch let refus as Refus {
        guard saisie.prendre(refus) else { throw refus }
      }
    }
  }
}

extension Objectif {
  /// What is aimed at, as a student says it.
  var enClair: String {
    switch self {
    case .annee: "valider toute l’année"
    case .passage: "continuer l’année prochaine"
    case .rcue(let competence): "valider la compétence \(competence)"
    case .ue(let code): "obtenir l’\(code.texte)"
    }
  }
}
