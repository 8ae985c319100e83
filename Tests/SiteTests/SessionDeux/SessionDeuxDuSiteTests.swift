import Actes
import Demonstration
import Echanges
import HTTPServer
import Scolarite
import Testing

@Suite("Site : session 2")
struct SessionDeuxDuSiteTests {
  /// The règlement that holds a session 2, a year closed by its jury.
  private static func preparer(_ terrain: TerrainDeDocuments) async throws {
    let (promotion, essai) = (terrain.promotion, terrain.essai)
    let profil = "but-informatique-session2"
    _ = try await essai.faire(
      AdopterUnProfil(
        departement: promotion.departement,
        annee: promotion.annee,
        profil: profil,
        texte: Bibliotheque { _ in nil }.recueil(profil),
        conseil: Jour("2025-06-20"),
        cfvu: Jour("2025-07-04"),
        irregularite: "essai",
        version: 1,
      )
    )
    let jury = try await essai.faire(
      OuvrirUnJury(
        promotion: promotion.id,
        nature: .annee,
        date: try #require(Jour("2025-11-20")),
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      )
    )
    _ = try await essai.faire(AdopterLesPropositions(jury.id, essai.ici.etudiants))
    _ = try await essai.faire(CloreUnJury(jury.id, version: 1))
  }

  private static func jours(_ autres: [(String, String)] = []) -> [(String, String)] {
    let champs = [
      ("intitule", "Session 2 de janvier"), ("premier", "2026-01-12"), ("dernier", "2026-01-14"),
      ("publication", "2025-11-20"), ("limite", "2025-12-04"), ("limite-heure", "23 h 59"),
      ("adoptee", "2025-09-10"), ("derogation", "direction"),
    ]
    let noms = Set(autres.map(\.0))
    return champs.filter { !noms.contains($0.0) } + autres
  }

  @Test("de l’ouverture à l’accusé de réception, chaque refus à son champ")
  func campagne() async throws {
    let terrain = try await TerrainDeDocuments()
    try await Self.preparer(terrain)
    let bureau = terrain.bureau
    let promotion = ("promotion", "\(terrain.promotion.id)")
    #expect(try await bureau.lire("/session-2").contient("Ouvrir une session 2"))
    let trop = try await bureau.envoyer(
      "/session-2",
      Self.jours([promotion, ("limite", "2025-12-05")]),
    )
    #expect(trop.statut == .unprocessableContent)
    #expect(trop.contient("procédure de session 2, § 3"))
    #expect(trop.contient("value=\"2025-12-05\""))
    let sansJour = try await bureau.envoyer(
      "/session-2",
      Self.jours([promotion, ("premier", "")]),
    )
    #expect(sansJour.statut == .unprocessableContent && sansJour.contient("Cette date"))
    let ouverte = try await bureau.envoyer("/session-2", Self.jours([promotion]))
    let page = try #require(ouverte.suite)
    let vue = try await bureau.lire(page)
    // Three weeks before 12 January, one month before, one and two weeks after 20 November.
    for date in ["22 décembre 2025", "12 décembre 2025", "27 novembre 2025", "4 décembre 2025"] {
      #expect(vue.contient(date), "\(date)")
    }
    try await choisir(terrain, page)
    let lui = try await terrain.sien()
    #expect(try await lui.lire("/moi/session-2").contient("ne sont pas encore publiés"))
    let feries = try await bureau.envoyer(
      page,
      Self.jours([("version", "1"), ("premier", "2026-01-11"), ("dernier", "2026-01-14")]),
    )
    #expect(feries.suite == page)
    let avertie = try await bureau.lire(page)
    #expect(avertie.contient("11 janvier 2026 : dimanche"))
    let remises = try await bureau.envoyer(page, Self.jours([("version", "2")]))
    #expect(remises.suite == page)
    #expect(try await !bureau.lire(page).contient(" : dimanche"))
    let liste = try await bureau.lire(page + "/admissibilite")
    #expect(liste.contient("Liste provisoire"))
    let publication = [("version", "3"), ("limite", "2025-12-04"), ("limite-heure", "23 h 59")]
    let publiee = try await bureau.envoyer(page + "/admissibilite", publication)
    #expect(publiee.suite == page + "/admissibilite", "\(publiee.texte.suffix(2_000))")
    let deux = try await bureau.envoyer(page + "/admissibilite", publication)
    #expect(deux.contient("déjà") || deux.contient("depuis le"))
    try await inscrire(terrain, lui)
  }

