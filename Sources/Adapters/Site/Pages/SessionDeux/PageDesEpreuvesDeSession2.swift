internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The forms of the exams of a session 2, chosen by the responsables de module.
enum PageDesEpreuvesDeSession2 {
  static let routes: [Route] = [
    .lecture("/session-2/{campagne}/epreuves", par: lister),
    .lecture("/session-2/{campagne}/epreuves/{epreuve}") { try await montrer($0) },
    .envoi("/session-2/{campagne}/epreuves/{epreuve}", par: choisir),
    .envoi("/session-2/{campagne}/rappel", par: rappeler),
  ]

  private static func lister(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let tableau = try await visite.demander(VoirLesEpreuvesDeSession2(id))
    let attendues = tableau.fiches.count { !$0.epreuve.estChoisie }
    return visite.page("Formes des épreuves", fil: fil(tableau)) {
      Encart(
        attendues == 0 ? .succes : .information,
        titre: attendues == 0
          ? "Toutes les formes sont choisies."
          : "\(compte(attendues, "épreuve")) à choisir au plus tard le "
            + "\(tableau.session.limiteCalendrier.enLettres).",
        "Le responsable de module choisit : écrit surveillé, oral individuel, projet à rendre ou "
          + "combinaison (procédure de session 2, § 2).",
      )
      Carte("Épreuves") { liste(tableau) }
      if tableau.conduit, attendues > 0 {
        Formulaire(vers: Chemin.session2(id, "rappel"), jeton: visite.jeton) {
          Boutons(Bouton("Rappeler ceux qui n’ont pas choisi", .second))
        }
      }
    }
  }

  private static func fil(_ tableau: VoirLesEpreuvesDeSession2.Tableau) -> [Lien] {
    let fil = tableau.session.fil(tableau.promotion)
    return tableau.conduit ? fil : [fil[0]]
  }

  private static func liste(_ tableau: VoirLesEpreuvesDeSession2.Tableau) -> some HTML {
    Tableau(
      "Épreuves de session 2",
      colonnes: [
        .init("UE"), .init("Forme"), .init("Note", estSecondaire: true),
        .init("Responsables", estSecondaire: true), .init("Admissibles", .chiffres),
      ],
      lignes: tableau.fiches.map { fiche in
        let nom = "\(fiche.epreuve.ue.texte) \(fiche.competence)"
        let adresse = Chemin.session2(
          tableau.session.campagne,
          "epreuves",
          "\(fiche.epreuve.id)",
        )
        let responsables = fiche.responsables.map(\.nom).joined(separator: ", ")
        return Tableau.Ligne([
          fiche.choisit ? Cellule(Lien(nom, vers: adresse)) : "\(nom)",
          fiche.epreuve.estChoisie
            ? "\(fiche.epreuve.enMots)" : Cellule(Pastille("à choisir", .attention)),
          "\(fiche.epreuve.effet(meilleure: fiche.meilleure))",
          "\(responsables.isEmpty ? "personne n’est désigné" : responsables)",
          "\(fiche.admissibles.map { "\($0)" } ?? "–")",
        ])
      },
      vide: EtatVide("Aucune épreuve", "Aucun de vos modules n’est dans une UE de la session 2."),
    )
  }

  // MARK: One exam

  /// The exam that the address names, among those of its session.
  private static func lire(_ visite: Visite, _ id: Identifiant<Campagne>) async throws -> (
    tableau: VoirLesEpreuvesDeSession2.Tableau, fiche: VoirLesEpreuvesDeSession2.Fiche
  ) {
    let epreuve: Identifiant<EpreuveDeSession2> = try visite.identifiant(
      "epreuve",
      .epreuveDeSession2,
    )
    let tableau = try await visite.demander(VoirLesEpreuvesDeSession2(id))
    guard let fiche = tableau.fiches.first(where: { $0.epreuve.id == epreuve }) else {
      throw Refus.inconnu(.epreuveDeSession2)
    }
    return (tableau, fiche)
  }

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    let (tableau, fiche) = try await lire(visite, id)
    guard fiche.choisit else { throw Refus.interdit(.choisirUneEpreuve) }
    let saisie = envoyee ?? FormulaireDEpreuve.saisie(fiche.epreuve)
    return visite.page(
      "Épreuve de l’\(fiche.epreuve.ue.texte)",
      fil: fil(tableau) + [
        Lien("Formes des épreuves", vers: Chemin.session2(id, "epreuves"))
      ],
      statut: statut,
    ) {
      if let publie = tableau.calendrierPublie {
        Encart(
          .attention,
          titre: "Le calendrier est publié depuis le \(publie.enLettres).",
          "La forme ne change plus, sauf par qui peut passer outre, avec un motif.",
        )
      }
      Carte("\(fiche.epreuve.ue.texte) \(fiche.competence)") {
        p {
          Typographie.phrase(
            "La note de session 2 : "
              + fiche.epreuve.effet(meilleure: fiche.meilleure)
              + " (descriptif de l’UE)."
          )
        }
        FormulaireDEpreuve(
          fiche,
          saisie,
          estPublie: tableau.calendrierPublie != nil,
          visite.jeton,
        )
      }
    }
  }

  private static func choisir(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    var saisie = SaisieLue(try visite.formulaire())
    let fiche = try await lire(visite, id).fiche
    var choisie = fiche.epreuve
    choisie.durees = saisie.durees()
    choisie.materiel = saisie["materiel"]
    choisie.besoins = saisie["besoins"]
    choisie.porteSur =
      saisie["porte"] == "modules"
      ? .modules(fiche.modules.map(\.code).filter { saisie["module-" + $0] == "oui" }) : .ue
    choisie.version = saisie.version
    if !choisie.estChoisie { saisie.fautes["formes"] = "Choisissez au moins une forme." }
    if choisie.porteSur == .modules([]) {
      saisie.fautes["modules"] = "Cochez les modules dont la note est remplacée."
    }
    guard saisie.fautes.isEmpty else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(ChoisirUneEpreuve(choisie, motif: saisie.facultatif("motif")))
      return visite.versLaPage(Chemin.session2(id, "epreuves"), fait: .epreuveChoisie)
    } catch let refus as Refus {
      var champs = ["matériel": "materiel"]
      for forme in EpreuveDeSession2.Forme.allCases {
        champs["durée-" + forme.rawValue] = "duree-" + forme.rawValue
      }
      let defaut =
        switch refus {
        case .etat(.motifManquant): "motif"
        case .etat(.moduleDUneAutreEpreuve), .etat(.evaluationNotee): "modules"
        case .etat, .regle, .donnees, .interdit, .inconnu, .conflit: "formes"
        }
      guard saisie.prendreToutRefus(refus, champs: champs, defaut: defaut) else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func rappeler(_ visite: Visite) async throws -> HTTPResponse {
    let id = try visite.campagneDeSession2()
    _ = try await visite.faire(RappelerLesEpreuves(id))
    return visite.versLaPage(Chemin.session2(id, "epreuves"), fait: .responsablesRappeles)
  }
}
