internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// One request, for whoever prepares it, judges attendance or awards.
enum PageDUnEngagement {
  static let routes: [Route] = [
    .lecture("/bonifications/demandes/{engagement}") { try await montrer($0) },
    .envoi("/bonifications/demandes/{engagement}/documents") { visite in
      try await visite.imprimer(
        DemandeDeDocuments(
          .decisionDeBonification,
          sur: .engagement(visite.identifiant("engagement", .engagement)),
        )
      )
    },
    .envoi("/bonifications/demandes/{engagement}/complement", par: completer),
    .envoi("/bonifications/demandes/{engagement}/assiduite", par: juger),
  ]

  private static func montrer(
    _ visite: Visite,
    _ envoyee: SaisieLue? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let fiche = try await visite.demander(
      VoirUnEngagement(visite.identifiant("engagement", .engagement))
    )
    let (dossier, demande) = (fiche.dossier, fiche.dossier.demande)
    let saisie = envoyee ?? SaisieLue([:])
    return visite.page(
      "Demande de \(dossier.etudiant.nomAffiche)",
      fil: [Lien("Bonifications", vers: Chemin.bonifications)],
      statut: statut,
    ) {
      Carte("\(demande.objet.intitule)") {
        demande.pastille
      } contenu: {
        Definitions(termes(dossier))
        if let decompte = dossier.decompte { heures(decompte) }
        if let decision = demande.decision {
          Encart(.information, titre: "Commission : \(decision.enMots).", decision.raison)
        }
        lettre(demande, visite.jeton)
      }
      if demande.estOuverte, demande.objet.type.supposeLAssiduite,
        fiche.droits.contains(.deciderEnJury)
      {
        Carte("Assiduité aux séances") { assiduite(demande, saisie, visite.jeton) }
      }
      if demande.estOuverte,
        !fiche.droits.isDisjoint(with: [.gererLesCampagnes, .bonifierLEngagement])
      {
        Carte("Faire compléter") { complement(demande, saisie, visite.jeton) }
      }
    }
  }

  /// The answer on paper, once it is known.
  @HTMLBuilder static func lettre(_ demande: DemandeDEngagement, _ jeton: Jeton) -> some HTML {
    if case .decidee = demande.etat {
      Formulaire(vers: Chemin.engagement(demande.id, "documents"), jeton: jeton) {
        Boutons(Bouton("Télécharger la décision"))
      }
    }
  }

  /// What a file says, for its page and for the commission.
  static func termes(_ dossier: DossierDEngagement) -> [(String, Cellule)] {
    let (demande, objet) = (dossier.demande, dossier.demande.objet)
    var termes: [(String, Cellule)] = [
      ("Étudiant", "\(dossier.etudiant.nomAffiche), \(dossier.promotion.nomEntier)"),
      ("Type", "\(objet.type.phrase)"), ("Activité", "\(objet.activite)"),
      ("Organisme", "\(objet.organisme)"),
      ("Période", "du \(objet.du.enLettres) au \(objet.au.enLettres)"),
      ("Description", "\(objet.description)"), ("Pièces", Cellule(pieces(demande))),
      ("Déposée le", "\(demande.depose.enLettres)"),
    ]
    if let decompte = dossier.decompte {
      termes.append(
        ("Heures retenues", "\(decompte.total) h sur \(decompte.mois) mois")
      )
    }
    if objet.type.supposeLAssiduite {
      termes.append(("Assiduité", "\(enMots(demande.assiduite))"))
    }
    if let compte = dossier.compte {
      termes.append(
        (
          "Bonus de l’année",
          "\(compte.retenu.enPoints) sur \(compte.plafond.enPoints), dont sport \(compte.sport.enPoints)",
        )
      )
    }
    if case .aCompleter(let motif, let avant) = demande.etat {
      termes.append(("À compléter", "avant le \(avant.enLettres) : \(motif)"))
    }
    return termes
  }

  static func enMots(_ assiduite: DemandeDEngagement.Assiduite?) -> String {
    guard let assiduite else { return "à apprécier par le jury" }
    return (assiduite.estAssidu ? "assidu" : "non assidu")
      + ", le \(assiduite.jour.enLettres) : \(assiduite.motif)"
  }

