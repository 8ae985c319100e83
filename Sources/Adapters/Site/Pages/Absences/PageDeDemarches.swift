internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What a student announces, declares and asks; what the secretariat notes for them.
enum PageDeDemarches {
  static let routes: [Route] = [
    .lecture("/moi/demarches") { try await montrer($0) },
    .lecture("/etudiants/{etudiant}/demarches") { try await montrer($0) },
    .envoi("/moi/demarches/annonce", par: annoncer),
    .envoi("/etudiants/{etudiant}/demarches/annonce", par: annoncer),
    .envoi("/etudiants/{etudiant}/demarches/signalement", par: signaler),
    .envoi("/moi/demarches/indisponibilite", par: declarer),
    .envoi("/etudiants/{etudiant}/demarches/indisponibilite", par: declarer),
    .envoi("/moi/demarches/autorisation", par: demander),
    .envoi("/etudiants/{etudiant}/demarches/autorisation", par: demander),
    .envoi("/moi/demarches/rattrapage", par: rattraper),
    .envoi("/etudiants/{etudiant}/demarches/rattrapage", par: rattraper),
  ]

  /// The form that was sent, with what was typed.
  struct Envoi {
    let formulaire: String
    let saisie: SaisieLue
  }

  static func montrer(
    _ visite: Visite,
    _ envoi: Envoi? = nil,
    _ statut: HTTPStatus = .ok,
  ) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let demarches = try await visite.demander(VoirLesDemarches(vu.etudiant))
    let maintenant = visite.site.bureau.horloge.maintenant().instant
    let reste =
      demarches.peutAnnoncer
      ? try await visite.indisponibilites(vu.etudiant, maintenant.jour) : nil
    let formulaires = FormulairesDeDemarche(vu, demarches, visite.jeton, maintenant, envoi)
    return visite.page(
      vu.estLeSien ? "Mes démarches d’absence" : "Démarches de \(demarches.etudiant.nomAffiche)",
      fil: [
        Lien(
          vu.estLeSien ? "Mon dossier" : demarches.etudiant.nomAffiche,
          vers: vu.adresse("absences"),
        )
      ],
      statut: statut,
    ) {
      if demarches.statut == .alternant { alternant }
      if demarches.peutSignaler { confiance(demarches) }
      if let reste { formulaires.indisponibilite(reste) }
      if demarches.peutAnnoncer { formulaires.annonce }
      if demarches.peutSignaler { formulaires.signalement }
      if demarches.peutAnnoncer, demarches.statut != .alternant { formulaires.autorisation }
      Carte("Demandes d’autorisation") { autorisations(demarches, maintenant) }
      Carte("Rattrapages") { rattrapages(demarches, vu, visite.jeton) }
      Carte("Annonces et signalements") { signalements(demarches) }
    }
  }

  private static var alternant: some HTML {
    Encart(
      .information,
      titre: "En alternance",
      "Vos absences relèvent aussi du règlement intérieur de votre CFA et du code du travail : elles "
        + "lui sont signalées. Seul un arrêt de travail, ou un décès dans vos proches, les justifie de "
        + "droit.",
    )
  }

  @HTMLBuilder private static func confiance(_ demarches: VoirLesDemarches.Demarches) -> some HTML {
    Carte("Personne de confiance") {
      if let confiance = demarches.confiance {
        Definitions([
          ("Nom", "\(confiance.nom) (\(confiance.lien))"), ("Téléphone", "\(confiance.telephone)"),
          ("Courriel", "\(confiance.courriel ?? "–")"),
        ])
      } else {
        p { "Aucune personne de confiance n’est indiquée." }
      }
    }
  }

  private static func autorisations(
    _ demarches: VoirLesDemarches.Demarches,
    _ maintenant: Instant,
  ) -> some HTML {
    Tableau(
      "Demandes d’autorisation d’absence",
      colonnes: [.init("Pour"), .init("Motif"), .init("Déposée"), .init("État")],
      lignes: demarches.autorisations.map { autorisation in
        Tableau.Ligne([
          Cellule(
            Lien(autorisation.periode, vers: Chemin.autorisation(autorisation.id))
          ),
          "\(autorisation.motif)", "\(autorisation.depose.enLettres)",
          Cellule(autorisation.pastille(a: maintenant)),
        ])
      },
      vide: EtatVide("Aucune demande"),
    )
  }

  private static func rattrapages(
    _ demarches: VoirLesDemarches.Demarches,
    _ vu: DossierVu,
    _ jeton: Jeton,
  ) -> some HTML {
    Tableau(
      "Évaluations manquées avec justification",
      colonnes: [.init("Évaluation"), .init("État"), .init("Détail")],
      lignes: demarches.rattrapages.map { sien in
        let nom = "\(sien.evaluation.module), \(sien.evaluation.nom)"
        guard let rattrapage = sien.rattrapage else {
          return Tableau.Ligne([
            "\(nom)", Cellule(Pastille("à demander", .attention)),
            Cellule(
              demarches.peutAnnoncer
                ? AnyHTML(demande(sien.evaluation, vu, jeton)) : AnyHTML("–")
            ),
          ])
        }
        return Tableau.Ligne([
          "\(nom)", Cellule(rattrapage.pastille), "\(Typographie.phrase(rattrapage.detail))",
        ])
      },
      vide: EtatVide(
        "Rien à rattraper",
        "Une évaluation manquée avec une absence justifiée se rattrape : elle apparaîtra ici.",
      ),
    )
  }

  private static func demande(
    _ evaluation: EvaluationDeModule,
    _ vu: DossierVu,
    _ jeton: Jeton,
  ) -> some HTML {
    Formulaire(vers: vu.adresse("demarches", "rattrapage"), jeton: jeton) {
      input(.type("hidden"), .name("evaluation"), .value("\(evaluation.id)"))
      Bouton("Demander le rattrapage", .discret)
    }
  }

  private static func signalements(_ demarches: VoirLesDemarches.Demarches) -> some HTML {
    Tableau(
      "Annonces et signalements",
      colonnes: [.init("Noté"), .init("Nature"), .init("Du"), .init("Au"), .init("Précision")],
      lignes: demarches.signalements.map { un in
        Tableau.Ligne([
          "\(un.depose.enLettres)", "\(un.nature.phrase)", "\(un.du.enLettres)",
          "\(un.au.enLettres)", "\(un.texte.isEmpty ? "–" : un.texte)",
        ])
      },
      vide: EtatVide("Rien n’a été annoncé"),
    )
  }

  // MARK: What is sent

  private static func annoncer(_ visite: Visite) async throws -> HTTPResponse {
    try await prendre(visite, "annonce", defaut: "annonce-du") { visite, vu, saisie in
      guard let (du, au) = saisie.periode("annonce") else { return nil }
      try await visite.faire(
        AnnoncerUneAbsence(vu.etudiant, du: du, au: au, texte: saisie["annonce-texte"])
      )
      return .absenceSignalee
    }
  }

  private static func signaler(_ visite: Visite) async throws -> HTTPResponse {
    try await prendre(visite, "signalement", defaut: "signalement-du") { visite, vu, saisie in
      let nature = SignalementDAbsence.Nature(rawValue: saisie["signalement-nature"])
      if nature == nil { saisie.fautes["signalement-nature"] = "Choisissez la nature." }
      guard let (du, au) = saisie.periode("signalement"), let nature else { return nil }
      try await visite.faire(
        SignalerUneAbsence(
          vu.etudiant,
          nature,
          du: du,
          au: au,
          texte: saisie["signalement-texte"],
        )
      )
      return .absenceSignalee
    }
  }

  private static func declarer(_ visite: Visite) async throws -> HTTPResponse {
    try await prendre(visite, "indisponibilite", defaut: "jour") { visite, vu, saisie in
      guard let jour = Jour(saisie["jour"]) else {
        saisie.fautes["jour"] = "Cette date n’existe pas."
        return nil
      }
      try await visite.faire(DeclarerUneIndisponibilite(vu.etudiant, le: jour))
      return .indisponibiliteDeclaree
    }
  }

  private static func demander(_ visite: Visite) async throws -> HTTPResponse {
    try await prendre(visite, "autorisation", defaut: "autorisation-du") { visite, vu, saisie in
      guard let (du, au) = saisie.periode("autorisation") else { return nil }
      var fichier: String?
      if let piece = try visite.formulaire().file("piece") {
        fichier = try await visite.faire(
          DeposerUnFichier(etudiant: vu.etudiant, octets: piece.bytes())
        )
      }
      try await visite.faire(
        DemanderUneAutorisation(
          vu.etudiant,
          du: du,
          au: au,
          motif: saisie["autorisation-motif"],
          responsable: saisie.facultatif("autorisation-responsable"),
          fichier: fichier,
        )
      )
      return .autorisationDemandee
    }
  }

  private static func rattraper(_ visite: Visite) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    let envoi = try visite.formulaire()
    guard
      let evaluation = Int64(envoi["evaluation"] ?? "").flatMap({
        Identifiant<EvaluationDeModule>($0)
      })
    else { return try await montrer(visite, nil, .unprocessableContent) }
    try await visite.faire(DemanderUnRattrapage(evaluation, vu.etudiant))
    return visite.versLaPage(vu.adresse("demarches"), fait: .rattrapageDemande)
  }

  /// Does what a form asks, or shows it again with what is wrong.
  private static func prendre(
    _ visite: Visite,
    _ formulaire: String,
    defaut: String,
    _ faire: (Visite, DossierVu, inout SaisieLue) async throws -> Fait?,
  ) async throws -> HTTPResponse {
    let vu = try visite.dossierVu()
    var saisie = SaisieLue(try visite.formulaire())
    do {
      if let fait = try await faire(visite, vu, &saisie) {
        return visite.versLaPage(vu.adresse("demarches"), fait: fait)
      }
    } catch let refus as Refus {
      switch refus {
      case .regle: saisie.fautes[defaut] = refus.phrase.enPhrase
      case .etat(.motifManquant):
        saisie.fautes["\(formulaire)-motif"] = "Dites pourquoi."
      case .etat(.responsableLegalManquant):
        saisie.fautes["\(formulaire)-responsable"] = refus.phrase.enPhrase
      case .etat, .donnees, .interdit, .inconnu, .conflit:
        let champs = ["fichier": "piece", "au": "\(formulaire)-au"]
        guard saisie.prendre(refus, champs: champs, defaut: defaut) else { throw refus }
      }
    }
    return try await montrer(
      visite,
      Envoi(formulaire: formulaire, saisie: saisie),
      .unprocessableContent,
    )
  }
}

extension SaisieLue {
  /// « du » and « au » with their hours; faults are noted.
  fileprivate mutating func periode(_ nom: String) -> (Instant, Instant)? {
    let du = instant("\(nom)-du", "\(nom)-de-heure")
    let au = instant("\(nom)-au", "\(nom)-a-heure")
    guard let du, let au else { return nil }
    return (du, au)
  }
}

extension Visite {
  /// The days of unavailability left, `nil` where the student follows nothing, or no règlement.
  fileprivate func indisponibilites(_ etudiant: Identifiant<Etudiant>, _ jour: Jour) async throws
    -> VoirSesIndisponibilites.Etat?
  {
    do {
      return try await demander(VoirSesIndisponibilites(etudiant, le: jour))
    } catch Refus.etat(.aucunReglement) {
      return nil
    }
  }
}
