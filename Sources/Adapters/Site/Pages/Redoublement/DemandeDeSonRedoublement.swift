internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A student asks to repeat, or the secretariat for them, and follows what becomes of it.
enum DemandeDeSonRedoublement {
  static let routes: [Route] = [
    .lecture("/moi/redoublement") { try await montrer($0) },
    .envoi("/moi/redoublement", par: deposer),
    .lecture("/etudiants/{etudiant}/redoublement") { try await montrer($0) },
    .envoi("/etudiants/{etudiant}/redoublement", par: deposer),
    .envoi("/redoublements/{redoublement}/demande", par: changer),
  ]

  static func montrer(_ visite: Visite, _ envoyee: SaisieLue? = nil, _ statut: HTTPStatus = .ok)
    async throws -> HTTPResponse
  {
    let vu = try visite.dossierVu()
    let siens = try await visite.demander(VoirSesRedoublements(vu.etudiant))
    return visite.page(
      vu.estLeSien ? "Redoubler" : "Redoublement de \(siens.etudiant.nomAffiche)",
      fil: [
        Lien(vu.estLeSien ? "Mon dossier" : siens.etudiant.nomAffiche, vers: vu.adresse())
      ],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
    ) {
      for sienne in siens.demandes {
        SuiviDeRedoublement(sienne, siens.maximum ?? 0, vu, visite.jeton)
      }
      if siens.ouvertes.isEmpty, siens.demandes.isEmpty {
        EtatVide(
          "Aucune demande possible",
          "Il faut une inscription en cours pour demander à redoubler.",
        )
      }
      if let ouverte = siens.ouvertes.first {
        Carte("Demander à redoubler en \(ouverte.promotion.nom), \(ouverte.promotion.annee)") {
          FormulaireDeRedoublement(ouverte, envoyee, vu, visite.jeton)
        }
      }
    }
  }

  private static func deposer(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let siens = try await visite.demander(VoirSesRedoublements(vu.etudiant))
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    guard let ouverte = siens.ouvertes.first(where: { "\($0.promotion.id)" == saisie["promotion"] })
    else { return try await montrer(visite, saisie, .unprocessableContent) }
    let semestres = ouverte.semestres.filter { saisie["s\($0.valeur)"] == "oui" }
    let anterieurs = saisie["anterieurs"].split { !$0.isNumber }.map { chiffre in
      Int(chiffre).flatMap(NumeroSemestre.init)
    }
    if semestres.isEmpty, let premier = ouverte.semestres.first {
      saisie.fautes["s\(premier.valeur)"] = "Choisissez au moins un semestre."
    }
    if saisie["motif"].isEmpty { saisie.fautes["motif"] = "Dites pourquoi." }
    if anterieurs.contains(nil) {
      saisie.fautes["anterieurs"] = "Un semestre est un chiffre de 1 à 6 : « 1, 2 »."
    }
    guard saisie.fautes.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        DemanderUnRedoublement(
          promotion: ouverte.promotion.id,
          etudiant: vu.etudiant,
          semestres: semestres,
          anterieurs: anterieurs.compactMap(\.self),
          motif: saisie["motif"],
          auditionDemandee: saisie["audition"] == "oui",
          fichier: try await piece(envoi, vu.etudiant, visite),
        )
      )
      return visite.versLaPage(vu.adresse("redoublement"), fait: .redoublementDemande)
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: ["fichier": "piece"], defaut: "motif") else {
        throw refus
      }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func piece(
    _ envoi: HTTPForm,
    _ etudiant: Identifiant<Etudiant>,
    _ visite: Visite,
  ) async throws -> String? {
    guard let piece = envoi.file("piece") else { return nil }
    return try await visite.faire(
      DeposerUnFichier(etudiant: etudiant, octets: piece.bytes())
    )
  }

  /// Asks for a hearing, gives a document, or gives the request up.
  private static func changer(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<ProcedureDeRedoublement> = try visite.identifiant(
      "redoublement",
      .redoublement,
    )
    let envoi = try visite.formulaire()
    let version = Int64(envoi["version"] ?? "") ?? 0
    let procedure: ProcedureDeRedoublement
    let fait: Fait
    switch envoi["effet"] {
    case "retirer":
      procedure = try await visite.faire(RetirerUneDemandeDeRedoublement(id, version: version))
      fait = .redoublementRetire
    case "piece":
      let etudiant = Identifiant<Etudiant>(Int64(envoi["etudiant"] ?? "") ?? 0)
      guard let etudiant, let fichier = try await piece(envoi, etudiant, visite) else {
        throw Refus.donnees([.init("pièce", .absente)])
      }
      procedure = try await visite.faire(
        JoindreUnePieceAuRedoublement(id, fichier: fichier, version: version)
      )
      fait = .pieceJointe
    case _:
      procedure = try await visite.faire(DemanderUneAudition(id, version: version))
      fait = .auditionDemandee
    }
    let estLeSien = visite.visiteur?.utilisateur.etudiant == procedure.etudiant
    let vu = DossierVu(etudiant: procedure.etudiant, estLeSien: estLeSien)
    return visite.versLaPage(vu.adresse("redoublement"), fait: fait)
  }
}
