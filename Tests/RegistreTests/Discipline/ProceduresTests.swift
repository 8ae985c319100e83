import Actes
import Demonstration
import Registre
import SQL
import Scolarite
import Testing

@Suite("Procédures disciplinaires")
struct ProceduresTests {
  private static func incident(
    _ bureau: BureauDEssai,
    _ comportement: Comportement = .fraude,
    aUneEpreuve: Bool = true,
    etudiants: [Identifiant<Etudiant>]? = nil,
    inconnus: String = "",
    par: Utilisateur? = nil,
    degat: Incident.Degat? = nil,
  ) async throws -> Incident {
    try bureau.essai.horloge.regler("2025-11-10")
    let evaluation = try #require(bureau.enregistree.installee.evaluations.first)
    let acte = SignalerUnIncident(
      promotion: bureau.promotion.id,
      etudiants: etudiants ?? [bureau.etudiant],
      date: try BureauDEssai.instant("2025-11-03T09:10"),
      lieu: "amphi B",
      evaluation: aUneEpreuve ? evaluation.id : nil,
      surveillant: "Sam Veille",
      recit: "Téléphone sur les genoux.",
      comportement: comportement,
      temoins: "Deux voisins.",
      inconnus: inconnus,
      penal: true,
      degat: degat,
    )
    guard let par else { return try await bureau.essai.faire(acte) }
    return try await bureau.essai.faire(acte, par: par)
  }

  private static let jour = "2025-11-05"

  @Test(
    "chaque comportement se signale et se relit, sur les deux moteurs",
    arguments: SQLEngine.allCases,
  )
  func comportements(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    #expect(Comportement.allCases.count == 16)
    for comportement in Comportement.allCases {
      let degat =
        comportement == .degradation
        ? Incident.Degat(designation: "écran", valeur: 12_050) : nil
      let incident = try await Self.incident(
        bureau,
        comportement,
        aUneEpreuve: comportement == .fraude,
        etudiants: comportement == .bruit ? [] : nil,
        inconnus: comportement == .bruit ? "trois personnes" : "",
        degat: degat,
      )
      #expect(try await bureau.essai.lire { try $0.incident(incident.id) } == incident)
    }
    let tous = try await bureau.essai.lire { try $0.incidents() }
    #expect(tous.map(\.comportement) == Comportement.allCases)
    #expect(Comportement.fausseSignature.penal?.contains("faux et usage de faux") == true)
    #expect(Comportement.degradation.article == "règlement des études, article 4, 4e tiret")
  }

