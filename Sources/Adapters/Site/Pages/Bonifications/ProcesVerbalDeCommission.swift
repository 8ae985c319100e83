internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The minutes of a session, as a page to print.
enum ProcesVerbalDeCommission {
  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let seance = try await visite.demander(
      VoirUneCommission(visite.identifiant("commission", .commission))
    )
    let commission = seance.commission
    return visite.page(
      "Procès-verbal de la commission des bonifications",
      fil: [
        Lien("Bonifications", vers: Chemin.bonifications),
        Lien(
          "Commission du \(commission.jour.enLettres)",
          vers: Chemin.commission(commission.id),
        ),
      ],
    ) {
      if commission.close == nil {
        Encart(.attention, "La commission n’est pas close : ce procès-verbal est un projet.")
      } else {
        Formulaire(vers: Chemin.commission(commission.id, "documents"), jeton: visite.jeton) {
          Boutons(Bouton("Télécharger le procès-verbal", .premier))
        }
      }
      Carte("Séance") {
        Definitions([
          ("Année", "\(commission.annee)"), ("Le", "\(commission.jour.enLettres)"),
          ("Lieu", "\(commission.lieu.isEmpty ? "–" : commission.lieu)"),
          ("Close le", "\(commission.close?.enLettres ?? "non close")"),
          (
            "Observations",
            "\(commission.observations.isEmpty ? "–" : commission.observations)",
          ),
        ])
      }
      Carte("Membres") { membres(seance) }
      Carte("Décisions") { decisions(seance) }
    }
  }

  private static func membres(_ seance: VoirUneCommission.Seance) -> some HTML {
    Tableau(
      "Membres de la commission",
      colonnes: [.init("Nom"), .init("Qualité"), .init("Présence")],
      lignes: seance.commission.membres.map { membre in
        let departement = seance.departements.first { $0.id == membre.departement }
        let qualite =
          departement.map { ($0.code) + (membre.represente ? ", représentant" : ", responsable") }
          ?? membre.qualite.phrase
        return Tableau.Ligne([
          "\(membre.nom)", "\(qualite)", "\(membre.estPresent ? "présent" : "absent")",
        ])
      },
      vide: EtatVide("Aucun membre n’est enregistré"),
    )
  }

  private static func decisions(_ seance: VoirUneCommission.Seance) -> some HTML {
    Tableau(
      "Décisions de la commission",
      colonnes: [
        .init("Étudiant"), .init("Promotion"), .init("Type"), .init("Activité"),
        .init("Décision"), .init("Motif"),
      ],
      lignes: seance.dossiers.map { dossier in
        let demande = dossier.lu.demande
        return Tableau.Ligne([
          "\(dossier.lu.etudiant.nomAffiche)", "\(dossier.lu.promotion.nomEntier)",
          "\(demande.objet.type.phrase)", "\(demande.objet.intitule)",
          "\(demande.decision?.enMots ?? "à décider")", "\(demande.decision?.raison ?? "–")",
        ])
      },
      vide: EtatVide("Aucune demande n’est examinée"),
    )
  }
}
