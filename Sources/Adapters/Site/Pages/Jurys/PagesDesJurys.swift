internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// The juries: prepared, deliberated, closed, put right.
enum PagesDesJurys {
  static let routes: [Route] =
    [
      .lecture("/jurys") { visite in visite.listeDesJurys(try await visite.demander(VoirLesJurys()))
      },
      .lecture("/promotions/{promotion}/jurys/nouveau") { visite in
        let ouverture = try await visite.ouverture()
        return visite.ouvrirUnJury(ouverture, FormulaireDeJury(ouverture))
      },
      .envoi("/promotions/{promotion}/jurys/nouveau", par: ouvrir),
      .lecture("/jurys/{jury}") { visite in visite.jury(try await visite.seance()) },
      .envoi("/jurys/{jury}/seance", par: modifier),
      .envoi("/jurys/{jury}/annuler") { visite in
        try await visite.faire(AnnulerUnJury(visite.numeroDeJury()))
        return visite.versLaPage(Chemin.jurys, fait: .juryRetire)
      },
      .lecture("/jurys/{jury}/deliberation") { visite in
        visite.deliberation(try await visite.seance())
      },
      .envoi("/jurys/{jury}/adopter", par: adopter),
    ] + ExamenEnJury.routes + ClotureEnJury.routes + SyntheseDuJury.routes

  private static func ouvrir(_ visite: Visite) async throws -> HTTPResponse {
    let ouverture = try await visite.ouverture()
    var formulaire = FormulaireDeJury(try visite.formulaire(), ouverture.promotion)
    guard let valeurs = formulaire.lire() else {
      return visite.ouvrirUnJury(ouverture, formulaire, .unprocessableContent)
    }
    let jury = try await visite.faire(
      OuvrirUnJury(
        promotion: ouverture.promotion.id,
        nature: valeurs.nature,
        date: valeurs.date,
        nomination: valeurs.nomination,
        membres: valeurs.membres,
      )
    )
    return visite.versLaPage(Chemin.jury(jury.id), fait: .juryOuvert)
  }

  private static func modifier(_ visite: Visite) async throws -> HTTPResponse {
    let seance = try await visite.seance()
    guard seance.peutPreparer else { throw Refus.interdit(.preparerUnJury) }
    let envoi = try visite.formulaire()
    var formulaire = FormulaireDeJury(envoi, seance.promotion, seance.session)
    guard let valeurs = formulaire.lire() else {
      return visite.jury(seance, formulaire, .unprocessableContent)
    }
    var session = seance.session
    session.date = valeurs.date
    session.nomination = valeurs.nomination
    session.membres = valeurs.membres
    session.version = envoi["version"].flatMap { Int64($0) } ?? 0
    try await visite.faire(ModifierUnJury(session))
    return visite.versLaPage(Chemin.jury(session.id), fait: .juryModifie)
  }

  private static func adopter(_ visite: Visite) async throws -> HTTPResponse {
    let jury = try visite.numeroDeJury()
    let envoi = try visite.formulaire()
    let etudiants = envoi.fields.all("etudiant").compactMap {
      Int64($0).flatMap { Identifiant<Etudiant>($0) }
    }
    _ = try await visite.faire(AdopterLesPropositions(jury, etudiants))
    let suite = Chemin.avec(
      Chemin.jury(jury, "deliberation"),
      ["filtre", "groupe"].map { ($0, envoi[$0] ?? "") },
    )
    return visite.versLaPage(suite, fait: .propositionsAdoptees)
  }
}

/// One student before a jury.
enum ExamenEnJury {
  static let routes: [Route] = [
    .lecture("/jurys/{jury}/etudiants/{etudiant}") { visite in
      visite.examen(try await visite.examen())
    },
    .envoi("/jurys/{jury}/etudiants/{etudiant}", par: decider),
    .envoi("/jurys/{jury}/etudiants/{etudiant}/commission", par: proposer),
    .envoi("/jurys/{jury}/etudiants/{etudiant}/situations", par: signaler),
    .envoi("/jurys/{jury}/etudiants/{etudiant}/avis", par: donnerUnAvis),
    .envoi("/jurys/{jury}/situations/{situation}/lever") { visite in
      let situation = try await visite.faire(
        LeverUneSituation(visite.identifiant("situation", .situation))
      )
      return visite.versLaPage(
        Chemin.examen(try visite.numeroDeJury(), situation.etudiant),
        fait: .situationLevee,
      )
    },
  ]

