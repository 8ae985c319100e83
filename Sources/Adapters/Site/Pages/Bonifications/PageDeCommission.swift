internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// A session of the commission: who sits there, the files side by side, the decisions, the minutes.
enum PageDeCommission {
  static let routes: [Route] = [
    .lecture("/bonifications/commissions/{commission}") { try await montrer($0) },
    .envoi("/bonifications/commissions/{commission}", par: composer),
    .envoi("/bonifications/commissions/{commission}/cloture", par: clore),
    .envoi("/bonifications/commissions/{commission}/demandes/{engagement}", par: statuer),
    .lecture("/bonifications/commissions/{commission}/proces-verbal") {
      try await ProcesVerbalDeCommission.montrer($0)
    },
    .envoi("/bonifications/commissions/{commission}/documents") { visite in
      try await visite.imprimer(
        DemandeDeDocuments(
          .procesVerbalDeCommission,
          sur: .commission(visite.identifiant("commission", .commission)),
        )
      )
    },
  ]

  static func montrer(
    _ visite: Visite,
    composition: SaisieLue? = nil,
    decision: (demande: Identifiant<DemandeDEngagement>, saisie: SaisieLue)? = nil,
    avis: [Avis] = [],
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let seance = try await visite.demander(
      VoirUneCommission(visite.identifiant("commission", .commission))
    )
    let commission = seance.commission
    return visite.page(
      "Commission du \(commission.jour.enLettres)",
      fil: [Lien("Bonifications", vers: Chemin.bonifications)],
      avis: avis,
      statut: statut,
    ) {
      Bouton(
        "Procès-verbal",
        .second,
        vers: Chemin.commission(commission.id, "proces-verbal"),
      )
    } contenu: {
      if commission.close == nil, !seance.manques.isEmpty {
        Encart(
          .attention,
          titre: "La composition n’est pas encore celle du règlement.",
          "Il y manque : " + seance.manques.joined(separator: " ; ") + ".",
        )
      }
      Carte("Demandes") { resume(seance) }
      HTMLList(
        seance.dossiers.map { dossier in
          let saisie = decision.flatMap { $0.demande == dossier.lu.demande.id ? $0.saisie : nil }
          return AnyHTML(carte(dossier, seance, saisie, visite.jeton))
        }
      )
      if commission.close == nil {
        Carte("Composition et procès-verbal") {
          FormulaireDeCommission(seance, composition, visite.jeton)
        }
        Carte("Clore") { cloture(seance, visite.jeton) }
      }
    }
  }

  /// The files side by side.
  static func resume(_ seance: VoirUneCommission.Seance) -> some HTML {
    Tableau(
      "Demandes examinées",
      colonnes: [
        .init("Étudiant"), .init("Activité"), .init("Type", estSecondaire: true),
        .init("Heures ou assiduité", estSecondaire: true), .init("Encore possible", .chiffres),
        .init("Décision"),
      ],
      lignes: seance.dossiers.map { dossier in
        let (lu, demande) = (dossier.lu, dossier.lu.demande)
        let critere =
          lu.decompte.map { "\($0.total) h" }
          ?? (demande.objet.type.supposeLAssiduite
            ? PageDUnEngagement.enMots(demande.assiduite) : "–")
        let ancre = SafeURL("#demande-\(demande.id)") ?? Chemin.engagement(demande.id)
        return Tableau.Ligne([
          Cellule(Lien(lu.etudiant.nomAffiche, vers: ancre)), "\(demande.objet.intitule)",
          "\(demande.objet.type.phrase)", "\(critere)", "\(dossier.reste?.enPoints ?? "–")",
          Cellule(demande.pastille),
        ])
      },
      vide: EtatVide("Aucune demande", "Personne n’a demandé de bonification cette année."),
    )
  }

