internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A student asks for special arrangements and reads the answer.
enum PageDeSesAmenagements {
  static let routes: [Route] = [
    .lecture("/moi/amenagements") { try await montrer($0) },
    .envoi("/moi/amenagements", par: demander),
    .envoi("/moi/amenagements/{demande}", par: retirer),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let siens = try await visite.demander(VoirSesAmenagements(vu.etudiant))
    return visite.page(
      "Aménagements",
      fil: [Lien("Mon dossier", vers: Chemin.moi)],
      scripts: [Fichiers.script("envoi.js")],
      statut: statut,
    ) {
      Carte("Vos aménagements") { accordes(siens.amenagements) }
      HTMLList(siens.demandes.map { AnyHTML(carte($0, visite.jeton)) })
      if let promotion = siens.promotions.first {
        Carte("Demander un aménagement") {
          formulaire(promotion, envoyee ?? SaisieLue([:]), visite.jeton)
        }
      } else {
        EtatVide(
          "Aucune demande à faire",
          "Une demande d’aménagement se fait l’année où l’on est inscrit.",
        )
      }
    }
  }

  private static func accordes(_ amenagements: [Amenagement]) -> some HTML {
    Tableau(
      "Aménagements accordés",
      colonnes: [
        .init("Aménagement"), .init("Précision"), .init("S’applique à"), .init("Depuis"),
        .init("Jusqu’au"),
      ],
      lignes: amenagements.map { amenagement in
        Tableau.Ligne([
          "\(amenagement.nature.phrase)",
          "\(amenagement.precision.isEmpty ? "–" : amenagement.precision)",
          "\(amenagement.application)", "\(amenagement.depuis.enLettres)",
          "\(amenagement.jusqua?.enLettres ?? "sans terme")",
        ])
      },
      vide: EtatVide("Aucun aménagement n’est accordé"),
    )
  }

  private static func carte(_ demande: DemandeDAmenagement, _ jeton: Jeton) -> some HTML {
    Carte("Demande du \(demande.depose.jour.enLettres)") {
      demande.pastille
    } contenu: {
      Definitions([
        ("Situation", "\(demande.situation.phrase)"), ("Demande", "\(demande.texte)"),
        ("Souhaits", "\(demande.souhaitsEnMots)"),
        (
          "Pièce",
          Cellule(
            AnyHTML(
              HTMLList(
                demande.fichier.map { [Lien("Lire la pièce", vers: Chemin.fichier($0))] } ?? []
              )
            )
          ),
        ),
      ])
      if let reponse = demande.reponse { Encart(.information, titre: "Réponse.", reponse) }
      if demande.estOuverte {
        Formulaire(
          vers: Chemin.de(["moi", "amenagements", "\(demande.id)"]),
          jeton: jeton,
        ) {
          input(.type("hidden"), .name("version"), .value("\(demande.version)"))
          Boutons(Bouton("Retirer la demande", .discret))
        }
      }
    }
  }

  private static func formulaire(_ promotion: Promotion, _ saisie: SaisieLue, _ jeton: Jeton)
    -> some HTML
  {
    let situations = DemandeDAmenagement.Situation.allCases.map { Choix($0.rawValue, $0.phrase) }
    let souhaits = Amenagement.Nature.allCases.enumerated().map { rang, nature in
      let nom = "souhait-" + nature.rawValue
      return Champ(
        nom,
        nature.phrase.enPhraseSansPoint,
        .coche(saisie[nom] == "oui"),
        erreur: rang == 0 ? saisie.fautes["souhaits"] : nil,
      )
    }
    let champs = [
      Champ(
        "situation",
        "Votre situation",
        .parmi(situations, choisi: saisie.facultatif("situation")),
        erreur: saisie.fautes["situation"],
      ),
      Champ(
        "texte",
        "Votre demande",
        .texteLong(saisie["texte"], lignes: 5),
        aide:
          "Ce dont vous avez besoin, pour quels cours, quelles évaluations, jusqu’à quand. Pour un "
          + "handicap, ne donnez pas de diagnostic : seul le service concerné vous lit.",
        erreur: saisie.fautes["texte"],
      ),
    ]
    let piece = Champ(
      "piece",
      "Pièce",
      .fichier(accepte: "application/pdf,image/jpeg,image/png"),
      aide: "Contrat, livret de famille, inscription sur la liste des sportifs de haut niveau…",
      erreur: saisie.fautes["piece"],
      estFacultatif: true,
    )
    return HTMLGroup(
      ResumeDesErreurs(de: champs + souhaits + [piece]),
      Formulaire(vers: Chemin.mesAmenagements, jeton: jeton, aDesFichiers: true) {
        input(.type("hidden"), .name("promotion"), .value("\(promotion.id)"))
        HTMLList(champs.map { AnyHTML($0) })
        h3 { "Ce que vous souhaitez" }
        HTMLList(souhaits.map { AnyHTML($0) })
        piece
        Boutons(Bouton("Déposer la demande", .premier))
        p(.role("status"), .data("progres", "Envoi de la demande…")) {}
      },
    )
  }

  private static func demander(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let envoi = try visite.formulaire()
    var saisie = SaisieLue(envoi)
    let situation = DemandeDAmenagement.Situation(rawValue: saisie["situation"])
    let promotion = Int64(saisie["promotion"]).flatMap { Identifiant<Promotion>($0) }
    let souhaits = Set(
      Amenagement.Nature.allCases.filter { saisie["souhait-" + $0.rawValue] == "oui" }
    )
    if situation == nil { saisie.fautes["situation"] = "Choisissez votre situation." }
    if souhaits.isEmpty { saisie.fautes["souhaits"] = "Cochez au moins un souhait." }
    guard let situation, let promotion, !souhaits.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      var fichier: String?
      if let piece = envoi.file("piece") {
        fichier = try await visite.faire(
          DeposerUnFichier(etudiant: vu.etudiant, octets: piece.bytes())
        )
      }
      try await visite.faire(
        DemanderUnAmenagement(
          promotion: promotion,
          etudiant: vu.etudiant,
          situation,
          texte: saisie["texte"],
          souhaits: souhaits,
          fichier: fichier,
        )
      )
      return visite.versLaPage(Chemin.mesAmenagements, fait: .amenagementDemande)
    } catch let refus as Refus {
      guard saisie.prendre(refus, champs: ["fichier": "piece"], defaut: "texte") else {
        throw refus
      }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func retirer(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<DemandeDAmenagement> = try visite.identifiant(
      "demande",
      .demandeDAmenagement,
    )
    let version = SaisieLue(try visite.formulaire()).version
    try await visite.faire(RetirerUneDemandeDAmenagement(id, version: version))
    return visite.versLaPage(Chemin.mesAmenagements, fait: .demandeDAmenagementRetiree)
  }
}
