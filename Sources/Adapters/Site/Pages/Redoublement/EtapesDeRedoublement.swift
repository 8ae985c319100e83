internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The steps of a request: what was done, and what is sent for each.
enum EtapesDeRedoublement {
  private typealias Etape = FormulairesDeRedoublement.Etape

  /// What happened, in order.
  static func moments(_ procedure: ProcedureDeRedoublement) -> [Frise.Moment] {
    var moments = [Frise.Moment(procedure.depose.jour.enLettres, "Demande déposée")]
    if procedure.audition.demandee || procedure.audition.date != nil {
      moments.append(audition(procedure))
    }
    if let proposition = procedure.proposition {
      moments.append(moment(proposition, "Proposition", .information))
    }
    if let acte = procedure.supplement?.acte {
      moments.append(
        .init(
          acte.date.enLettres,
          "Redoublement supplémentaire accordé par \(acte.auteur)",
          ton: .succes,
          detail: "\(acte.motif)",
        )
      )
    }
    if let decision = procedure.decision {
      moments.append(
        moment(decision, "Décision", decision.sens == .autoriser ? .succes : .attention)
      )
    }
    if let notifiee = procedure.notifiee {
      moments.append(.init(notifiee.enLettres, "Décision notifiée"))
    }
    if let retiree = procedure.retiree {
      moments.append(.init(retiree.enLettres, "Demande retirée"))
    }
    return moments
  }

  private static func audition(_ procedure: ProcedureDeRedoublement) -> Frise.Moment {
    let audition = procedure.audition
    let titre =
      audition.tenue
      ? "Audition tenue" : audition.date == nil ? "Audition demandée" : "Audition prévue"
    return .init(
      audition.date?.enLettres ?? "date à fixer",
      titre,
      ton: audition.tenue ? .succes : .attention,
      detail: audition.devant.isEmpty ? nil : "Devant \(audition.devant)",
    )
  }

  private static func moment(
    _ reponse: ProcedureDeRedoublement.Reponse,
    _ quoi: String,
    _ ton: Ton,
  ) -> Frise.Moment {
    .init(
      reponse.date.enLettres,
      "\(quoi) de \(reponse.auteur) : \(reponse.sens.phrase)",
      ton: ton,
      detail: reponse.motivation.isEmpty ? nil : "\(reponse.motivation)",
    )
  }

  // MARK: What is sent

  static func entendre(_ visite: Visite) async throws -> HTTPResponse {
    try await envoyer(visite, .audition, .auditionConsignee, "date") {
      saisie,
      procedure -> ConsignerUneAudition? in
      if !saisie["date"].isEmpty, Jour(saisie["date"]) == nil {
        saisie.fautes["date"] = "Cette date n’existe pas."
        return nil
      }
      return ConsignerUneAudition(
        procedure,
        .init(
          demandee: saisie["demandee"] == "oui",
          date: Jour(saisie["date"]),
          devant: saisie["devant"],
          tenue: saisie["tenue"] == "oui",
        ),
        version: saisie.version,
      )
    }
  }

  static func proposer(_ visite: Visite) async throws -> HTTPResponse {
    let jour = visite.site.bureau.horloge.maintenant().jour
    return try await envoyer(visite, .proposition, .propositionFaite, "sens") { saisie, procedure in
      reponse(&saisie, jour).map {
        ProposerSurUnRedoublement(procedure, $0, version: saisie.version)
      }
    }
  }

  static func accorder(_ visite: Visite) async throws -> HTTPResponse {
    try await envoyer(visite, .supplement, .supplementDecide, "motif") { saisie, procedure in
      AccorderUnSupplement(
        procedure,
        accorde: saisie["effet"] != "retirer",
        motif: saisie["motif"],
        auteur: saisie["auteur"],
        version: saisie.version,
      )
    }
  }

  static func decider(_ visite: Visite) async throws -> HTTPResponse {
    let jour = visite.site.bureau.horloge.maintenant().jour
    return try await envoyer(visite, .decision, .redoublementDecide, "derogation") {
      saisie,
      procedure in
      reponse(&saisie, jour).map {
        DeciderDUnRedoublement(
          procedure,
          $0,
          derogation: saisie.facultatif("derogation"),
          version: saisie.version,
        )
      }
    }
  }

  static func notifier(_ visite: Visite) async throws -> HTTPResponse {
    try await envoyer(visite, .notification, .redoublementNotifie, "date") {
      saisie,
      procedure -> NotifierUnRedoublement? in
      guard let date = Jour(saisie["date"]) else {
        saisie.fautes["date"] = "Cette date n’existe pas."
        return nil
      }
      return NotifierUnRedoublement(procedure, le: date, version: saisie.version)
    }
  }

  private static func reponse(_ saisie: inout SaisieLue, _ jour: Jour)
    -> ProcedureDeRedoublement.Reponse?
  {
    guard let sens = ProcedureDeRedoublement.Sens(rawValue: saisie["sens"]) else {
      saisie.fautes["sens"] = "Choisissez la réponse."
      return nil
    }
    return .init(
      sens: sens,
      motivation: saisie["motivation"],
      conseils: saisie["conseils"],
      auteur: saisie["auteur"],
      date: jour,
    )
  }

  /// Does the act of a step, or shows its form again with what is wrong.
  private static func envoyer<A: Acte>(
    _ visite: Visite,
    _ etape: Etape,
    _ fait: Fait,
    _ defaut: String,
    _ acte: (inout SaisieLue, Identifiant<ProcedureDeRedoublement>) -> A?,
  ) async throws -> HTTPResponse {
    let fiche = try await PageDUnRedoublement.lire(visite)
    guard fiche.droits.contains(etape.droit) else { throw Refus.interdit(etape.droit) }
    var saisie = SaisieLue(try visite.formulaire())
    let id = fiche.procedure.id
    guard let acte = acte(&saisie, id) else {
      return try await PageDUnRedoublement.montrer(visite, (etape, saisie), .unprocessableContent)
    }
    do {
      try await visite.faire(acte)
      return visite.versLaPage(Chemin.redoublement(id), fait: fait)
    } catch let refus as Refus {
      guard saisie.prendreAvecRegle(refus, defaut: defaut) else { throw refus }
      return try await PageDUnRedoublement.montrer(visite, (etape, saisie), .unprocessableContent)
    }
  }
}

extension SaisieLue {
  /// The version that the form was shown for.
  var version: Int64 { Int64(self["version"]) ?? 0 }

  /// The same as `prendre`, for forms where the règlement too is answered in a field.
  mutating func prendreAvecRegle(_ refus: Refus, defaut: String) -> Bool {
    guard case .regle(_, let etat) = refus else {
      return prendre(refus, champs: [:], defaut: defaut)
    }
    let champ: String =
      switch etat {
      case .redoublementImpossible: "sens"
      case _: defaut
      }
    fautes[champ] = refus.phrase.enPhrase
    return true
  }
}
