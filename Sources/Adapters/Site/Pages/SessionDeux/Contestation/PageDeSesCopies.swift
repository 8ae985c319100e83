internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A student’s session 2: marks once a jury made them known, and the copies that may be seen.
enum PageDeSesCopies {
  static let routes: [Route] = [
    .lecture("/moi/session-2/copies") { try await montrer($0) },
    .envoi("/moi/session-2/copies/{epreuve}", par: demander),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoyee: (id: Identifiant<EpreuveDeSession2>, saisie: SaisieLue)? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let siennes = try await visite.demander(VoirSesCopies(vu.etudiant))
    return visite.page(
      "Mes notes de session 2",
      fil: [Lien("Mon dossier", vers: vu.adresse())],
      statut: statut,
    ) {
      Bouton("Séances de soutien", .second, vers: Chemin.monSoutien)
    } contenu: {
      if siennes.sessions.isEmpty {
        EtatVide(
          "Vous n’êtes inscrit à aucune session 2",
          "Vos notes apparaîtront ici après le jury.",
        )
      }
      HTMLList(
        siennes.sessions.flatMap { session in
          session.epreuves.map { epreuve in
            let saisie = envoyee.flatMap { $0.id == epreuve.epreuve.id ? $0.saisie : nil }
            return AnyHTML(
              carte(epreuve, session, saisie ?? SaisieLue([:]), vu, visite.jeton)
            )
          }
        }
      )
    }
  }

  private static func carte(
    _ epreuve: VoirSesCopies.Epreuve,
    _ session: VoirSesCopies.Session,
    _ saisie: SaisieLue,
    _ vu: DossierVu,
    _ jeton: Jeton,
  ) -> some HTML {
    Carte("\(epreuve.epreuve.ue.texte), \(session.promotion.annee)") {
      if let publication = epreuve.publication {
        Definitions([
          ("Note de session 2", "\(epreuve.note?.deSession2 ?? "–")"),
          ("Publiée le", "\(publication.moment.enLettres)"),
          ("Consultation de la copie", "\(limite(epreuve))"),
        ])
      } else {
        Encart(
          .information,
          titre: "Pas encore publiée.",
          "Les notes de session 2 sont publiées à la clôture du jury.",
        )
      }
      HTMLList(
        epreuve.demandes.map { demande in
          AnyHTML(
            HTMLGroup(
              p { demande.pastille },
              Definitions(
                [("Demandée le", "\(demande.depose.enLettres)")] + demande.faitsDits
              ),
              LettresDeContestation(demande, vu, jeton).corps,
            )
          )
        }
      )
      if let faute = saisie.fautes["texte"] {
        Encart(.erreur, titre: "La demande n’est pas déposée.", annonce: .alerte, faute)
      }
      if epreuve.peutDemander { formulaire(epreuve, saisie, jeton) }
    }
  }

  private static func limite(_ epreuve: VoirSesCopies.Epreuve) -> String {
    epreuve.limite.map { "se demande jusqu’au \($0.enLettres) inclus" }
      ?? "le délai n’est pas fixé : adressez-vous au secrétariat"
  }

  private static func formulaire(
    _ epreuve: VoirSesCopies.Epreuve,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let id = epreuve.epreuve.id
    return details {
      summary { "Demander à consulter ma copie" }
      Formulaire(vers: Chemin.de(["moi", "session-2", "copies", "\(id)"]), jeton: jeton) {
        p {
          Typographie.phrase(
            "Le secrétariat vous donnera une date. La note ne peut être modifiée qu’en cas d’erreur "
              + "matérielle avérée."
          )
        }
        Champ(
          "texte",
          "Ce que vous souhaitez vérifier",
          .texteLong(saisie["texte"]),
          estFacultatif: true,
          cle: "texte-\(id)",
        )
        Boutons(Bouton("Demander ma copie", .premier))
      }
    }
  }

  private static func demander(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let id: Identifiant<EpreuveDeSession2> = try visite.identifiant("epreuve", .copies)
    var saisie = SaisieLue(try visite.formulaire())
    do {
      try await visite.faire(DemanderSaCopie(id, de: vu.etudiant, texte: saisie["texte"]))
      return visite.versLaPage(Chemin.mesCopies, fait: .copieDemandee)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "texte") else { throw refus }
      return try await montrer(visite, (id, saisie), .unprocessableContent)
    }
  }
}