  @Test("un incident à venir, sans personne ou chiffré à tort est refusé, à la minute près")
  func refus() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    try bureau.essai.horloge.regler("2025-11-10")
    func signaler(
      _ instant: String,
      _ etudiants: [Identifiant<Etudiant>],
      _ degat: Incident.Degat? = nil,
    ) async throws -> Refus? {
      try await bureau.refus {
        _ = try await bureau.essai.faire(
          SignalerUnIncident(
            promotion: bureau.promotion.id,
            etudiants: etudiants,
            date: try BureauDEssai.instant(instant),
            surveillant: "Sam Veille",
            recit: "Écran cassé.",
            comportement: .degradation,
            degat: degat,
          )
        )
      }
    }
    #expect(try await signaler("2025-11-10T08:01", [bureau.etudiant]) == .etat(.dateAVenir))
    #expect(try await signaler("2025-11-10T08:00", [bureau.etudiant]) == nil)
    #expect(
      try await signaler("2025-11-09T08:00", []) == .donnees([.init("étudiants", .absente)])
    )
    let trop = Incident.Degat(designation: "écran", valeur: 100, montant: 101, etat: .facture)
    guard
      case .donnees(let fautes) = try await signaler("2025-11-09T08:00", [bureau.etudiant], trop)
    else {
      Issue.record("more than its value was asked")
      return
    }
    #expect(fautes.map(\.lieu) == ["montant", "facture"])
  }

  @Test(
    "le dégât se remplace ou se facture, à hauteur de sa valeur",
    arguments: SQLEngine.allCases,
  )
  func degats(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let incident = try await Self.incident(bureau, .degradation, aUneEpreuve: false)
    let facture = Incident.Degat(
      designation: "écran",
      valeur: 12_050,
      montant: 12_050,
      etat: .facture,
      facture: "F-12",
    )
    let regle = try await bureau.essai.faire(
      ReglerUnDegat(incident: incident.id, degat: facture, version: 1)
    )
    #expect(try await bureau.essai.lire { try $0.incident(incident.id) } == regle)
    #expect(regle.degat == facture)
    let perime = try await bureau.refus {
      _ = try await bureau.essai.faire(
        ReglerUnDegat(incident: incident.id, degat: facture, version: 1)
      )
    }
    #expect(perime?.estUnConflit == true)
  }

  @Test("quelqu’un qui n’était pas identifié se nomme ensuite")
  func identification() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let incident = try await Self.incident(bureau, .bruit, etudiants: [], inconnus: "une personne")
    #expect(incident.suites.isEmpty)
    let nomme = try await bureau.essai.faire(
      IdentifierUnEtudiant(
        incident: incident.id,
        etudiant: bureau.etudiant,
        inconnus: "",
        version: 1,
      )
    )
    #expect(nomme.suites.map(\.etudiant) == [bureau.etudiant])
    #expect(try await bureau.essai.lire { try $0.incident(incident.id) } == nomme)
  }

  // MARK: The report of a fraud

  @Test(
    "le procès-verbal nomme mesures, pièces et contreseings, et retient le relevé",
    arguments: SQLEngine.allCases,
  )
  func procesVerbal(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let incident = try await Self.incident(bureau)
    let jour = try BureauDEssai.jour(Self.jour)
    let complet = RegistreDEssai.procesVerbal(incident, le: jour)
    let incomplet = Incident.ProcesVerbal(
      jour: jour,
      mesures: "",
      pieces: "",
      participation: .expulsion(motif: ""),
      signatures: [],
    )
    let manques = try await bureau.refus {
      _ = try await bureau.essai.faire(
        DresserLeProcesVerbal(incident: incident.id, incomplet, version: 1)
      )
    }
    guard case .donnees(let fautes) = manques else {
      Issue.record("an incomplete report was taken")
      return
    }
    #expect(
      fautes.map(\.lieu) == ["mesures", "pièces", "expulsion", "surveillants", "auteurs"]
    )
    let dresse = try await bureau.essai.faire(
      DresserLeProcesVerbal(incident: incident.id, complet, version: 1)
    )
    #expect(try await bureau.essai.lire { try $0.incident(incident.id) } == dresse)
    let edition = EditionDEssai(bureau.essai)
    let retenues = try await bureau.essai.lire { [etudiant = bureau.etudiant] registre in
      try registre.retenues(etudiant)
    }
    #expect(retenues == [Retenue(incident: incident.id, depuis: jour)])
    await #expect(throws: Refus.self) {
      _ = try await edition.editer(
        .releveProvisoire,
        sur: .promotion(bureau.promotion.id),
        [bureau.etudiant],
      )
    }
    let remis = try await edition.editer(.procesVerbalDeFraude, sur: .incident(incident.id))
    guard case .discipline(let piece) = remis.documents.first?.contenu else {
      Issue.record("no report was printed")
      return
    }
    #expect(piece.signatures.map(\.mention) == ["", "a refusé de contresigner"])
    #expect(piece.parties.contains { $0.textes.contains("Un téléphone.") })
    #expect(piece.parties.contains { $0.textes.contains { $0.contains("pas été interrompue") } })
  }

  @Test("un trouble n’a pas de procès-verbal et ne retient rien avant la section")
  func trouble() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let incident = try await Self.incident(bureau, .savoirVivre, aUneEpreuve: false)
    let refus = try await bureau.refus {
      _ = try await bureau.essai.faire(
        DresserLeProcesVerbal(
          incident: incident.id,
          RegistreDEssai.procesVerbal(incident, le: try BureauDEssai.jour(Self.jour)),
          version: 1,
        )
      )
    }
    #expect(refus == .etat(.sansFraude))
    #expect(incident.chef == .ordre)
  }

  // MARK: The chain

  @Test("les étapes viennent dans l’ordre de l’article 6, et à leur jour")
  func ordre() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let incident = try await Self.incident(bureau)
    let article = "règlement des études, article 6"
    func inviter(_ jour: String) async throws -> Refus? {
      try await bureau.refus {
        _ = try await bureau.essai.faire(
          InviterASExpliquer(
            incident: incident.id,
            etudiants: [bureau.etudiant],
            date: try BureauDEssai.jour(jour),
            texte: "Le 8.",
            version: 1,
          )
        )
      }
    }
    let sansInvitation = try await bureau.refus {
      _ = try await bureau.essai.faire(
        SaisirLaDirection(
          incident: incident.id,
          etudiants: [bureau.etudiant],
          chef: .fraude,
          date: try BureauDEssai.jour(Self.jour),
          texte: "",
          version: 1,
        )
      )
    }
    #expect(sansInvitation == .regle(article: article, .etapeManquante(.invitation)))
    #expect(
      try await inviter("2025-11-02")
        == .etat(
          .horsPeriode(
            du: try BureauDEssai.jour("2025-11-03"),
            au: try BureauDEssai.jour("2025-11-10"),
          )
        )
    )
    #expect(try await inviter("2025-11-11") == .etat(.dateAVenir))
    #expect(try await inviter("2025-11-04") == nil)
    func rapporter(_ version: Int64) async throws -> Refus? {
      try await bureau.refus {
        _ = try await bureau.essai.faire(
          RapporterALaPresidence(
            incident: incident.id,
            etudiants: [bureau.etudiant],
            date: try BureauDEssai.jour(Self.jour),
            texte: "Rapport.",
            version: version,
          )
        )
      }
    }
    #expect(
      try await rapporter(2) == .regle(article: article, .etapeManquante(.saisineDuDirecteur))
    )
  }

  @Test("une fraude à une épreuve ne va pas à la section sans procès-verbal")
  func sansProcesVerbal() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let incident = try await Self.incident(bureau)
    let jour = try BureauDEssai.jour(Self.jour)
    let saisi = try await bureau.essai.conduireALaSection(incident, [bureau.etudiant], le: jour)
    #expect(
      saisi.suite(bureau.etudiant)?.etapes.map(\.nature) == [
        .invitation, .saisineDuDirecteur, .rapport, .saisineDeLaSection,
      ]
    )
    let autre = try await Self.incident(bureau)
    _ = try await bureau.essai.faire(
      InviterASExpliquer(
        incident: autre.id,
        etudiants: [bureau.etudiant],
        date: jour,
        texte: "Le 8.",
        version: 1,
      )
    )
    _ = try await bureau.essai.faire(
      SaisirLaDirection(
        incident: autre.id,
        etudiants: [bureau.etudiant],
        chef: .fraude,
        date: jour,
        texte: "",
        version: 2,
      )
    )
    _ = try await bureau.essai.faire(
      RapporterALaPresidence(
        incident: autre.id,
        etudiants: [bureau.etudiant],
        date: jour,
        texte: "Rapport.",
        version: 3,
      )
    )
    let refus = try await bureau.refus {
      _ = try await bureau.essai.faire(
        SaisirLaSection(incident: autre.id, etudiants: [bureau.etudiant], date: jour, version: 4)
      )
    }
    #expect(
      refus == .regle(article: "règlement des études, article 5", .procesVerbalManquant)
    )
  }

  @Test(
    "une décision entrée par erreur s’annule avec un motif et rend la note, plus une fois notifiée",
    arguments: SQLEngine.allCases,
  )
  func annulation(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let (essai, etudiant) = (bureau.essai, bureau.etudiant)
    let incident = try await Self.incident(bureau)
    let evaluation = try #require(incident.evaluation)
    let jour = try BureauDEssai.jour(Self.jour)
    let avant = try await essai.lire { try $0.note(evaluation, etudiant)?.note.entree }
    let saisi = try await essai.conduireALaSection(incident, [etudiant], le: jour)
    let blame = try #require(Incident.Sanction(.blame, annuleLEpreuve: true))
    func conclure(_ version: Int64) async throws -> Incident {
      try await essai.faire(
        ConclureUnIncident(
          incident: incident.id,
          etudiant: etudiant,
          issue: .sanction(blame),
          date: jour,
          version: version,
        )
      )
    }
    func annuler(_ motif: String, _ version: Int64) async throws -> Incident {
      try await essai.faire(
        AnnulerUneEtape(
          incident: incident.id,
          etudiant: etudiant,
          motif: motif,
          version: version,
        )
      )
    }
    let conclu = try await conclure(saisi.version)
    #expect(try await essai.lire { try $0.note(evaluation, etudiant)?.note.entree } == .nulle)
    let muet = try await bureau.refus { _ = try await annuler("", conclu.version) }
    #expect(muet == .etat(.motifManquant))
    let rendu = try await annuler("autre étudiant", conclu.version)
    #expect(rendu.suite(etudiant)?.etat == .sectionSaisie)
    #expect(try await essai.lire { try $0.note(evaluation, etudiant)?.note.entree } == avant)
    let encore = try await conclure(rendu.version)
    let notifie = try await essai.faire(
      NotifierLaSanction(
        incident: incident.id,
        etudiant: etudiant,
        date: jour,
        version: encore.version,
      )
    )
    let tard = try await bureau.refus { _ = try await annuler("erreur", notifie.version) }
    #expect(tard == .etat(.decisionNotifiee))
    let recours = try await essai.faire(
      EnregistrerUnRecours(
        incident: incident.id,
        etudiant: etudiant,
        date: jour,
        texte: "Tribunal administratif.",
        version: notifie.version,
      )
    )
    #expect(recours.suite(etudiant)?.etapes.last?.nature == .recours)
  }

  @Test("une relaxe lève la retenue et se relit comme telle", arguments: SQLEngine.allCases)
  func relaxe(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let jour = try BureauDEssai.jour(Self.jour)
    let incident = try await Self.incident(bureau)
    let saisi = try await bureau.essai.conduireALaSection(incident, [bureau.etudiant], le: jour)
    let conclu = try await bureau.essai.faire(
      ConclureUnIncident(
        incident: incident.id,
        etudiant: bureau.etudiant,
        issue: .relaxe(motif: "rien n’est établi"),
        date: jour,
        version: saisi.version,
      )
    )
    #expect(try await bureau.essai.lire { try $0.incident(incident.id) } == conclu)
    #expect(conclu.suite(bureau.etudiant)?.etat == .relaxe(motif: "rien n’est établi"))
    let retenues = try await bureau.essai.lire { [etudiant = bureau.etudiant] registre in
      try registre.retenues(etudiant)
    }
    #expect(retenues.isEmpty)
  }
}
