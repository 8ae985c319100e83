internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// One’s own disciplinary procedure: what was sent, what was decided.
enum PageDeSaProcedure {
  static func montrer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let siennes = try await visite.faire(LireSesProcedures(vu.etudiant))
    return visite.page("Procédure disciplinaire", fil: [Lien("Mon dossier", vers: Chemin.moi)]) {
      if siennes.isEmpty {
        EtatVide("Aucune procédure", "Aucune procédure disciplinaire ne vous concerne.")
      }
      HTMLList(siennes.map { carte($0, visite.jeton) })
    }
  }

  private static func carte(_ sienne: LireSesProcedures.Sienne, _ jeton: Jeton) -> some HTML {
    let (incident, suite) = (sienne.incident, sienne.suite)
    return Carte("Rapport du \(incident.date.jour.enLettres)") {
      suite.pastille
    } contenu: {
      p {
        Typographie.phrase(
          "\(incident.comportement.phrase) (\(incident.comportement.article)).".enPhraseSansPoint
        )
      }
      if suite.a(.invitation), suite.etat == .signale {
        Encart(
          .information,
          "Vous pouvez vous expliquer, par écrit ou de vive voix, et vous faire assister. "
            + "L’invitation dit où et quand.",
        )
      }
      if incident.procesVerbal != nil || suite.etat == .sectionSaisie, estOuverte(suite) {
        Encart(
          .attention,
          "Vos notes et vos résultats restent visibles, et le jury délibère comme pour tout autre. "
            + "Ni relevé ni attestation ne sont remis avant la décision (règlement des études, "
            + "article 5).",
        )
      }
      Frise(suite.moments)
      papier(.invitationAExpliquer, incident, si: suite.a(.invitation), jeton)
      papier(.notificationDeSanction, incident, si: suite.a(.notification), jeton)
    }
  }

  private static func estOuverte(_ suite: Incident.Suite) -> Bool {
    switch suite.etat {
    case .signale, .sectionSaisie: true
    case .classe, .relaxe, .sanctionne: false
    }
  }

  @HTMLBuilder private static func papier(
    _ nature: NatureDeDocument,
    _ incident: Incident,
    si existe: Bool,
    _ jeton: Jeton,
  ) -> some HTML {
    if existe {
      Formulaire(vers: Chemin.maDiscipline, jeton: jeton) {
        input(.type("hidden"), .name("incident"), .value("\(incident.id)"))
        input(.type("hidden"), .name("papier"), .value(nature.rawValue))
        Bouton("Télécharger : \(nature.phrase)")
      }
    }
  }

  static func imprimer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let envoi = try visite.formulaire()
    let nature = try visite.nature(envoi.ligne("papier")) { $0.estDisciplinaire }
    let incident = Int64(envoi.ligne("incident")).flatMap { Identifiant<Incident>($0) }
    guard let incident else { throw Refus.inconnu(.incident) }
    return try await visite.imprimer(
      DemandeDeDocuments(nature, sur: .incident(incident), etudiants: [vu.etudiant])
    )
  }
}
