internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A student enrols in session 2, UE by UE, with what each choice can change; or the secretariat for
/// them.
enum PageDeSaSession2 {
  static let routes: [Route] = [
    .lecture("/moi/session-2") { try await montrer($0) },
    .envoi("/moi/session-2/{campagne}", par: repondre),
    .envoi("/moi/session-2/{campagne}/tardive", par: demanderTardivement),
    .envoi("/moi/session-2/{campagne}/amenagement", par: demanderUnAmenagement),
    .lecture("/etudiants/{etudiant}/session-2") { try await montrer($0) },
    .envoi("/etudiants/{etudiant}/session-2/{campagne}", par: repondre),
    .envoi("/etudiants/{etudiant}/session-2/{campagne}/tardive", par: demanderTardivement),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoi: SaSession2.Envoi? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let siennes = try await visite.demander(
      VoirSaSessionDeux(vu.etudiant, simulation: visite.question("simulation") == "oui")
    )
    if let envoi, !siennes.sessions.contains(where: { $0.session.campagne == envoi.campagne }) {
      throw Refus.inconnu(.campagne)
    }
    return visite.page(
      vu.estLeSien ? "Session 2" : "Session 2 de \(siennes.etudiant.nomAffiche)",
      fil: [
        Lien(vu.estLeSien ? "Mon dossier" : siennes.etudiant.nomAffiche, vers: vu.adresse())
      ],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
    ) {
      if vu.estLeSien, !siennes.sessions.isEmpty {
        Bouton("Mes épreuves", vers: Chemin.monCalendrierDeSession2)
      }
    } contenu: {
      if siennes.sessions.isEmpty {
        EtatVide(
          "Aucune session 2",
          "Elle s’ouvre après la publication des résultats de la session 1, si votre règlement "
            + "l’organise.",
        )
      }
      if vu.estLeSien, !siennes.sessions.isEmpty {
        p { Lien("Mes notes de session 2 et mes copies", vers: Chemin.mesCopies) }
        p { Lien("Séances de soutien", vers: Chemin.monSoutien) }
      }
      HTMLList(
        siennes.sessions.map { sienne in
          AnyHTML(SaSession2(sienne, siennes.present, vu, envoi, visite).corps)
        }
      )
    }
  }

  // MARK: What is sent

  /// The page again, with what is wrong at the form that was sent.
  private static func refuser(
    _ saisie: SaisieLue,
    _ formulaire: SaSession2.Envoye,
    de campagne: Identifiant<Campagne>,
    _ visite: Visite,
  ) async throws -> HTTPResponse {
    let envoi = SaSession2.Envoi(campagne: campagne, formulaire: formulaire, saisie: saisie)
    return try await montrer(visite, envoi, .unprocessableContent)
  }

  /// The UE that were ticked.
  private static func ues(_ envoi: HTTPForm) -> [CodeUE] {
    envoi.fields.items.filter { $0.name.hasPrefix("ue-") && $0.value == "oui" }
      .compactMap { CodeUE(String($0.name.dropFirst(3))) }
  }

  private static func repondre(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let id = try visite.campagneDeSession2()
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    let renonce = saisie["sens"] == "renoncer"
    let ues = renonce ? [] : ues(envoi)
    if ues.isEmpty, !renonce {
      saisie.fautes["ues"] = "Cochez au moins une UE, ou dites que vous renoncez."
      return try await refuser(saisie, .reponse, de: id, visite)
    }
    do {
      try await visite.faire(
        InscrireEnSession2(
          campagne: id,
          etudiant: vu.etudiant,
          ues: ues,
          version: saisie.version,
        )
      )
      return visite.versLaPage(vu.adresse("session-2"), fait: .session2Repondue)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "ues") else { throw refus }
      return try await refuser(saisie, .reponse, de: id, visite)
    }
  }

  /// The document of a form, given to the record.
  private static func piece(
    _ envoi: HTTPForm,
    _ etudiant: Identifiant<Etudiant>,
    _ visite: Visite,
  ) async throws -> String? {
    guard let piece = envoi.file("piece") else { return nil }
    return try await visite.faire(DeposerUnFichier(etudiant: etudiant, octets: piece.bytes()))
  }

  private static func demanderTardivement(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let id = try visite.campagneDeSession2()
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    do {
      try await visite.faire(
        DemanderUneInscriptionTardive(
          campagne: id,
          etudiant: vu.etudiant,
          ues: ues(envoi),
          texte: saisie["texte"],
          fichier: try await piece(envoi, vu.etudiant, visite),
        )
      )
      return visite.versLaPage(vu.adresse("session-2"), fait: .tardiveDemandee)
    } catch let refus as Refus {
      let champs = ["fichier": "piece"]
      let defaut: String =
        if case .regle(_, .pieceManquante) = refus { "piece" } else { "texte" }
      guard saisie.prendreToutRefus(refus, champs: champs, defaut: defaut) else { throw refus }
      return try await refuser(saisie, .tardive, de: id, visite)
    }
  }

  private static func demanderUnAmenagement(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let id = try visite.campagneDeSession2()
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    do {
      try await visite.faire(
        DemanderUnAmenagementDeSession2(
          campagne: id,
          etudiant: vu.etudiant,
          texte: saisie["besoin"],
          souhaits: Set(
            Amenagement.Nature.allCases.filter { saisie["souhait-" + $0.rawValue] == "oui" }
          ),
          fichier: try await piece(envoi, vu.etudiant, visite),
        )
      )
      return visite.versLaPage(vu.adresse("session-2"), fait: .amenagementDemande)
    } catch let refus as Refus {
      let champs = ["fichier": "piece", "texte": "besoin"]
      guard saisie.prendreToutRefus(refus, champs: champs, defaut: "besoin") else { throw refus }
      return try await refuser(saisie, .amenagement, de: id, visite)
    }
  }
}