  private static func carte(
    _ dossier: VoirUneCommission.Dossier,
    _ seance: VoirUneCommission.Seance,
    _ saisie: SaisieLue?,
    _ jeton: Jeton,
  ) -> some HTML {
    let demande = dossier.lu.demande
    return Carte(
      "\(dossier.lu.etudiant.nomAffiche) : \(demande.objet.activite)",
      ancre: "demande-\(demande.id)",
    ) {
      demande.pastille
    } contenu: {
      Definitions(PageDUnEngagement.termes(dossier.lu))
      if let decision = demande.decision {
        Encart(.information, titre: "Décision : \(decision.enMots).", decision.raison)
      }
      if seance.commission.close == nil, demande.estOuverte {
        FormulaireDeDecisionDEngagement(dossier, seance.commission.id, saisie, jeton)
      }
    }
  }

  private static func cloture(_ seance: VoirUneCommission.Seance, _ jeton: Jeton) -> some HTML {
    let restants = seance.restants
    return HTMLGroup(
      p {
        Typographie.phrase(
          "À la clôture, les bonifications comptent dans les moyennes et chaque étudiant lit sa "
            + "réponse. Une commission close ne se rouvre pas."
        )
      },
      p {
        restants == 0
          ? "Toutes les demandes ont leur décision."
          : restants == 1 ? "Une demande attend sa décision." : "\(restants) demandes attendent."
      },
      Formulaire(
        vers: Chemin.commission(seance.commission.id, "cloture"),
        jeton: jeton,
      ) {
        input(.type("hidden"), .name("version"), .value("\(seance.commission.version)"))
        Boutons(Bouton("Clore la commission", .danger))
      },
    )
  }

  // MARK: What is sent

  private static func composer(_ visite: Visite) async throws -> HTTPResponse {
    let seance = try await visite.demander(
      VoirUneCommission(visite.identifiant("commission", .commission))
    )
    var saisie = SaisieLue(try visite.formulaire())
    guard let jour = saisie.jour("jour") else {
      return try await montrer(visite, composition: saisie, .unprocessableContent)
    }
    var commission = seance.commission
    commission.jour = jour
    commission.lieu = saisie["lieu"]
    commission.observations = saisie["observations"]
    commission.membres = FormulaireDeCommission.membres(saisie, seance.departements)
    commission.version = saisie.version
    do {
      try await visite.faire(ModifierUneCommission(commission))
      return visite.versLaPage(Chemin.commission(commission.id), fait: .commissionModifiee)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "jour") else { throw refus }
      return try await montrer(visite, composition: saisie, .unprocessableContent)
    }
  }

  private static func statuer(_ visite: Visite) async throws -> HTTPResponse {
    let commission: Identifiant<CommissionDesBonifications> = try visite.identifiant(
      "commission",
      .commission,
    )
    let id: Identifiant<DemandeDEngagement> = try visite.identifiant("engagement", .engagement)
    var saisie = SaisieLue(try visite.formulaire())
    let page = Chemin.commission(commission)
    do {
      if saisie["effet"] == "reprendre" {
        try await visite.faire(ReprendreUnEngagement(id, version: saisie.version))
        return visite.versLaPage(page, fait: .engagementRepris)
      }
      guard let sens = FormulaireDeDecisionDEngagement.sens(&saisie) else {
        return try await montrer(visite, decision: (id, saisie), .unprocessableContent)
      }
      try await visite.faire(
        StatuerSurUnEngagement(
          id,
          .init(commission: commission, sens, motif: saisie["motif"]),
          version: saisie.version,
        )
      )
      return visite.versLaPage(page, fait: .engagementDecide)
    } catch let refus as Refus {
      guard saisie.prendreToutRefus(refus, defaut: "sens") else { throw refus }
      return try await montrer(visite, decision: (id, saisie), .unprocessableContent)
    }
  }

  private static func clore(_ visite: Visite) async throws -> HTTPResponse {
    let id: Identifiant<CommissionDesBonifications> = try visite.identifiant(
      "commission",
      .commission,
    )
    let saisie = SaisieLue(try visite.formulaire())
    do {
      try await visite.faire(CloreUneCommission(id, version: saisie.version))
      return visite.versLaPage(Chemin.commission(id), fait: .commissionClose)
    } catch let refus as Refus {
      switch refus {
      case .etat, .regle:
        let avis = Avis(.erreur, refus.phrase.enPhrase)
        return try await montrer(visite, avis: [avis], .conflict)
      case .donnees, .conflit, .interdit, .inconnu: throw refus
      }
    }
  }
}
