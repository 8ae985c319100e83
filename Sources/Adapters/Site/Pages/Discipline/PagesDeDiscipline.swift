internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Incidents and procedures: those that the person follows or reported, one’s own.
enum PagesDeDiscipline {
  static let routes: [Route] =
    [
      .lecture("/discipline", par: lister),
      .lecture("/moi/discipline", par: PageDeSaProcedure.montrer),
      .envoi("/moi/discipline", par: PageDeSaProcedure.imprimer),
    ] + FormulaireDIncident.routes + PageDUnIncident.routes + PageDeSalle.routes

  private static func lister(_ visite: Visite) async throws -> HTTPResponse {
    let liste = try await visite.demander(VoirLaDiscipline())
    return visite.page("Discipline") {
      if !liste.promotions.isEmpty { Carte("Signaler un incident") { choix(liste) } }
      Carte("Incidents") {
        Tableau(
          "Incidents signalés",
          colonnes: [
            .init("Date"), .init("Comportement"), .init("Étudiants"),
            .init("Promotion", estSecondaire: true), .init("État"),
          ],
          lignes: liste.incidents.map(ligne),
          vide: EtatVide(
            "Aucun incident",
            "Vous voyez ici ce que vous avez signalé, et ce que vous suivez.",
          ),
        )
      }
    }
  }

  private static func choix(_ liste: VoirLaDiscipline.Liste) -> some HTML {
    HTMLGroup(
      p {
        Typographie.phrase(
          "Les comportements de l’article 4 du règlement des études et les fraudes à une épreuve se "
            + "signalent ici ; la direction du département y donne suite."
        )
      },
      HTMLList(
        liste.promotions.map { promotion in
          p {
            Lien(
              "Signaler un incident en \(promotion.nom), \(promotion.annee)",
              vers: Chemin.promotion(promotion.id, "incidents", "nouveau"),
            )
          }
        }
      ),
    )
  }

  private static func ligne(_ resume: VoirLaDiscipline.Resume) -> Tableau.Ligne {
    let incident = resume.incident
    let noms =
      resume.etudiants.map(\.nomAffiche) + (incident.inconnus.isEmpty ? [] : ["à identifier"])
    return Tableau.Ligne([
      Cellule(Lien(incident.dateEnLettres, vers: Chemin.incident(incident.id))),
      "\(incident.comportement.phrase)", "\(noms.isEmpty ? "–" : noms.joined(separator: ", "))",
      "\(resume.promotion.nomEntier)",
      resume.suit ? Cellule(HTMLList(incident.suites.map(\.pastille))) : "transmis",
    ])
  }
}