  /// Two exams of UE that share a module: the form of the second tells that the first marks it.
  private func choisir(_ terrain: TerrainDeDocuments, _ page: String) async throws {
    let directeur = try await terrain.essai.navigateur(
      .directeurDesEtudes,
      sur: .departement(terrain.promotion.departement),
    )
    let promotion = terrain.promotion.id
    let epreuves = try await terrain.lire { registre in
      try registre.sessionsDeRattrapage(promotion).flatMap {
        try registre.epreuvesDeSession2($0.campagne)
      }
    }
    let programme = try Bibliotheque { _ in nil }.programme("mmi-but1")
    func modules(_ epreuve: EpreuveDeSession2) -> Set<String> {
      Set(programme.ue(epreuve.ue)?.modules.map(\.code.canonique) ?? [])
    }
    let une = try #require(epreuves.first)
    let (autre, commun) = try #require(
      epreuves.dropFirst().lazy.compactMap { autre in
        modules(une).intersection(modules(autre)).min().map { (autre, $0) }
      }.first
    )
    func envoyer(_ epreuve: EpreuveDeSession2) async throws -> NavigateurDEssai.Page {
      try await directeur.envoyer(
        "\(page)/epreuves/\(epreuve.id)",
        [
          ("version", "1"), ("forme-ecrit", "oui"), ("duree-ecrit", "90"), ("porte", "modules"),
          ("module-\(commun)", "oui"),
        ],
      )
    }
    let dit = "L’épreuve de l’\(une.ue.texte) en donne déjà la note."
    let adresse = "\(page)/epreuves/\(autre.id)"
    #expect(try await !directeur.lire(adresse).contient(dit))
    #expect(try await envoyer(une).suite == "\(page)/epreuves")
    #expect(try await directeur.lire(adresse).contient(dit))
    let refusee = try await envoyer(autre)
    #expect(refusee.statut == .unprocessableContent)
    #expect(refusee.contient("laissez ce module à une seule des deux épreuves"))
  }

  @Test("une inscription tardive refusée se dit à son formulaire, et à aucun autre")
  func fauteAuSeulFormulaire() async throws {
    let terrain = try await TerrainDeDocuments()
    let evaluations = try await terrain.lire { [id = terrain.promotion.id] in
      try $0.evaluations(id)
    }
    let jour: Jour = try #require(Jour("2025-11-21"))
    let posee = try await terrain.essai.faire(
      PoserUneSession2DuSite(
        promotion: terrain.promotion.id,
        etudiant: terrain.etudiant,
        module: try #require(evaluations.first).module,
        jour: jour,
      )
    )
    let campagne = posee.epreuve.campagne
    let autre: CodeUE = try #require(CodeUE(posee.epreuve.ue.texte == "UE12" ? "UE13" : "UE12"))
    try await terrain.essai.faire(
      PublierPour(campagne: campagne, etudiant: terrain.etudiant, ue: autre)
    )
    let lui = try await terrain.sien()
    let refusee = try await lui.envoyer(
      "/moi/session-2/\(campagne)/tardive",
      [("texte", "malade"), ("ue-\(autre.texte)", "oui")],
    )
    #expect(refusee.statut == .unprocessableContent)
    #expect(refusee.texte.matches(of: /aria-invalid="true"/).count == 1)
    #expect(refusee.contient("malade</textarea>"))
  }

  @Test("une UE acquise par une nouvelle délibération se ferme d’un bouton, et l’étudiant le lit")
  func revue() async throws {
    let terrain = try await TerrainDeDocuments()
    try await Self.preparer(terrain)
    let (essai, etudiant) = (terrain.essai, terrain.etudiant)
    let ouverte = try await essai.faire(
      OuvrirUneSessionDeux(promotion: terrain.promotion.id, Self.choix())
    )
    let session = try await essai.faire(
      PublierLAdmissibilite(ouverte.campagne, version: ouverte.version)
    )
    try await essai.faire(OuvrirTout(campagne: session.campagne, etudiant: etudiant))
    try await redeliberer(terrain)
    let adresse = "/session-2/\(session.campagne)/admissibilite"
    let liste = try await terrain.bureau.lire(adresse)
    #expect(liste.contient("Revoir son admissibilité") && liste.contient("se ferme"))
    let envoi = try await terrain.bureau.envoyer("\(adresse)/\(etudiant)", [])
    #expect(envoi.suite == adresse)
    #expect(try await !terrain.bureau.lire(adresse).contient("Revoir son admissibilité"))
    let lui = try await terrain.sien()
    #expect(try await lui.lire("/moi/session-2").contient("Le jury a délibéré de nouveau"))
    #expect(try await lui.lire("/moi").contient("Les UE ouvertes pour vous"))
  }

  private static func choix() throws -> ChoixDeSession2 {
    ChoixDeSession2(
      intitule: "Session 2 de janvier",
      premierJour: try #require(Jour("2026-01-12")),
      dernierJour: try #require(Jour("2026-01-14")),
      publicationPrevue: try #require(Jour("2025-11-20")),
      limiteInscription: try #require(Instant("2025-12-04T23:59")),
      adoptee: Jour("2025-09-10"),
    )
  }

  /// Has the jury deliberate again on the student, on the same facts.
  private func redeliberer(_ terrain: TerrainDeDocuments) async throws {
    let (essai, promotion) = (terrain.essai, terrain.promotion.id)
    let jury = try #require(try await terrain.lire { try $0.jurys(promotion) }.first)
    var nouveau = try await essai.faire(
      RouvrirPourErreurMaterielle(
        jury: jury.id,
        etudiants: [terrain.etudiant],
        date: jury.date,
        preuve: "copies échangées",
      )
    )
    nouveau.membres = [.init(nom: "Dominique Chaire", qualite: .president, present: true)]
    let reuni = try await essai.faire(ModifierUnJury(nouveau))
    _ = try await essai.faire(AdopterLesPropositions(reuni.id, [terrain.etudiant]))
    _ = try await essai.faire(CloreUnJury(reuni.id, version: reuni.version))
  }

  /// The student enrols where something is open, and reads the acknowledgement.
  private func inscrire(_ terrain: TerrainDeDocuments, _ lui: NavigateurDEssai) async throws {
    let promotion = terrain.promotion.id
    let sessions = try await terrain.lire { try $0.sessionsDeRattrapage(promotion) }
    let session = try #require(sessions.first)
    let (etudiant, campagne) = (terrain.etudiant, session.campagne)
    let lignes = try await terrain.lire { try $0.admissibilites(etudiant, campagne) }
    let adresse = "/moi/session-2/\(session.campagne)"
    let sienne = try await lui.lire("/moi/session-2")
    guard let ouverte = lignes.first(where: \.estOuverte)?.ue else {
      #expect(sienne.contient("Aucune UE ne vous est ouverte"))
      return
    }
    #expect(sienne.contient("vaut renoncement") && sienne.contient("Ce que chaque choix"))
    let rien = try await lui.envoyer(adresse, [("version", "0"), ("sens", "inscrire")])
    #expect(rien.statut == .unprocessableContent && rien.contient("Cochez au moins une UE"))
    if let fermee = lignes.first(where: { !$0.estOuverte })?.ue {
      let acquise = try await lui.envoyer(
        adresse,
        [("version", "0"), ("sens", "inscrire"), ("ue-\(fermee.texte)", "oui")],
      )
      #expect(acquise.statut == .unprocessableContent && acquise.contient("n’est pas ouverte"))
    }
    let inscrit = try await lui.envoyer(
      adresse,
      [("version", "0"), ("sens", "inscrire"), ("ue-\(ouverte.texte)", "oui")],
      recu: 1_763_621_999_123,
    )
    #expect(inscrit.suite == "/moi/session-2")
    let accuse = try await terrain.lire { try $0.accuseDeSession2(etudiant, campagne) }
    #expect(accuse?.recu.millisecondes == 1_763_621_999_123)
    let recue = try await lui.lire("/moi/session-2")
    #expect(recue.contient("Accusé de réception") && recue.contient("S2-\(session.campagne)-"))
    let papier = try await lui.envoyer(
      "/moi/documents",
      [("nature", "accuse-de-session-2"), ("campagne", "\(session.campagne)")],
    )
    #expect(papier.statut == .ok && papier.texte.hasPrefix("%PDF"))
    let tardive = try await lui.envoyer(adresse + "/tardive", [("texte", "malade")])
    #expect(tardive.contient("les inscriptions sont ouvertes"))
    let etat = try await terrain.bureau.lire("/session-2/\(session.campagne)/admissibilite")
    #expect(etat.contient("inscrit : \(ouverte.texte)"))
  }
}

