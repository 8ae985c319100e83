internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage

/// One document given for an absence: seen, then accepted, sent back or refused.
enum PageDUnJustificatif {
  static func montrer(_ visite: Visite, faute: String? = nil, statut: HTTPStatus = .ok)
    async throws -> HTTPResponse
  {
    let fiche = try await visite.demander(
      VoirUnJustificatif(visite.identifiant("justificatif", .justificatif))
    )
    let justificatif = fiche.justificatif
    return visite.page(
      "Justificatif, \(justificatif.periode)",
      fil: fil(fiche, visite),
      statut: statut,
    ) {
      Carte("Ce qui a été déposé") {
        Definitions(
          [
            ("Étudiant", "\(fiche.etudiant.nomAffiche)"),
            ("Nature", "\(justificatif.nature.phrase)"),
            ("Du", "\(justificatif.du.enLettres)"), ("Au", "\(justificatif.au.enLettres)"),
            (
              "Déposé",
              Cellule(
                OngletDesAbsences.depot(
                  justificatif,
                  estTardif: !fiche.delais.respecte(justificatif),
                )
              ),
            ),
            ("Pièce", Cellule(OngletDesAbsences.piece(justificatif.fichier))),
            ("Valeur", "\(fiche.regime.phrase.enPhraseSansPoint)"),
            ("État", Cellule(justificatif.pastille)),
          ] + (justificatif.motifDonne.map { [("Motif", "\($0)")] } ?? [])
        )
      }
      Carte("Les absences qu’il couvre") {
        OngletDesAbsences.tableau(
          fiche.absences,
          vide: EtatVide("Il ne couvre aucune absence enregistrée"),
        )
      }
      if fiche.peutCompleter {
        Carte("La pièce demandée") { complement(justificatif, faute, visite.jeton) }
      }
      if fiche.peutTraiter {
        Carte("Réponse") { formulaire(justificatif, faute, visite.jeton) }
      }
    }
  }

  private static func fil(_ fiche: VoirUnJustificatif.Fiche, _ visite: Visite) -> [Lien] {
    let vu = DossierVu(
      etudiant: fiche.etudiant.id,
      estLeSien: visite.visiteur?.utilisateur.etudiant == fiche.etudiant.id,
    )
    return [
      Lien(vu.estLeSien ? "Mon dossier" : fiche.etudiant.nomAffiche, vers: vu.adresse("absences"))
    ]
  }

  private static func formulaire(_ justificatif: Justificatif, _ faute: String?, _ jeton: Jeton)
    -> some HTML
  {
    let motif = Champ(
      "motif",
      "Motif",
      .texte(justificatif.motifDonne ?? ""),
      aide:
        "À remplir pour « À compléter » et « Refuser », pas pour « Accepter » ; l’étudiant le lira.",
      erreur: faute,
    )
    return HTMLGroup(
      ResumeDesErreurs(de: [motif]),
      Formulaire(vers: Chemin.justificatif(justificatif.id), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value(String(justificatif.version)))
        motif
        Boutons(
          Bouton("Accepter", .premier, nom: "etat", valeur: "accepte"),
          Bouton("À compléter", nom: "etat", valeur: "a-completer"),
          Bouton("Refuser", nom: "etat", valeur: "refuse"),
        )
      },
    )
  }

  private static func complement(
    _ justificatif: Justificatif,
    _ faute: String?,
    _ jeton: Jeton,
  ) -> some HTML {
    let piece = Champ(
      "piece",
      "Pièce",
      .fichier(accepte: "application/pdf,image/jpeg,image/png"),
      aide: "PDF, JPEG ou PNG, \(Fichier.limite / 1_000_000) Mo au plus. "
        + "La date du premier dépôt reste celle qui compte.",
      erreur: faute,
    )
    return HTMLGroup(
      ResumeDesErreurs(de: [piece]),
      Formulaire(
        vers: Chemin.de(["justificatifs", "\(justificatif.id)", "piece"]),
        jeton: jeton,
        aDesFichiers: true,
      ) {
        input(.type("hidden"), .name("version"), .value(String(justificatif.version)))
        piece
        Boutons(Bouton("Compléter", .premier))
      },
    )
  }

  static func completer(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<Justificatif> = try visite.identifiant("justificatif", .justificatif)
    let fiche = try await visite.demander(VoirUnJustificatif(id))
    let envoi = try visite.formulaire()
    guard let piece = envoi.file("piece") else {
      return try await montrer(
        visite,
        faute: "Joignez la pièce.",
        statut: .unprocessableContent,
      )
    }
    do {
      let fichier = try await visite.faire(
        DeposerUnFichier(etudiant: fiche.etudiant.id, octets: piece.bytes())
      )
      try await visite.faire(
        CompleterUnJustificatif(
          id,
          fichier: fichier,
          version: Int64(envoi["version"] ?? "") ?? 0,
        )
      )
      return visite.versLaPage(Chemin.justificatif(id), fait: .justificatifComplete)
    } catch Refus.donnees(let fautes) {
      return try await montrer(
        visite,
        faute: fautes.map { "La pièce \($0.nature.phrase)." }.joined(separator: " "),
        statut: .unprocessableContent,
      )
    }
  }

  static func traiter(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<Justificatif> = try visite.identifiant("justificatif", .justificatif)
    let formulaire = try visite.formulaire()
    let motif = (formulaire["motif"] ?? "").sansBords
    let etat: Justificatif.Etat =
      switch formulaire["etat"] {
      case "accepte": .accepte
      case "refuse": .refuse(motif: motif)
      case "a-completer": .aCompleter(motif: motif)
      case _: .depose
      }
    do {
      try await visite.faire(
        TraiterUnJustificatif(id, etat, version: Int64(formulaire["version"] ?? "") ?? 0)
      )
      return visite.versLaPage(Chemin.justificatif(id), fait: .justificatifTraite)
    } catch let refus as Refus {
      if case .regle = refus {
        return try await montrer(
          visite,
          faute: refus.phrase.enPhrase,
          statut: .unprocessableContent,
        )
      }
      guard refus == .etat(.motifManquant) else { throw refus }
      return try await montrer(
        visite,
        faute: "Dites pourquoi : l’étudiant doit savoir quoi faire.",
        statut: .unprocessableContent,
      )
    }
  }
}

extension Justificatif {
  /// Why it was sent back or refused.
  var motifDonne: String? {
    switch etat {
    case .depose, .accepte: nil
    case .aCompleter(let motif), .refuse(let motif): motif
    }
  }
}
