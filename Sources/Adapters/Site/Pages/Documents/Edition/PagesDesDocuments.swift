internal import Actes
internal import HTTPServer
internal import Scolarite

/// What is printed: chosen, seen, then made in one answer.
enum PagesDesDocuments {
  static let routes: [Route] =
    [
      .lecture("/promotions/{promotion}/documents") { visite in
        let promotion: Identifiant<Promotion> = try visite.identifiant("promotion", .promotion)
        return visite.documents(try await visite.demander(PreparerLesDocuments(promotion)))
      },
      .lecture("/promotions/{promotion}/documents/{nature}") { visite in
        try await visite.preparer(visite.demandeDePromotion())
      },
      .envoi("/promotions/{promotion}/documents/{nature}") { visite in
        try await visite.imprimerLesCoches(visite.demandeDePromotion())
      },
      .lecture("/jurys/{jury}/documents/{piece}") { visite in
        try await visite.preparer(visite.demandeDeJury())
      },
      .envoi("/jurys/{jury}/documents/{piece}") { visite in
        try await visite.imprimerLesCoches(visite.demandeDeJury())
      },
      .lecture("/evaluations/{evaluation}/documents") { visite in
        let seances = try await visite.demander(VoirLesSeancesDUneEvaluation(visite.evaluation()))
        return visite.documents(try await visite.ouvrirLaGrille(), seances)
      },
      .lecture("/evaluations/{evaluation}/documents/{liste}") { visite in
        try await visite.preparer(visite.demandeDEvaluation())
      },
      .envoi("/evaluations/{evaluation}/documents/{liste}") { visite in
        try await visite.imprimerLesCoches(visite.demandeDEvaluation())
      },
      .lecture("/seances/{seance}/documents/{liste}") { visite in
        try await visite.preparer(visite.demandeDeSeance())
      },
      .envoi("/seances/{seance}/documents/{liste}") { visite in
        try await visite.imprimerLesCoches(visite.demandeDeSeance())
      },
      .envoi("/documents/calendrier") { visite in
        let annee = AnneeUniversitaire(try visite.formulaire().ligne("annee"))
        guard let annee = annee ?? visite.aujourdHui.anneeUniversitaire else {
          throw Refus.inconnu(.annee)
        }
        return try await visite.imprimer(
          DemandeDeDocuments(.calendrierOfficiel, sur: .annee(annee))
        )
      },
    ] + DocumentsDUnDossier.routes
}

extension Visite {
  fileprivate func demandeDePromotion() throws(Refus) -> DemandeDeDocuments {
    let nature = try natureDemandee("nature") {
      $0.estIndividuel && $0 != .lettreDeDecision && !$0.estDisciplinaire && !$0.estDeCommission
    }
    return DemandeDeDocuments(nature, sur: .promotion(try identifiant("promotion", .promotion)))
  }

  fileprivate func demandeDeJury() throws(Refus) -> DemandeDeDocuments {
    let nature = try natureDemandee("piece") { NatureDeDocument.deJury.contains($0) }
    return DemandeDeDocuments(nature, sur: .jury(try identifiant("jury", .jury)))
  }

  fileprivate func demandeDEvaluation() throws(Refus) -> DemandeDeDocuments {
    let nature = try natureDemandee("liste") { NatureDeDocument.dEpreuve.contains($0) }
    return DemandeDeDocuments(
      nature,
      sur: .evaluation(try identifiant("evaluation", .evaluation)),
    )
  }

  fileprivate func demandeDeSeance() throws(Refus) -> DemandeDeDocuments {
    let nature = try natureDemandee("liste") {
      !$0.estIndividuel && NatureDeDocument.dEpreuve.contains($0)
    }
    return DemandeDeDocuments(nature, sur: .seance(try identifiant("seance", .seance)))
  }

  /// The kind that the address names.
  /// - Throws: that there is none, or that it is not drawn from such a thing.
  fileprivate func natureDemandee(
    _ nom: String,
    _ convient: (NatureDeDocument) -> Bool,
  ) throws(Refus) -> NatureDeDocument { try nature(valeurs[nom] ?? "", convient) }

  /// A kind, as addresses and forms name it.
  func nature(_ texte: String, _ convient: (NatureDeDocument) -> Bool) throws(Refus)
    -> NatureDeDocument
  {
    guard let nature = NatureDeDocument(rawValue: texte), convient(nature) else {
      throw .inconnu(.document)
    }
    return nature
  }
}

extension NatureDeDocument {
  /// What comes of a jury that is closed.
  static let deJury: [NatureDeDocument] = [.procesVerbal, .procesVerbalAnonyme, .lettreDeDecision]
  /// What a test asks for.
  static let dEpreuve: [NatureDeDocument] = [.listeDeSalle, .feuilleDEmargement, .convocation]
}

extension Jour {
  /// The year that it belongs to, from September on.
  fileprivate var anneeUniversitaire: AnneeUniversitaire? {
    AnneeUniversitaire(debut: mois >= 9 ? annee : annee - 1)
  }
}
