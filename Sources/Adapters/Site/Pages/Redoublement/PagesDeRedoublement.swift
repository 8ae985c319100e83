internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// Requests to repeat: those of a promotion, one with its steps, one’s own.
enum PagesDeRedoublement {
  static let routes: [Route] =
    [
      .lecture("/promotions/{promotion}/redoublements", par: lister),
      .lecture("/promotions/{promotion}/redoublements/saisir", par: saisir),
    ] + PageDUnRedoublement.routes + DemandeDeSonRedoublement.routes

  private static func lister(_ visite: Visite) async throws -> HTTPResponse {
    let liste = try await visite.demander(
      VoirLesRedoublements(visite.identifiant("promotion", .promotion))
    )
    return visite.page(liste.promotion, .redoublements) {
      if !liste.demandes.isEmpty { Chiffres(chiffres(liste)) }
      Carte("Demandes") {
        Tableau(
          "Demandes de redoublement de \(liste.promotion.nom)",
          colonnes: [
            .init("Étudiant"), .init("Semestres"), .init("Déposée", estSecondaire: true),
            .init("Audition", estSecondaire: true), .init("État"), .init("Il manque"),
          ],
          lignes: liste.demandes.map(ligne),
          vide: EtatVide(
            "Aucune demande",
            "Un étudiant demande à redoubler depuis son dossier ; le secrétariat peut le faire pour "
              + "lui.",
          ),
        )
      }
      if let autres = liste.autres, !autres.isEmpty { Carte("Saisir une demande") { choix(liste) } }
    }
  }

  private static func chiffres(_ liste: VoirLesRedoublements.Liste) -> [ChiffreCle] {
    let procedures = liste.demandes.map(\.procedure).filter { $0.retiree == nil }
    let attente = procedures.count { $0.decision == nil }
    let irregulieres = procedures.count { !$0.manques.isEmpty }
    return [
      ChiffreCle("Demandes", "\(procedures.count)"),
      ChiffreCle("Sans décision", "\(attente)"),
      ChiffreCle("À notifier", "\(procedures.count { $0.etat == .decidee })"),
      ChiffreCle("Refus irréguliers", "\(irregulieres)", precision: "décidés ou proposés"),
    ]
  }

  private static func ligne(_ demandee: VoirLesRedoublements.Demandee) -> Tableau.Ligne {
    let procedure = demandee.procedure
    return Tableau.Ligne([
      Cellule(Lien(demandee.etudiant.nomAffiche, vers: Chemin.redoublement(procedure.id))),
      "\(procedure.semestresEnMots)", "\(procedure.depose.jour.enLettres)",
      "\(procedure.auditionEnMots)", Cellule(procedure.pastille),
      "\(procedure.manques.isEmpty ? "–" : procedure.manques.joined(separator: ", "))",
    ])
  }

  private static func choix(_ liste: VoirLesRedoublements.Liste) -> some HTML {
    let choix = (liste.autres ?? []).map { Choix("\($0.id)", $0.nomAffiche) }
    return Recherche(vers: Chemin.promotion(liste.promotion.id, "redoublements", "saisir")) {
      Champ("etudiant", "Étudiant", .choix(choix))
      Bouton("Continuer")
    }
  }

  /// Leads to the form of the student who was chosen.
  private static func saisir(_ visite: Visite) async throws -> HTTPResponse {
    let liste = try await visite.demander(
      VoirLesRedoublements(visite.identifiant("promotion", .promotion))
    )
    let choisi = liste.autres?.first { "\($0.id)" == visite.question("etudiant") }
    guard let choisi else {
      return visite.versLaPage(Chemin.promotion(liste.promotion.id, "redoublements"))
    }
    return visite.versLaPage(Chemin.etudiant(choisi.id, "redoublement"))
  }
}
