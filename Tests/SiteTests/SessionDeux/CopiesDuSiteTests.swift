import Actes
import Demonstration
import Echanges
import HTTPServer
import Scolarite
import Testing

@Suite("Site : copies de session 2")
struct CopiesDuSiteTests {
  /// A session 2 whose exam the student sat ten days ago.
  private static func poser(_ terrain: TerrainDeDocuments, delai: Int? = 10) async throws
    -> (page: String, epreuve: EpreuveDeSession2, module: String)
  {
    let promotion = terrain.promotion.id
    let module = try await module(terrain)
    let jour: Jour = try #require(Jour("2025-11-10"))
    let posee = try await terrain.essai.faire(
      PoserUneSession2DuSite(
        promotion: promotion,
        etudiant: terrain.etudiant,
        module: module,
        jour: jour,
        delai: delai,
      )
    )
    return ("/session-2/\(posee.epreuve.campagne)", posee.epreuve, module)
  }

  static func module(_ terrain: TerrainDeDocuments) async throws -> String {
    let evaluations = try await terrain.lire { [id = terrain.promotion.id] in
      try $0.evaluations(id)
    }
    return try #require(evaluations.first).module
  }

  /// Closes the year-end jury of the session.
  static func clore(_ terrain: TerrainDeDocuments) async throws {
    let promotion = terrain.promotion
    let jury = try await terrain.essai.faire(
      OuvrirUnJury(
        promotion: promotion.id,
        nature: .annee,
        date: try #require(Jour("2025-11-20")),
        membres: [.init(nom: "Dominique Chaire", qualite: .president, present: true)],
      )
    )
    let etudiants = try await terrain.lire { [id = promotion.id] in
      try $0.inscriptions(id).map(\.etudiant)
    }
    for etudiant in etudiants {
      _ = try await terrain.essai.faire(
        DeciderEnJury(
          jury: jury.id,
          etudiant: etudiant,
          decisions: [.init(sur: .annee, code: .adj, motif: "après délibération")],
        )
      )
    }
    _ = try await terrain.essai.faire(
      CloreUnJury(jury.id, version: 1, derogation: "règlement d’essai")
    )
  }

