internal import Scolarite

extension Travail {
  /// What stands behind the notices of one person, in words; what is no longer true is left out.
  func annonces(_ avis: [AvisParCourrier]) throws -> [Annonce] {
    let parSujet = Dictionary(grouping: avis, by: \.sujet)
    return try SujetDAvis.allCases.compactMap { sujet in
      guard let siens = parSujet[sujet] else { return nil }
      return try annonce(sujet, siens)
    }
  }

  private func annonce(_ sujet: SujetDAvis, _ avis: [AvisParCourrier]) throws -> Annonce? {
    switch sujet {
    case .notes: try notes(avis)
    case .bonus:
      Annonce(
        sujet: .bonus,
        objet: "Un bonus a changé",
        phrase:
          "Un bonus vous concernant, ou une demande de bonification, a changé. Lisez-le sur :",
        page: "/moi",
      )
    case .decisions:
      Annonce(
        sujet: .decisions,
        objet: "Décisions du jury",
        phrase: "Un jury a rendu ses décisions. Lisez celles qui vous concernent sur :",
        page: "/moi",
      )
    case .justificatifs: try justificatifs(avis)
    case .redoublements:
      Annonce(
        sujet: .redoublements,
        objet: "Réponse à votre demande de redoublement",
        phrase: "Votre demande de redoublement a reçu sa réponse.",
        page: "/moi/redoublement",
      )
    case .autorisations: try autorisations(avis)
    case .rattrapages: try rattrapages(avis)
    case .paliers:
      Annonce(
        sujet: .paliers,
        objet: "Une absence de plus ferait passer un palier",
        phrase: "Une absence de plus vous ferait passer un palier. Lisez où vous en êtes sur :",
        page: "/moi/absences",
      )
    case .absences: try absences(avis)
    case .session2: try convocation(avis, puis: session2(avis.filter { !$0.estUneConvocation }))
    case .copies:
      Annonce(
        sujet: .copies,
        objet: "Session 2 : consultation de copie et soutien",
        phrase:
          "Une consultation de copie ou une séance de soutien vous concernant a changé. Lisez ce qui "
          + "est dit sur :",
        page: "/moi/session-2/copies",
      )
    case .bts:
      Annonce(
        sujet: .bts,
        objet: "Votre session du BTS",
        phrase:
          "Votre session du BTS a du nouveau : résultats, convocation, oraux, accompagnement ou "
          + "admission.",
        page: "/moi/bts",
      )
    case .retards: try retards(avis)
    case .epreuves: try epreuves(avis)
    case .jurys: try jurys(avis)
    }
  }

  /// Tests that are still published only.
  private func notes(_ avis: [AvisParCourrier]) throws -> Annonce? {
    let modules = try avis.compactMap { avis -> String? in
      guard let id = avis.numero.flatMap({ Identifiant<EvaluationDeModule>($0) }),
        let evaluation = try registre.evaluation(id), evaluation.publiee
      else { return nil }
      return evaluation.module
    }.sansDoublon.sorted()
    guard !modules.isEmpty else { return nil }
    let liste = modules.enumeration
    return Annonce(
      sujet: .notes,
      objet: "Nouvelles notes en \(liste)",
      phrase: "De nouvelles notes sont publiées en \(liste). Lisez-les sur :",
      page: "/moi",
    )
  }

  private func justificatifs(_ avis: [AvisParCourrier]) throws -> Annonce? {
    let lus = try avis.compactMap { avis in
      try avis.numero.flatMap { Identifiant<Justificatif>($0) }.flatMap {
        try registre.justificatif($0)
      }
    }
    guard !lus.isEmpty else { return nil }
    let aCompleter = lus.contains { justificatif in
      if case .aCompleter = justificatif.etat { true } else { false }
    }
    return Annonce(
      sujet: .justificatifs,
      objet: aCompleter ? "Un justificatif est à compléter" : "Réponse à votre justificatif",
      phrase: aCompleter
        ? "Un de vos justificatifs est à compléter. Ce qui manque est dit sur :"
        : "Votre justificatif a reçu une réponse. Lisez-la sur :",
      page: "/moi/absences",
    )
  }

  private func session2(_ avis: [AvisParCourrier]) throws -> Annonce? {
    if let accuse = try accuse(avis) { return accuse }
    guard avis.allSatisfy({ $0.objet.hasPrefix("campagne/") }) else {
      return Annonce(
        sujet: .session2,
        objet: "Session 2 : du nouveau pour vous",
        phrase: "Il y a du nouveau pour vous à propos de la session 2. Lisez-le sur :",
        page: "/moi/session-2",
      )
    }
    let campagnes = try avis.compactMap { avis in
      try avis.numero.flatMap { Identifiant<Campagne>($0) }.flatMap { try registre.campagne($0) }
    }.filter { moment.instant.description < $0.cloture.description }
    guard let premiere = campagnes.min(by: { $0.cloture.description < $1.cloture.description })
    else { return nil }
    let fin = "\(premiere.cloture.jour.enFrancais) à \(premiere.cloture.heure)"
    return Annonce(
      sujet: .session2,
      objet: "Session 2 : les inscriptions ferment bientôt",
      phrase: "Les inscriptions en session 2 ferment le \(fin). Si elle vous concerne, c’est sur :",
      page: "/moi/session-2",
    )
  }