  private static func decider(_ visite: Visite) async throws -> HTTPResponse {
    let (jury, etudiant) = (try visite.numeroDeJury(), try visite.numeroDEtudiant())
    let envoi = try visite.formulaire()
    let version = envoi["version"].flatMap { Int64($0) } ?? 0
    switch envoi["effet"] {
    case "adopter":
      let acte = DeciderEnJury(jury: jury, etudiant: etudiant, decisions: [], version: version)
      _ = try await visite.faire(acte)
    case "reprendre":
      try await visite.faire(
        ReprendreUnExamen(jury: jury, etudiant: etudiant, version: version)
      )
      return visite.versLExamen(envoi, de: etudiant, fait: .examenRepris)
    case _:
      let examen = try await visite.examen()
      guard examen.seance.peutDecider else { throw Refus.interdit(.deciderEnJury) }
      let suivant = envoi["suite"].flatMap { Int64($0) }.flatMap { Identifiant<Etudiant>($0) }
      let question = ["filtre", "groupe"].map { ($0, envoi[$0] ?? "") }
      var formulaire = FormulaireDeDecision(envoi, examen, suivant, question)
      guard let decisions = formulaire.lire() else {
        return visite.examen(examen, formulaire, .unprocessableContent)
      }
      do {
        _ = try await visite.faire(
          DeciderEnJury(jury: jury, etudiant: etudiant, decisions: decisions, version: version)
        )
      } catch let refus as Refus {
        guard formulaire.prendre(refus) else { throw refus }
        return visite.examen(examen, formulaire, .unprocessableContent)
      }
    }
    return visite.versLExamen(envoi, fait: .decisionPrise)
  }

  private static func proposer(_ visite: Visite) async throws -> HTTPResponse {
    let envoi = try visite.formulaire()
    let code = envoi["code"].flatMap(DecisionDeJury.Code.init)
    let motif = (envoi["motif"] ?? "").sansBords
    let decisions = code.map { [DecisionPrise(sur: .annee, code: $0, motif: motif)] } ?? []
    let etudiant = try visite.numeroDEtudiant()
    try await visite.faire(
      ProposerEnCommission(
        jury: visite.numeroDeJury(),
        etudiant: etudiant,
        decisions: decisions,
        avis: (envoi["avis"] ?? "").sansBords,
        version: envoi["version"].flatMap { Int64($0) } ?? 0,
      )
    )
    return visite.versLaPage(
      Chemin.examen(try visite.numeroDeJury(), etudiant),
      fait: .commissionEntendue,
    )
  }

  private static func signaler(_ visite: Visite) async throws -> HTTPResponse {
    let (jury, etudiant) = (try visite.numeroDeJury(), try visite.numeroDEtudiant())
    let promotion = try await visite.seance().promotion
    let texte = (try visite.formulaire()["situation"] ?? "").sansBords
    _ = try await visite.faire(
      SignalerUneSituation(promotion: promotion.id, etudiant: etudiant, texte: texte)
    )
    return visite.versLaPage(Chemin.examen(jury, etudiant), fait: .situationSignalee)
  }

  private static func donnerUnAvis(_ visite: Visite) async throws -> HTTPResponse {
    let (jury, etudiant) = (try visite.numeroDeJury(), try visite.numeroDEtudiant())
    let seance = try await visite.seance()
    guard seance.peutDonnerUnAvis else { throw Refus.interdit(.donnerUnAvis) }
    let envoi = try visite.formulaire()
    guard let semestre = envoi["semestre"].flatMap({ Int($0) }).flatMap({ NumeroSemestre($0) })
    else { throw Refus.donnees([.init("semestre", .absente)]) }
    _ = try await visite.faire(
      DonnerUnAvis(
        promotion: seance.promotion.id,
        etudiant: etudiant,
        semestre: semestre,
        instance: "commission de passage",
        date: visite.site.bureau.horloge.maintenant().jour,
        motif: (envoi["motif"] ?? "").sansBords,
      )
    )
    return visite.versLaPage(Chemin.examen(jury, etudiant), fait: .avisDonne)
  }
}

/// The end of a jury, and what comes after it.
enum ClotureEnJury {
  static let routes: [Route] = [
    .lecture("/jurys/{jury}/cloture") { visite in visite.cloture(try await visite.aClore()) },
    .envoi("/jurys/{jury}/cloture", par: clore),
    .lecture("/jurys/{jury}/scelles") { visite in
      visite.scelles(try await visite.demander(VerifierUnJury(visite.numeroDeJury())))
    },
    .lecture("/jurys/{jury}/scelles.json") { visite in
      let jury = try visite.numeroDeJury()
      let texte = try await visite.demander(ExporterUnJury(jury))
      return .fichier(Array(texte.utf8), nom: "jury-\(jury).json", type: "application/json")
    },
    .lecture("/jurys/{jury}/rectification") { visite in
      visite.rectifier(try await visite.aRectifier())
    },
    .envoi("/jurys/{jury}/rectification", par: rectifier),
  ]

