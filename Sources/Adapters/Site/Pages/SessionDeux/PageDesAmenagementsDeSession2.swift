internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The arrangements of a session 2: those of session 1, and how they differ.
enum PageDesAmenagementsDeSession2 {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/amenagements") { try await montrer($0) },
    .envoi("/session-2/{campagne}/amenagements", par: justifier),
    .envoi("/session-2/{campagne}/amenagements/arret", par: arreter),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let tableau = try await visite.demander(VoirLesAmenagementsDeSession2(id))
    let session = tableau.session
    return visite.page(
      "Aménagements de la session 2",
      fil: session.fil(tableau.promotion),
      statut: statut,
    ) {
      Encart(
        .information,
        titre: "Ceux de la session 1 sont reproduits à l’identique.",
        "Un écart se justifie. Les étudiants demandent au plus tard le "
          + "\(session.limiteAmenagements.enLettres), un mois avant les épreuves (procédure de "
          + "session 2, § 3).",
      )
      Carte("Aménagements") { liste(tableau) }
      if tableau.gere {
        Carte("Justifier un écart", ancre: "ecart") {
          formulaire(tableau, envoyee ?? SaisieLue([:]), visite.jeton)
        }
        Carte("Arrêter la liste") { arret(tableau, visite.jeton) }
      }
    }
  }

  private static func liste(_ tableau: VoirLesAmenagementsDeSession2.Tableau) -> some HTML {
    Tableau(
      "Aménagements retenus",
      colonnes: [
        .init("Étudiant"), .init("Aménagement"), .init("Session 1", estSecondaire: true),
        .init("Session 2"),
      ],
      lignes: tableau.lignes.map { ligne in
        Tableau.Ligne([
          "\(ligne.etudiant.nomAffiche)", "\(ligne.nature.phrase)",
          "\(ligne.session1.map { $0.isEmpty ? "accordé" : $0 } ?? "aucun")",
          Cellule(session2(ligne)),
        ])
      },
      vide: EtatVide("Aucun aménagement n’est accordé dans cette promotion"),
    )
  }

  @HTMLBuilder private static func session2(_ ligne: VoirLesAmenagementsDeSession2.Ligne)
    -> some HTML
  {
    if let ecart = ligne.ecart {
      ecart.maintenu
        ? Pastille(ligne.session1 == nil ? "ajouté" : "adapté", .attention)
        : Pastille("non reproduit", .attention)
      Typographie.phrase(
        " " + (ecart.precision.isEmpty ? "" : ecart.precision + ". ") + ecart.motif.enPhrase
      )
    } else {
      Pastille("à l’identique", .succes)
    }
  }

  private static func formulaire(
    _ tableau: VoirLesAmenagementsDeSession2.Tableau,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let champs = [
      Champ(
        "etudiant",
        "Étudiant",
        .choix(
          tableau.etudiants.map { Choix("\($0.id)", $0.nomAffiche) },
          choisi: saisie.facultatif("etudiant"),
        ),
        erreur: saisie.fautes["etudiant"],
      ),
      Champ(
        "nature",
        "Aménagement",
        .choix(
          Amenagement.Nature.allCases.map { Choix($0.rawValue, $0.phrase) },
          choisi: saisie.facultatif("nature"),
        ),
        erreur: saisie.fautes["nature"],
      ),
      Champ(
        "maintenu",
        "À la session 2",
        .parmi(
          [
            Choix("oui", "Accordé, comme précisé ci-dessous"),
            Choix("non", "Non reproduit"),
          ],
          choisi: saisie.facultatif("maintenu") ?? "oui",
        ),
      ),
      Champ(
        "precision",
        "Précision",
        .texte(saisie["precision"]),
        aide: "Salle, durée, assistant…",
        estFacultatif: true,
      ),
      Champ(
        "motif",
        "Pourquoi ce n’est pas comme à la session 1",
        .texteLong(saisie["motif"], lignes: 2),
        erreur: saisie.fautes["motif"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(
        vers: Chemin.session2(tableau.session.campagne, "amenagements"),
        jeton: jeton,
      ) {
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Enregistrer l’écart", .second))
      },
    )
  }

  private static func arret(
    _ tableau: VoirLesAmenagementsDeSession2.Tableau,
    _ jeton: Jeton,
  ) -> some HTML {
    HTMLGroup(
      p {
        Typographie.phrase(
          tableau.arretes.map { "La liste est arrêtée depuis le \($0.enLettres)." }
            ?? "Une fois arrêtée, la liste donne les durées et les salles aux épreuves."
        )
      },
      Formulaire(
        vers: Chemin.session2(tableau.session.campagne, "amenagements", "arret"),
        jeton: jeton,
      ) {
        Boutons(Bouton("Arrêter la liste", .premier))
      },
    )
  }

  private static func justifier(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    var saisie = SaisieLue(try visite.formulaire())
    let tableau = try await visite.demander(VoirLesAmenagementsDeSession2(id))
    guard tableau.gere else { throw Refus.interdit(.gererLesAmenagements) }
    let etudiant = Int64(saisie["etudiant"]).flatMap { Identifiant<Etudiant>($0) }
    let nature = Amenagement.Nature(rawValue: saisie["nature"])
    if etudiant == nil { saisie.fautes["etudiant"] = "Choisissez l’étudiant." }
    if nature == nil { saisie.fautes["nature"] = "Choisissez l’aménagement." }
    guard let etudiant, let nature else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    let enPlace = tableau.lignes.compactMap(\.ecart).first {
      $0.etudiant == etudiant && $0.nature == nature
    }
    do {
      try await visite.faire(
        JustifierUnEcartDAmenagement(
          EcartDAmenagement(
            campagne: id,
            etudiant: etudiant,
            nature: nature,
            maintenu: saisie["maintenu"] != "non",
            precision: saisie["precision"],
            motif: saisie["motif"],
            version: enPlace?.version ?? 0,
          )
        )
      )
      return visite.versLaPage(Chemin.session2(id, "amenagements"), fait: .ecartJustifie)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "motif") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func arreter(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    try await visite.faire(ArreterLesAmenagements(id))
    return visite.versLaPage(Chemin.session2(id, "amenagements"), fait: .amenagementsArretes)
  }
}