  /// The acknowledgement of an answer, where there is nothing else to tell.
  private func accuse(_ avis: [AvisParCourrier]) throws -> Annonce? {
    guard let seul = avis.first, avis.count == 1, seul.objet.hasPrefix("session2/"),
      let promotion = seul.numero.flatMap({ Identifiant<Promotion>($0) }),
      let etudiant = try registre.utilisateur(seul.utilisateur)?.etudiant,
      let inscription = try registre.inscriptionEnSession2(etudiant, promotion),
      let accuse = try registre.accuseDeSession2(etudiant, inscription.campagne),
      accuse.entree == seul.entree,
      try registre.revueDAdmissibilite(etudiant, accuse.campagne)?.aLaisse(accuse) != true
    else { return nil }
    return Annonce(
      sujet: .session2,
      objet: "Session 2 : votre réponse est reçue",
      phrase:
        "Votre réponse à la session 2 est reçue sous la référence \(accuse.reference). L’accusé "
        + "se lit et se télécharge sur :",
      page: "/moi/session-2",
    )
  }

  /// The calendar of session 2 calls somebody anew; what else there is to tell follows.
  private func convocation(_ avis: [AvisParCourrier], puis autre: Annonce?) throws -> Annonce? {
    guard avis.contains(where: \.estUneConvocation) else { return autre }
    let phrase = "Vos épreuves de session 2 sont fixées, ou ont changé."
    guard let autre else {
      return Annonce(
        sujet: .session2,
        objet: "Session 2 : vos épreuves",
        phrase: phrase + " Jours, heures et salles sont sur :",
        page: "/moi/session-2/calendrier",
      )
    }
    return Annonce(
      sujet: .session2,
      objet: autre.objet,
      phrase: phrase + "\n" + autre.phrase,
      page: autre.page,
    )
  }

  private func retards(_ avis: [AvisParCourrier]) throws -> Annonce? {
    let epreuves = try avis.compactMap { avis -> String? in
      guard let id = avis.numero.flatMap({ Identifiant<EvaluationDeModule>($0) }),
        let evaluation = try registre.evaluation(id), let date = evaluation.date
      else { return nil }
      return "- \(evaluation.module), \(evaluation.nom), du \(date.enFrancais)"
    }
    guard !epreuves.isEmpty else { return nil }
    return Annonce(
      sujet: .retards,
      objet: "Des notes sont attendues",
      phrase: (["Des notes manquent encore à ces évaluations :"] + epreuves).joined(
        separator: "\n"
      ) + "\nElles se saisissent sur :",
      page: "/modules",
    )
  }

  /// Those that nobody has chosen since.
  private func epreuves(_ avis: [AvisParCourrier]) throws -> Annonce? {
    let attendues = try avis.compactMap { avis in
      try avis.numero.flatMap { Identifiant<EpreuveDeSession2>($0) }.flatMap {
        try registre.epreuveDeSession2($0)
      }
    }.filter { !$0.estChoisie }
    guard let premiere = attendues.first,
      let session = try registre.sessionDeRattrapage(premiere.campagne)
    else { return nil }
    let ues = attendues.map(\.ue.texte).sansDoublon.sorted().enumeration
    return Annonce(
      sujet: .epreuves,
      objet: "Session 2 : des épreuves sont à choisir",
      phrase: "La forme des épreuves de session 2 est à choisir pour \(ues), au plus tard le "
        + "\(session.limiteCalendrier.enFrancais) (procédure de session 2, § 2). C’est sur :",
      page: "/session-2",
    )
  }

  private func jurys(_ avis: [AvisParCourrier]) throws -> Annonce? {
    let jurys = try avis.compactMap { avis in
      try avis.numero.flatMap { Identifiant<SessionDeJury>($0) }.flatMap { try registre.jury($0) }
    }.filter { !$0.close && moment.jour <= $0.date }
    let lignes = try jurys.map { jury in
      "Le jury de \(try promotion(jury.promotion).nom) se réunit le \(jury.date.enFrancais)."
    }
    guard !lignes.isEmpty else { return nil }
    return Annonce(
      sujet: .jurys,
      objet: "Un jury se réunit bientôt",
      phrase: lignes.joined(separator: "\n") + " Il se prépare sur :",
      page: "/jurys",
    )
  }
}

extension AvisParCourrier {
  /// Whether the calendar of session 2 calls somebody, or calls them otherwise.
  fileprivate var estUneConvocation: Bool {
    objet.hasPrefix(Objet.Sorte.calendrierDeSession2.rawValue + "/")
  }
}

extension [String] {
  /// « R1.01, R1.02 et SAÉ 1.02 ».
  fileprivate var enumeration: String {
    guard let dernier = last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " et " + dernier
  }
}