  @Test("des numéros à la copie contestée : refus dits au champ, rien avant le jury, tout après")
  func chaine() async throws {
    let terrain = try await TerrainDeDocuments()
    let (page, epreuve, module) = try await Self.poser(terrain)
    let lui = try await terrain.sien()
    let enseignant = try await terrain.essai.navigateur(
      .enseignant,
      sur: .module(terrain.promotion.id, module),
    )
    let copies = "\(page)/copies/\(epreuve.id)"
    #expect(try await terrain.bureau.lire("\(page)/copies").contient("à préparer"))
    #expect(try await enseignant.lire(copies).contient("ne sont pas encore préparées"))
    let vide = try await terrain.bureau.envoyer("\(copies)/preparer", [("version", "0")])
    #expect(vide.statut == .unprocessableContent && vide.contient("Choisissez la correction."))
    let preparees = try await terrain.bureau.envoyer(
      "\(copies)/preparer",
      [("version", "0"), ("mode", "simple"), ("anonyme", "oui")],
    )
    #expect(preparees.suite == copies)
    let lue = try await terrain.lire { [id = terrain.etudiant] in try $0.etudiant(id) }
    let personne = try #require(lue)
    let nom = try #require(personne.identite).nomCivil
    let numeros = try await terrain.bureau.lire("\(copies)/numeros")
    #expect(numeros.contient(nom))
    #expect(try await enseignant.lire("\(copies)/numeros").statut == .forbidden)
    let grille = try await enseignant.lire(copies)
    #expect(!grille.contient(nom))
    let numero = try #require(grille.texte.firstMatch(of: /name="copie-([0-9]+)"/)).1
    func saisir(_ note: String) async throws -> NavigateurDEssai.Page {
      try await enseignant.envoyer(
        "\(copies)/lectures",
        [("rang", "1"), ("copie-\(numero)", note), ("version-\(numero)", "0")],
      )
    }
    let fausse = try await saisir("42")
    #expect(fausse.statut == .unprocessableContent && fausse.contient("value=\"42\""))
    #expect(try await saisir("13,37").suite == copies)
    let versees = try await terrain.bureau.envoyer("\(copies)/verser", [("version", "1")])
    #expect(versees.suite == copies)
    let apres = try await enseignant.lire(copies)
    #expect(apres.contient(nom) && apres.contient("corrigée par le secrétariat"))
    // The exam stands for the UE: whoever marks one of its modules does not write there.
    #expect(!apres.contient("Corriger une note avant le jury"))
    let seul = try await enseignant.envoyer(
      "\(copies)/accord",
      [("numero", "\(numero)"), ("accord", "15"), ("motif", "report")],
    )
    #expect(seul.statut == .forbidden)
    #expect(
      try await terrain.bureau.lire(copies).contient("Corriger une note avant le jury")
    )
    #expect(try await terrain.bureau.lire("\(page)/effets").contient("13,37"))
    for adresse in [
      "/moi", "/moi/notes", "/moi/resultats", "/moi/objectifs", "/moi/comparaison",
      "/moi/documents", "/moi/session-2/copies", "\(page)/effets", copies,
    ] {
      let vue = try await lui.lire(adresse)
      #expect(!vue.contient("13,37") && !vue.contient("13.37"), "\(adresse)")
    }
    #expect(try await lui.lire("/moi/session-2/copies").contient("Pas encore publiée."))
    let tot = try await lui.envoyer("/moi/session-2/copies/\(epreuve.id)", [])
    #expect(tot.statut == .unprocessableContent && tot.contient("ne sont pas publiés"))
    try await Self.clore(terrain)
    let publiee = try await lui.lire("/moi/session-2/copies")
    #expect(publiee.contient("13,37") && publiee.contient("30 novembre 2025"))
    let demandee = try await lui.envoyer(
      "/moi/session-2/copies/\(epreuve.id)",
      [("texte", "Mon total me semble faux.")],
    )
    #expect(demandee.suite == "/moi/session-2/copies")
    let liste = try await terrain.bureau.lire("\(page)/contestations")
    #expect(liste.contient(nom) && liste.contient("Mon total me semble faux."))
    let siennes = try await terrain.lire { [id = terrain.etudiant] in
      try $0.consultationsDeCopie(etudiant: id)
    }
    let consultation = try #require(siennes.first)
    let demande = "\(page)/contestations/\(consultation.id)"
    let passee = try await terrain.bureau.envoyer(
      "\(demande)/fixer",
      [("version", "1"), ("date", "2025-11-19"), ("heure", "10 h"), ("lieu", "Bureau 12")],
    )
    #expect(passee.statut == .unprocessableContent)
    let fixee = try await terrain.bureau.envoyer(
      "\(demande)/fixer",
      [("version", "1"), ("date", "2025-11-20"), ("heure", "8 h 00"), ("lieu", "Bureau 12")],
    )
    #expect(fixee.suite == "\(page)/contestations")
    try await telecharger(.convocationAConsulter, consultation.id, terrain, lui)
    #expect(try await lui.lire("/moi/session-2/copies").contient("Bureau 12"))
    #expect(try await lui.lire("/moi").contient("Votre demande de consultation de copie avance"))
    let tenue = try await terrain.bureau.envoyer(
      "\(demande)/constater",
      [
        ("version", "2"), ("date", "2025-11-20"), ("heure", "8 h 00"), ("observations", "page 2"),
      ],
    )
    #expect(tenue.suite == "\(page)/contestations")
    let direction = try await terrain.essai.navigateur(
      .direction,
      sur: .departement(terrain.promotion.departement),
    )
    func reconnaitre(_ nature: String, _ preuve: String) async throws -> NavigateurDEssai.Page {
      try await direction.envoyer(
        "\(demande)/reconnaitre",
        [
          ("version", "3"), ("nature", nature), ("preuve", preuve), ("motif-erreur", "total"),
          ("note", "17"), ("jury", "2025-11-21"),
        ],
      )
    }
    let severe = try await reconnaitre("appreciation", "trop sévère")
    #expect(severe.statut == .unprocessableContent && severe.contient("erreur matérielle avérée"))
    let sans = try await reconnaitre("total", "")
    #expect(sans.statut == .unprocessableContent && sans.contient("donnez ce qui la prouve"))
    #expect(try await reconnaitre("total", "6 + 6 + 5 = 17").suite == "\(page)/contestations")
    try await telecharger(.reponseAContestation, consultation.id, terrain, lui)
    let reportee = try await terrain.bureau.envoyer("\(demande)/reporter", [("version", "4")])
    #expect(reportee.suite == "\(page)/contestations")
    #expect(try await lui.lire("/moi/session-2/copies").contient("13,37"))
  }

  /// The student and the secretariat print the same letter, under one code; nobody else does.
  private func telecharger(
    _ nature: NatureDeDocument,
    _ consultation: Identifiant<ConsultationDeCopie>,
    _ terrain: TerrainDeDocuments,
    _ lui: NavigateurDEssai,
  ) async throws {
    let champ = ("consultation", "\(consultation)")
    let page = try await lui.lire("/moi/session-2/copies")
    #expect(page.contient("value=\"\(nature.rawValue)\""))
    let documents = try await lui.lire("/moi/documents")
    #expect(documents.contient("\(nature.phrase), UE"))
    let sienne = try await lui.envoyer("/moi/documents", [("nature", nature.rawValue), champ])
    let adresse = "/etudiants/\(terrain.etudiant)/documents/\(nature.rawValue)"
    let lettre = try await terrain.bureau.envoyer(adresse, [champ])
    for papier in [sienne, lettre] {
      #expect(papier.statut == .ok && papier.texte.hasPrefix("%PDF"), "\(nature)")
    }
    let emis = try await terrain.emis().filter { $0.nature == nature }
    #expect(emis.count == 1)
    let code = try #require(emis.first?.code)
    #expect(try await lui.lire("/verifier/\(code)").contient(nature.phrase))
    let voisin = terrain.essai.ici.etudiants[1]
    let autre = try await terrain.essai.navigateur(
      .etudiant,
      sur: .etudiant(voisin),
      etudiant: voisin,
    )
    let volee = try await autre.envoyer("/moi/documents", [("nature", nature.rawValue), champ])
    #expect(volee.statut == .notFound || volee.statut == .forbidden)
  }

  @Test("qui corrige trouve ses copies dès l’accueil, et rien d’autre de la session")
  func corrige() async throws {
    let terrain = try await TerrainDeDocuments()
    let (page, epreuve, module) = try await Self.poser(terrain)
    let enseignant = try await terrain.essai.navigateur(
      .enseignant,
      sur: .module(terrain.promotion.id, module),
    )
    let copies = "\(page)/copies/\(epreuve.id)"
    let avant = try await enseignant.lire("/")
    #expect(avant.contient("href=\"/session-2\"") && !avant.contient("à corriger"))
    #expect(try await enseignant.lire("/session-2").contient("href=\"\(page)/copies\""))
    _ = try await terrain.bureau.envoyer(
      "\(copies)/preparer",
      [("version", "0"), ("mode", "simple"), ("anonyme", "oui")],
    )
    let accueil = try await enseignant.lire("/")
    #expect(accueil.contient("1 copie à corriger") && accueil.contient("href=\"\(copies)\""))
    let liste = try await enseignant.lire("/session-2")
    #expect(liste.contient("1 copie à corriger, \(epreuve.ue.texte)"))
    #expect(!liste.contient("href=\"\(page)\"") && !liste.contient("retard"))
    for suite in ["", "/admissibilite", "/epreuves", "/calendrier", "/contestations"] {
      #expect(try await enseignant.lire(page + suite).statut == .forbidden, "\(suite)")
    }
    let dehors = try await terrain.essai.navigateur(
      .enseignant,
      sur: .module(terrain.promotion.id, try Self.etranger(epreuve.ue)),
    )
    #expect(try await dehors.lire("/session-2").contient("Aucune session 2"))
    #expect(try await dehors.lire("/").contient("à corriger") == false)
    #expect(try await dehors.lire(copies).statut == .forbidden)
    let grille = try await enseignant.lire(copies)
    let numero = try #require(grille.texte.firstMatch(of: /name="copie-([0-9]+)"/)).1
    _ = try await enseignant.envoyer(
      "\(copies)/lectures",
      [("rang", "1"), ("copie-\(numero)", "12"), ("version-\(numero)", "0")],
    )
    #expect(try await !enseignant.lire("/").contient("à corriger"))
  }

  /// A module that is not of a UE.
  private static func etranger(_ ue: CodeUE) throws -> String {
    let programme = try Bibliotheque { _ in nil }.programme("mmi-but1")
    let siens = Set(programme.ue(ue)?.modules.map(\.code.canonique) ?? [])
    let autres = programme.ues.flatMap(\.modules).map(\.code.canonique)
    return try #require(autres.first { !siens.contains($0) })
  }

  @Test("le soutien s’offre avant les épreuves, l’étudiant s’inscrit, la présence est relevée")
  func soutien() async throws {
    let terrain = try await TerrainDeDocuments()
    let promotion = terrain.promotion.id
    let module = try await Self.module(terrain)
    let jour: Jour = try #require(Jour("2025-12-10"))
    let posee = try await terrain.essai.faire(
      PoserUneSession2DuSite(
        promotion: promotion,
        etudiant: terrain.etudiant,
        module: module,
        jour: jour,
      )
    )
    let page = "/session-2/\(posee.epreuve.campagne)/soutien"
    func offrir(_ jour: String, _ debut: String = "14 h") async throws -> NavigateurDEssai.Page {
      try await terrain.bureau.envoyer(
        page,
        [
          ("ue", posee.epreuve.ue.texte), ("date", jour), ("debut", debut), ("fin", "16 h"),
          ("salle", "B204"), ("enseignant", "Camille Dutour"), ("places", "12"),
        ],
      )
    }
    let tard = try await offrir("2025-12-10")
    #expect(tard.statut == .unprocessableContent && tard.contient("avant le premier jour"))
    #expect(try await offrir("2025-11-20", "deux").contient("Écrivez l’heure comme"))
    #expect(try await offrir("2025-12-01").suite == page)
    let fondamentale = try await terrain.bureau.envoyer(
      "\(page)/fondamentales",
      [("ue", posee.epreuve.ue.texte)],
    )
    #expect(fondamentale.suite == page)
    let lui = try await terrain.sien()
    let offerte = try await lui.lire("/moi/session-2/soutien")
    #expect(offerte.contient("UE fondamentale") && offerte.contient("B204"))
    let offertes = try await terrain.lire { [id = posee.epreuve.campagne] in
      try $0.seancesDeSoutien(id)
    }
    let seance = try #require(offertes.first)
    let vient = try await lui.envoyer("/moi/session-2/soutien/\(seance.id)", [("vient", "oui")])
    #expect(vient.suite == "/moi/session-2/soutien")
    let annulee = try await terrain.bureau.envoyer(
      "\(page)/\(seance.id)/annuler",
      [("version", "1"), ("motif", "L’enseignant est souffrant")],
    )
    #expect(annulee.suite == page)
    #expect(try await lui.lire("/moi").contient("Une séance de soutien est annulée"))
    #expect(try await lui.lire("/moi/session-2/soutien").contient("souffrant"))
  }
}
