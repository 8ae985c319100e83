internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Chemin {
  static let amenagements: SafeURL = "/amenagements"
  static let mesAmenagements: SafeURL = "/moi/amenagements"

  static func demandeDAmenagement(_ id: Identifiant<DemandeDAmenagement>, _ suite: String...)
    -> SafeURL
  {
    de(["amenagements", "\(id)"] + suite)
  }
}

extension DemandeDAmenagement {
  var pastille: Pastille {
    switch etat {
    case .deposee: Pastille("en attente de réponse", .attention)
    case .retiree: Pastille("retirée", .neutre)
    case .accordee: Pastille("accordée", .succes)
    case .refusee: Pastille("refusée", .neutre)
    }
  }

  /// Who answered, when, why.
  var reponse: String? {
    switch etat {
    case .deposee, .retiree: nil
    case .accordee(let jour, let par, let motif), .refusee(let jour, let par, let motif):
      "\(motif.enPhrase) \(par), le \(jour.enLettres)."
    }
  }

  var souhaitsEnMots: String {
    Amenagement.Nature.allCases.filter(souhaits.contains).map(\.phrase).joined(separator: ", ")
  }
}

extension Amenagement {
  /// « séances, évaluations, pour R101 ».
  var application: String {
    porte.phrase + (modules.isEmpty ? "" : ", pour \(modules.joined(separator: " "))")
  }
}

/// Requests for special arrangements, and those that hold today.
enum PagesDesAmenagements {
  static let routes: [Route] =
    [
      .lecture("/amenagements", par: lister),
      .lecture("/amenagements/{demande}") { try await DecisionDAmenagement.montrer($0) },
      .envoi("/amenagements/{demande}", par: DecisionDAmenagement.decider),
    ] + PageDeSesAmenagements.routes

  private static func lister(_ visite: Visite) async throws -> HTTPResponse {
    let tableau = try await visite.demander(VoirLesDemandesDAmenagement())
    return visite.page("Aménagements") {
      Carte("Demandes") {
        Tableau(
          "Demandes d’aménagement",
          colonnes: [
            .init("Étudiant"), .init("Situation"), .init("Promotion", estSecondaire: true),
            .init("Déposée le", estSecondaire: true), .init("État"),
          ],
          lignes: tableau.demandes.map { ligne in
            Tableau.Ligne([
              Cellule(
                Lien(
                  ligne.etudiant.nomAffiche,
                  vers: Chemin.demandeDAmenagement(ligne.demande.id),
                )
              ), "\(ligne.demande.situation.phrase)", "\(ligne.promotion.nomEntier)",
              "\(ligne.demande.depose.enLettres)", Cellule(ligne.demande.pastille),
            ])
          },
          vide: EtatVide(
            "Aucune demande",
            "Vous voyez ici celles dont vous décidez ; un handicap relève de son service.",
          ),
        )
      }
      Carte("En vigueur aujourd’hui") {
        Tableau(
          "Aménagements en vigueur",
          colonnes: [
            .init("Étudiant"), .init("Aménagement"), .init("S’applique à"),
            .init("Promotion", estSecondaire: true), .init("Jusqu’au", estSecondaire: true),
          ],
          lignes: tableau.enVigueur.map { ligne in
            let amenagement = ligne.amenagement
            let precision = amenagement.precision.isEmpty ? "" : " : \(amenagement.precision)"
            return Tableau.Ligne([
              "\(ligne.etudiant.nomAffiche)", "\(amenagement.nature.phrase)\(precision)",
              "\(amenagement.application)", "\(ligne.promotion.nomEntier)",
              "\(amenagement.jusqua?.enLettres ?? "sans terme")",
            ])
          },
          vide: EtatVide("Aucun aménagement n’est en vigueur"),
        )
      }
    }
  }
}
