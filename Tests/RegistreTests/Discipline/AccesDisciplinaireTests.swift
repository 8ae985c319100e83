import Actes
import Demonstration
import Registre
import SQL
import Scolarite
import Testing

@Suite("Discipline : qui lit, et jusqu’à quand")
struct AccesDisciplinaireTests {
  private static func signaler(_ bureau: BureauDEssai, par: Utilisateur) async throws -> Incident {
    try bureau.essai.horloge.regler("2025-11-10")
    return try await bureau.essai.faire(
      SignalerUnIncident(
        promotion: bureau.promotion.id,
        etudiants: Array(bureau.etudiants.prefix(2)),
        date: try BureauDEssai.instant("2025-11-03T09:10"),
        surveillant: "Sam Veille",
        recit: "Insultes.",
        comportement: .savoirVivre,
      ),
      par: par,
    )
  }

  @Test("l’auteur lit son rapport, la direction tout, chaque lecture est au journal")
  func lectures() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let essai = bureau.essai
    let promotion = Portee.promotion(bureau.promotion.id)
    let auteur = try await essai.utilisateur(.surveillant, sur: promotion)
    let collegue = try await essai.utilisateur(.surveillant, sur: promotion)
    let chef = try await essai.utilisateur(.responsableDeDepartement, sur: promotion)
    let secretariat = try await essai.utilisateur(.secretariat, sur: promotion)
    let admin = try await essai.utilisateur(.administrateur, sur: .etablissement)
    let incident = try await Self.signaler(bureau, par: auteur)
    let jour = try BureauDEssai.jour("2025-11-05")
    _ = try await essai.conduireALaSection(incident, [bureau.etudiant], le: jour)
    for autre in [collegue, secretariat, admin] {
      let refus = try await bureau.refus {
        _ = try await essai.faire(LireUnDossierDisciplinaire(incident.id), par: autre)
      }
      #expect(refus == .interdit(.suivreLaDiscipline))
    }
    let sienne = try await essai.faire(LireUnDossierDisciplinaire(incident.id), par: auteur)
    #expect(sienne.incident.suites.allSatisfy { $0.etat == .signale && $0.etapes.isEmpty })
    #expect(sienne.lectures.isEmpty && sienne.droits.isEmpty)
    let entiere = try await essai.faire(LireUnDossierDisciplinaire(incident.id), par: chef)
    #expect(entiere.incident.suite(bureau.etudiant)?.etat == .sectionSaisie)
    #expect(entiere.lectures.compactMap(\.auteur?.nom) == [chef.nom, auteur.nom])
    #expect(entiere.droits == [.suivreLaDiscipline])
    let vues = try await essai.bureau.demander(
      VoirLaDiscipline(),
      par: .utilisateur(collegue.id),
      dans: essai.iut,
    )
    #expect(vues.incidents.isEmpty && vues.promotions.map(\.id) == [bureau.promotion.id])

