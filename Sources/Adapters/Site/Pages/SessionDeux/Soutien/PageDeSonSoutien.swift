internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The support that is offered to a student before session 2.
enum PageDeSonSoutien {
  static let routes: [Route] = [
    .lecture("/moi/session-2/soutien") { try await montrer($0) },
    .envoi("/moi/session-2/soutien/{soutien}", par: repondre),
  ]

  private static func montrer(
    _ visite: Visite,
    _ faute: String? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let sien = try await visite.demander(VoirSonSoutien(vu.etudiant))
    return visite.page(
      "Séances de soutien",
      fil: [Lien("Mon dossier", vers: vu.adresse())],
      statut: statut,
    ) {
      if let faute { Encart(.erreur, titre: "Rien n’a changé.", annonce: .alerte, faute) }
      if sien.seances.isEmpty {
        EtatVide(
          "Aucune séance de soutien ne vous est offerte",
          "Elles se tiennent avant les épreuves, pour ceux qui sont inscrits en session 2.",
        )
      }
      HTMLList(sien.seances.map { AnyHTML(carte($0, visite.jeton)) })
    }
  }

  private static func carte(_ offerte: VoirSonSoutien.Seance, _ jeton: Jeton) -> some HTML {
    let seance = offerte.seance
    return Carte("\(seance.ue.texte), \(seance.debut.enLettres)") {
      if seance.annulee != nil {
        Pastille("annulée", .attention)
      } else if let present = offerte.present {
        Pastille(present ? "présent" : "absent", present ? .succes : .attention)
      } else if offerte.vient {
        Pastille("inscrit", .succes)
      } else if offerte.estFondamentale {
        Pastille("UE fondamentale", .information)
      }
    } contenu: {
      Definitions([
        ("Jusqu’à", "\(Typographie.heure(seance.fin.minute / 60, seance.fin.minute % 60))"),
        ("Salle", "\(seance.salle)"), ("Enseignant", "\(seance.enseignant)"),
        ("Places restantes", "\(offerte.reste.map { "\($0)" } ?? "sans limite")"),
      ])
      if let motif = seance.annulee {
        Encart(.attention, titre: "Séance annulée.", motif.enPhrase)
      }
      if seance.annulee == nil, !offerte.estCommencee {
        Formulaire(
          vers: Chemin.de(["moi", "session-2", "soutien", "\(seance.id)"]),
          jeton: jeton,
        ) {
          input(.type("hidden"), .name("vient"), .value(offerte.vient ? "non" : "oui"))
          Boutons(
            Bouton(
              offerte.vient ? "Ne plus venir" : "Je viendrai",
              offerte.vient ? .discret : .premier,
            )
          )
        }
      }
    }
  }

  private static func repondre(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let id: Identifiant<SeanceDeSoutien> = try visite.identifiant("soutien", .soutien)
    let vient = try visite.formulaire()["vient"] == "oui"
    do {
      try await visite.faire(VenirAuSoutien(id, vu.etudiant, vient: vient))
      return visite.versLaPage(Chemin.monSoutien, fait: .soutienRepondu)
    } catch let refus as Refus {
      switch refus {
      case .etat, .regle:
        return try await montrer(visite, refus.phrase.enPhrase, .conflict)
      case .interdit, .inconnu, .conflit, .donnees: throw refus
      }
    }
  }
}