/// Makes a list of who may sit what public, with one UE for one student.
private struct PublierPour: Acte {
  static let nom = "publier-pour-un-etudiant"
  let campagne: Identifiant<Campagne>
  let etudiant: Identifiant<Etudiant>
  let ue: CodeUE

  func executer(_ travail: Travail) throws {
    var session = try #require(try travail.registre.sessionDeRattrapage(campagne))
    let lieu = try travail.promotion(session.promotion).lieu
    let ecriture = try travail.inscrire(
      Self.nom,
      try travail.exiger(.gererLesCampagnes, lieu),
      Objet(.campagne, campagne),
    )
    session.publicationSession1 = session.publicationPrevue
    try travail.registre.remplacer(session, ecriture)
    let ligne = AdmissibiliteDeSession2(
      campagne: campagne,
      etudiant: etudiant,
      ue: ue,
      raison: .nonAcquise,
      moyenne: "8",
    )
    try travail.registre.ajouter([ligne], ecriture)
  }
}

/// Publishes every UE as open to a student, whatever the rules say.
private struct OuvrirTout: Acte {
  static let nom = "ouvrir-tout"
  let campagne: Identifiant<Campagne>
  let etudiant: Identifiant<Etudiant>

  func executer(_ travail: Travail) throws {
    let lignes = try travail.registre.admissibilites(etudiant, campagne)
    #expect(lignes.contains { !$0.estOuverte })
    let lieu = try travail.promotion(travail.sessionDeRattrapage(campagne).promotion).lieu
    let ecriture = try travail.inscrire(
      Self.nom,
      try travail.exiger(.gererLesCampagnes, lieu),
      Objet(.campagne, campagne),
    )
    let ouvertes = lignes.map { ligne in
      AdmissibiliteDeSession2(
        campagne: campagne,
        etudiant: etudiant,
        ue: ligne.ue,
        raison: .nonAcquise,
        moyenne: ligne.moyenne,
      )
    }
    try travail.registre.remplacer(ouvertes, de: etudiant, campagne, ecriture)
  }
}