    for qui in [secretariat, admin] {
      let export = try await essai.faire(ExporterUnePersonne(bureau.etudiant), par: qui)
      #expect(!export.contains("etape_disciplinaire") && !export.contains("\"suite\""))
      #expect(!export.contains("Insultes") && !export.contains("saisir-la-section"))
    }
    let complet = try await essai.faire(ExporterUnePersonne(bureau.etudiant))
    #expect(complet.contains("etape_disciplinaire") && complet.contains("saisir-la-section"))
    let journal = try await essai.bureau.demander(
      VoirLeJournal(objet: "incident"),
      par: .utilisateur(admin.id),
      dans: essai.iut,
    )
    #expect(!journal.entrees.isEmpty)
    #expect(journal.entrees.allSatisfy { $0.entree.contenu == nil && $0.entree.sujet == nil })
    let entiers = try await essai.bureau.demander(
      VoirLeJournal(objet: "incident"),
      par: .console("essai"),
      dans: essai.iut,
    )
    #expect(entiers.entrees.contains { $0.entree.contenu?.contains("Insultes") == true })
  }

  @Test("l’étudiant lit son invitation, puis la décision une fois notifiée, rien d’un autre")
  func etudiant() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let essai = bureau.essai
    let auteur = try await essai.utilisateur(.surveillant, sur: .promotion(bureau.promotion.id))
    let lui = try await bureau.enPersonne(bureau.etudiant)
    let voisin = try await bureau.enPersonne(bureau.etudiants[1])
    let incident = try await Self.signaler(bureau, par: auteur)
    let edition = EditionDEssai(essai)
    func siennes(_ qui: Utilisateur, _ id: Identifiant<Etudiant>) async throws
      -> [LireSesProcedures.Sienne]
    {
      try await essai.faire(LireSesProcedures(id), par: qui)
    }
    func invitation(_ qui: Utilisateur, _ id: Identifiant<Etudiant>) async throws {
      _ = try await edition.editer(
        .invitationAExpliquer,
        sur: .incident(incident.id),
        [id],
        par: qui,
      )
    }
    #expect(try await siennes(lui, bureau.etudiant).isEmpty, "rien ne lui est encore envoyé")
    let jour = try BureauDEssai.jour("2025-11-05")
    let saisi = try await essai.conduireALaSection(incident, [bureau.etudiant], le: jour)
    let lue = try #require(try await siennes(lui, bureau.etudiant).first)
    #expect(lue.suite.etapes.map(\.nature) == [.invitation, .saisineDeLaSection])
    #expect(lue.incident.suites.map(\.etudiant) == [bureau.etudiant])
    try await invitation(lui, bureau.etudiant)
    await #expect(throws: Refus.self) { try await invitation(voisin, bureau.etudiant) }
    await #expect(throws: Refus.self, "on ne lui a rien envoyé") {
      try await invitation(voisin, bureau.etudiants[1])
    }
    #expect(try await siennes(voisin, bureau.etudiants[1]).isEmpty)
    let blame = try #require(Incident.Sanction(.blame, annuleLEpreuve: false))
    let conclu = try await essai.faire(
      ConclureUnIncident(
        incident: incident.id,
        etudiant: bureau.etudiant,
        issue: .sanction(blame),
        date: jour,
        version: saisi.version,
      )
    )
    @discardableResult
    func decision() async throws -> EditeurDeDocuments.Edition {
      try await edition.editer(
        .notificationDeSanction,
        sur: .incident(incident.id),
        [bureau.etudiant],
        par: lui,
      )
    }
    #expect(try await siennes(lui, bureau.etudiant).first?.suite.etat == .sectionSaisie)
    await #expect(throws: Refus.self) { try await decision() }
    _ = try await essai.faire(
      NotifierLaSanction(
        incident: incident.id,
        etudiant: bureau.etudiant,
        date: jour,
        version: conclu.version,
      )
    )
    #expect(try await siennes(lui, bureau.etudiant).first?.suite.etat == .sanctionne(blame))
    guard case .discipline(let piece) = try await decision().documents.first?.contenu else {
      Issue.record("no letter was printed")
      return
    }
    let texte = piece.parties.flatMap(\.textes).joined(separator: " ")
    #expect(texte.contains("blâme") && texte.contains("R. 811-36") && texte.contains("article 40"))
    let secretariat = try await essai.utilisateur(
      .secretariat,
      sur: .promotion(bureau.promotion.id),
    )
    let emis = try await essai.bureau.demander(
      VoirLesDocumentsEmis(bureau.etudiant),
      par: .utilisateur(secretariat.id),
      dans: essai.iut,
    )
    #expect(emis.isEmpty, "le secrétariat ne voit pas les lettres de la procédure")
  }

  // MARK: What is noted in the room

  @Test(
    "copies blanches et tardives se notent avec l’heure et se retirent",
    arguments: SQLEngine.allCases,
  )
  func salle(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    try essai.horloge.regler("2025-11-10")
    let evaluation = try #require(bureau.enregistree.installee.evaluations.first)
    func constater(
      _ nature: ConstatDeSalle.Nature,
      _ instant: String,
      _ etudiant: Identifiant<Etudiant>?,
    ) async throws -> ConstatDeSalle {
      try await essai.faire(
        ConstaterEnSalle(
          nature,
          a: evaluation.id,
          de: etudiant,
          le: try BureauDEssai.instant(instant),
          texte: "vu",
        )
      )
    }
    _ = try await constater(.materielsDeposes, "2025-11-10T07:30", nil)
    let tardive = try await constater(.copieRefusee, "2025-11-10T08:00", bureau.etudiant)
    let futur = try await bureau.refus {
      _ = try await constater(.copieRefusee, "2025-11-10T08:01", bureau.etudiant)
    }
    #expect(futur == .etat(.dateAVenir))
    let anonyme = try await bureau.refus {
      _ = try await constater(.copieBlanche, "2025-11-10T08:00", nil)
    }
    #expect(anonyme == .donnees([.init("étudiant", .absente)]))
    let notes = try await essai.lire { try $0.constats(evaluation.id) }
    #expect(notes.map(\.nature) == [.materielsDeposes, .copieRefusee] && notes.last == tardive)
    _ = try await essai.faire(RetirerUnConstat(tardive.id, motif: "autre salle"))
    #expect(try await essai.lire { try $0.constats(evaluation.id) }.count == 1)
    let citee = try await bureau.refus {
      _ = try await essai.faire(SupprimerUneEvaluation(evaluation.id))
    }
    #expect(citee != nil)
  }

  @Test("les feuilles d’une épreuve portent les règles de la salle")
  func feuilles() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let edition = EditionDEssai(bureau.essai)
    let evaluation = try #require(bureau.enregistree.installee.evaluations.first)
    let remis = try await edition.editer(.feuilleDEmargement, sur: .evaluation(evaluation.id))
    guard case .presence(let liste) = remis.documents.first?.contenu else {
      Issue.record("no sheet was printed")
      return
    }
    #expect(liste.regles == ConstatDeSalle.regles && liste.regles.contains("même blanche"))
  }

  // MARK: The end of records

  @Test(
    "avertissement, blâme et classement s’effacent après trois ans, l’exclusion reste",
    arguments: SQLEngine.allCases,
  )
  func effacement(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    let auteur = try await essai.utilisateur(.surveillant, sur: .promotion(bureau.promotion.id))
    let incident = try await Self.signaler(bureau, par: auteur)
    let jour = try BureauDEssai.jour("2025-11-05")
    let (puni, exclu) = (bureau.etudiants[0], bureau.etudiants[1])
    let saisi = try await essai.conduireALaSection(incident, [puni, exclu], le: jour)
    let blame = try #require(Incident.Sanction(.blame, annuleLEpreuve: false))
    let exclusion = try #require(
      Incident.Sanction(.exclusionTemporaire, mois: 6, annuleLEpreuve: false)
    )
    var version = saisi.version
    for (etudiant, sanction) in [(puni, blame), (exclu, exclusion)] {
      version =
        try await essai.faire(
          ConclureUnIncident(
            incident: incident.id,
            etudiant: etudiant,
            issue: .sanction(sanction),
            date: jour,
            version: version,
          )
        ).version
    }
    _ = try await essai.faire(LireUnDossierDisciplinaire(incident.id))
    let edition = EditionDEssai(essai)
    for etudiant in [puni, exclu] {
      _ = try await edition.editer(
        .notificationDeSanction,
        sur: .incident(incident.id),
        [etudiant],
      )
    }
    try essai.horloge.regler("2028-11-05")
    #expect(
      try await essai.faire(AppliquerLaConservation()).procedures == 0,
      "trois ans jour pour jour",
    )
    try essai.horloge.regler("2028-11-06")
    #expect(try await essai.faire(AppliquerLaConservation()).procedures == 1)
    let reste = try #require(try await essai.lire { try $0.incident(incident.id) })
    #expect(reste.suites.map(\.etudiant) == [exclu] && reste.description == "Insultes.")
    let journal = try await essai.lire { try $0.journal(sujet: puni) }
    let siennes = journal.filter { $0.objet == "incident/\(incident.id)" }
    #expect(siennes.allSatisfy { $0.contenu?.contains("blame") != true })
    #expect(try await essai.faire(AppliquerLaConservation()).procedures == 0)
    let papiers = try await essai.lire { registre in
      try [puni, exclu].map { try registre.documents(etudiant: $0).count }
    }
    #expect(papiers == [0, 1])
    let bilan = try EntretienDeBase(RegistreDEssai.adresse(essai.base)).verifier()
    #expect(bilan.estIntact, "\(bilan.texte)")
  }

  @Test("un incident resté sans suite s’efface tout entier", arguments: SQLEngine.allCases)
  func sansSuite(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let essai = bureau.essai
    let auteur = try await essai.utilisateur(.surveillant, sur: .promotion(bureau.promotion.id))
    let incident = try await Self.signaler(bureau, par: auteur)
    _ = try await essai.faire(LireUnDossierDisciplinaire(incident.id))
    try essai.horloge.regler("2028-11-10")
    #expect(try await essai.faire(AppliquerLaConservation()).procedures == 2)
    let reste = try #require(try await essai.lire { try $0.incident(incident.id) })
    #expect(reste.suites.isEmpty && reste.description == "effacé" && reste.surveillant == "effacé")
    let bilan = try EntretienDeBase(RegistreDEssai.adresse(essai.base)).verifier()
    #expect(bilan.estIntact, "\(bilan.texte)")
  }
}