  private static func clore(_ visite: Visite) async throws -> HTTPResponse {
    let jury = try visite.numeroDeJury()
    let envoi = try visite.formulaire()
    let derogation = (envoi["derogation"] ?? "").sansBords
    do {
      _ = try await visite.faire(
        CloreUnJury(
          jury,
          version: envoi["version"].flatMap { Int64($0) } ?? 0,
          derogation: derogation.isEmpty ? nil : derogation,
        )
      )
    } catch let refus as Refus {
      switch refus {
      case .etat(.decisionsManquantes), .etat(.sansPresident), .regle:
        let seance = try await visite.aClore()
        return visite.cloture(seance, faute: refus.phrase.enPhrase, .unprocessableContent)
      case .interdit, .inconnu, .conflit, .etat, .donnees: throw refus
      }
    }
    return visite.versLaPage(Chemin.jury(jury, "scelles"), fait: .juryClos)
  }

  private static func rectifier(_ visite: Visite) async throws -> HTTPResponse {
    let verification = try await visite.aRectifier()
    let envoi = try visite.formulaire()
    let choisis = envoi.fields.all("etudiant")
    let etudiants = choisis.compactMap { Int64($0).flatMap { Identifiant<Etudiant>($0) } }
    let preuve = (envoi["preuve"] ?? "").sansBords
    let date = (envoi["date"] ?? "").sansBords
    var fautes: [String: String] = [:]
    if Jour(date) == nil { fautes["date"] = "Donnez le jour de la délibération." }
    if preuve.isEmpty { fautes["preuve"] = "Dites ce qui prouve l’erreur." }
    if etudiants.isEmpty { fautes["etudiant"] = "Cochez au moins un étudiant." }
    guard fautes.isEmpty, let jour = Jour(date) else {
      return visite.rectifier(
        verification,
        choisis: Set(choisis),
        date: date,
        preuve: preuve,
        fautes: fautes,
      )
    }
    let nouveau = try await visite.faire(
      RouvrirPourErreurMaterielle(
        jury: verification.cloture.session.id,
        etudiants: etudiants,
        date: jour,
        preuve: preuve,
      )
    )
    return visite.versLaPage(Chemin.jury(nouveau.id), fait: .juryOuvert)
  }
}

extension Visite {
  func numeroDeJury() throws(Refus) -> Identifiant<SessionDeJury> {
    try identifiant("jury", .jury)
  }

  func numeroDEtudiant() throws(Refus) -> Identifiant<Etudiant> {
    try identifiant("etudiant", .etudiant)
  }

  func seance() async throws -> SeanceDeJury {
    try await demander(VoirUneDeliberation(numeroDeJury()))
  }

  func examen() async throws -> ExaminerUnEtudiant.Examen {
    try await demander(ExaminerUnEtudiant(numeroDeJury(), numeroDEtudiant()))
  }

  fileprivate func ouverture() async throws -> PreparerLOuverture.Ouverture {
    try await demander(PreparerLOuverture(identifiant("promotion", .promotion)))
  }

  fileprivate func ouvrirUnJury(
    _ ouverture: PreparerLOuverture.Ouverture,
    _ formulaire: FormulaireDeJury,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    page("Ouvrir un jury", fil: [Lien("Jurys", vers: Chemin.jurys)], statut: statut) {
      Carte(ouverture.promotion.nomEntier) {
        formulaire.corps(
          vers: Chemin.promotion(ouverture.promotion.id, "jurys", "nouveau"),
          jeton: jeton,
          bouton: "Ouvrir le jury",
        )
      }
    }
  }

  /// The jury, for whoever may close it.
  fileprivate func aClore() async throws -> SeanceDeJury {
    let seance = try await seance()
    guard seance.peutClore else { throw Refus.interdit(.cloreUnJury) }
    guard !seance.session.close else { throw Refus.etat(.juryClos) }
    return seance
  }

  /// The sealed jury, for whoever may put it right.
  fileprivate func aRectifier() async throws -> VerifierUnJury.Verification {
    guard try await seance().peutClore else { throw Refus.interdit(.cloreUnJury) }
    return try await demander(VerifierUnJury(numeroDeJury()))
  }

  /// The next student of what was looked at, or the list when there is none; or a student again.
  fileprivate func versLExamen(
    _ envoi: HTTPForm,
    de etudiant: Identifiant<Etudiant>? = nil,
    fait: Fait,
  ) -> HTTPResponse {
    let question = ["filtre", "groupe"].map { ($0, envoi[$0] ?? "") }
    guard let jury = try? numeroDeJury() else { return versLaPage(Chemin.jurys) }
    let suite = envoi["suite"].flatMap { Int64($0) }.flatMap { Identifiant<Etudiant>($0) }
    let adresse =
      (etudiant ?? suite).map { Chemin.examen(jury, $0) } ?? Chemin.jury(jury, "deliberation")
    return versLaPage(Chemin.avec(adresse, question), fait: fait)
  }
}