  /// The documents with their links.
  static func pieces(_ demande: DemandeDEngagement) -> some HTML {
    ul {
      for piece in demande.pieces {
        li {
          Lien(
            demande.objet.type.phrase(piece.nature).enPhraseSansPoint,
            vers: Chemin.fichier(piece.fichier),
          )
          Typographie.phrase(", par \(piece.etabliePar.phrase)")
        }
      }
    }
  }

  private static func heures(_ decompte: DecompteDHeures) -> some HTML {
    let non = "non : vacances, ou hors de septembre à mai"
    return Tableau(
      "Heures de travail",
      colonnes: [.init("Période"), .init("Heures", .chiffres), .init("Compte")],
      lignes: decompte.retenues.map { ligne($0, "oui") }
        + decompte.ecartees.map { ligne($0, non) },
    )
  }

  private static func ligne(_ periode: PeriodeDeTravail, _ compte: String) -> Tableau.Ligne {
    Tableau.Ligne([
      "du \(periode.du.enLettres) au \(periode.au.enLettres)", "\(periode.heures)",
      "\(compte)",
    ])
  }

  private static func assiduite(
    _ demande: DemandeDEngagement,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let champs = [
      Champ(
        "assidu",
        "Le jury juge l’élu",
        .parmi(
          [Choix("oui", "assidu aux séances"), Choix("non", "non assidu")],
          choisi: saisie.facultatif("assidu")
            ?? demande.assiduite.map { $0.estAssidu ? "oui" : "non" },
        ),
        erreur: saisie.fautes["assidu"],
      ),
      Champ(
        "motif-assiduite",
        "Motif",
        .texte(saisie.facultatif("motif-assiduite") ?? demande.assiduite?.motif ?? ""),
        erreur: saisie.fautes["motif-assiduite"],
      ),
    ]
    return HTMLGroup(
      p {
        "Le jury apprécie souverainement l’assiduité ; sans elle, le mandat n’ouvre aucun point."
      },
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.engagement(demande.id, "assiduite"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(demande.version)"))
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Enregistrer l’appréciation", .premier))
      },
    )
  }

  private static func complement(
    _ demande: DemandeDEngagement,
    _ saisie: SaisieLue,
    _ jeton: Jeton,
  ) -> some HTML {
    let champs = [
      Champ("motif", "Ce qui manque", .texte(saisie["motif"]), erreur: saisie.fautes["motif"]),
      Champ(
        "avant",
        "À compléter au plus tard le",
        .date(saisie["avant"]),
        erreur: saisie.fautes["avant"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: Chemin.engagement(demande.id, "complement"), jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(demande.version)"))
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Demander à l’étudiant", .second))
      },
    )
  }

  /// Refuses whoever holds none of some rights on the request, whatever they send.
  private static func exiger(unDe droits: [Droit], _ visite: Visite) async throws {
    let fiche = try await visite.demander(
      VoirUnEngagement(visite.identifiant("engagement", .engagement))
    )
    guard let premier = droits.first, fiche.droits.isDisjoint(with: droits) else { return }
    throw Refus.interdit(premier)
  }

  private static func completer(_ visite: Visite) async throws -> HTTPResponse {
    try await exiger(unDe: [.gererLesCampagnes, .bonifierLEngagement], visite)
    let id: Identifiant<DemandeDEngagement> = try visite.identifiant("engagement", .engagement)
    var saisie = SaisieLue(try visite.formulaire())
    guard let avant = saisie.jour("avant") else {
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        DemanderUnComplement(id, motif: saisie["motif"], avant: avant, version: saisie.version)
      )
      return visite.versLaPage(Chemin.engagement(id), fait: .complementDemande)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "motif") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }

  private static func juger(_ visite: Visite) async throws -> HTTPResponse {
    try await exiger(unDe: [.deciderEnJury], visite)
    let id: Identifiant<DemandeDEngagement> = try visite.identifiant("engagement", .engagement)
    var saisie = SaisieLue(try visite.formulaire())
    guard ["oui", "non"].contains(saisie["assidu"]) else {
      saisie.fautes["assidu"] = "Choisissez."
      return try await montrer(visite, saisie, .unprocessableContent)
    }
    do {
      try await visite.faire(
        JugerLAssiduite(
          id,
          estAssidu: saisie["assidu"] == "oui",
          motif: saisie["motif-assiduite"],
          version: saisie.version,
        )
      )
      return visite.versLaPage(Chemin.engagement(id), fait: .assiduiteJugee)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "motif-assiduite") else { throw refus }
      return try await montrer(visite, saisie, .unprocessableContent)
    }
  }
}
