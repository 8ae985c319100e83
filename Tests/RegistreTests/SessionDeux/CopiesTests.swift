import Actes
import SQL
import Scolarite
import Testing

@Suite("Session 2 : copies, publication et contestations")
struct CopiesTests {
  @Test(
    "double correction sous anonymat : des numéros seuls, un écart motivé, puis les noms",
    arguments: SQLEngine.allCases,
  )
  func doubleCorrection(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let (une, autre) = (terrain.correcteurs[0], terrain.correcteurs[1])
    let avant = try await bureau.refus {
      try await terrain.lire(.premiere, [(100, "12")], par: une)
    }
    #expect(avant == .etat(.copiesNonPreparees))
    let sansEcart = try await bureau.refus {
      _ = try await essai.faire(
        PreparerLesCopies(
          terrain.epreuve.id,
          mode: .doubleCorrection,
          estAnonyme: true,
          graine: 7,
        )
      )
    }
    #expect(sansEcart == .donnees([.init("ecart", .absente)]))
    let copies = try await terrain.preparer(.doubleCorrection)
    let numeros = try await terrain.numeros()
    #expect(Set(numeros).count == 3)
    let vide = try await terrain.grille(par: une)
    #expect(vide.lignes.allSatisfy { $0.etudiant == nil } && vide.rang == .premiere)
    try await terrain.lire(
      .premiere,
      [(numeros[0], "12"), (numeros[1], "8"), (numeros[2], "15")],
      par: une,
    )
    let elle = try await bureau.refus {
      try await terrain.lire(.seconde, [(numeros[0], "12")], par: une)
    }
    #expect(elle == .etat(.memeLecteur(numeros[0])))
    let cachee = try await terrain.grille(par: autre)
    #expect(cachee.rang == .seconde)
    #expect(cachee.lignes.allSatisfy { $0.lectures.isEmpty && $0.cachees == [.premiere] })
    try await terrain.lire(
      .seconde,
      [(numeros[0], "24/40"), (numeros[1], "14"), (numeros[2], "13")],
      par: autre,
    )
    let lue = try await terrain.grille(par: autre)
    func etat(_ numero: Int) throws -> CopieSituee.Etat {
      try #require(lue.lignes.first { $0.numero == numero }).etat
    }
    #expect(try etat(numeros[0]) == .conclue(try TerrainDeCopies.entree("12")))
    #expect(try etat(numeros[1]) == .aRegler(exigeUnMotif: true))
    #expect(try etat(numeros[2]) == .aRegler(exigeUnMotif: false))
    let fige = try await bureau.refus {
      _ = try await terrain.preparer(.simple, version: copies.version)
    }
    #expect(fige == .etat(.evaluationNotee(3)))
    func verser() async throws -> CopiesDEpreuve {
      try await essai.faire(
        VerserLesNotes(terrain.epreuve.id, version: 1),
        par: terrain.secretariat,
      )
    }
    let incompletes = try await bureau.refus { _ = try await verser() }
    #expect(incompletes == .etat(.copiesIncompletes(2)))
    func regler(_ numero: Int, _ note: String, _ motif: String?) async throws {
      _ = try await essai.faire(
        ReglerUneCopie(
          terrain.epreuve.id,
          numero: numero,
          try TerrainDeCopies.entree(note),
          motif: motif,
        ),
        par: autre,
      )
    }
    let sansMotif = try await bureau.refus { try await regler(numeros[1], "11", " ") }
    #expect(sansMotif == .etat(.motifManquant))
    let sansObjet = try await bureau.refus { try await regler(numeros[0], "11", "?") }
    #expect(sansObjet == .etat(.copieSansEcart(numeros[0])))
    try await regler(numeros[1], "11", "question 3 relue ensemble")
    try await regler(numeros[2], "14", nil)
    let enseignant = try await bureau.refus {
      _ = try await essai.faire(VerserLesNotes(terrain.epreuve.id, version: 1), par: une)
    }
    #expect(enseignant == .interdit(.gererLesCampagnes))
    #expect(try await verser().versees != nil)
    let nommee = try await terrain.grille(par: autre)
    #expect(Set(nommee.lignes.compactMap { $0.etudiant?.id }) == Set(bureau.etudiants))
    let promotion = terrain.promotion.id
    let notes = try await essai.lire { try $0.notesDeSession2(promotion) }
    #expect(notes.map(\.entree.mot) == ["12", "11", "14"])
    #expect(notes.allSatisfy { $0.epreuve == .ue(terrain.ue) })
    let tard = try await bureau.refus {
      try await terrain.lire(.premiere, [(numeros[0], "9")], par: une)
    }
    #expect(tard == .etat(.copiesVersees))
    let apres = try await bureau.refus { try await regler(numeros[0], "13", "faute de report") }
    #expect(apres == .interdit(.saisirLesNotes))
    _ = try await essai.faire(
      ReglerUneCopie(
        terrain.epreuve.id,
        numero: numeros[0],
        try TerrainDeCopies.entree("13"),
        motif: "faute de report",
      ),
      par: terrain.secretariat,
    )
    let corrigees = try await essai.lire { try $0.notesDeSession2(promotion) }
    #expect(corrigees.map(\.entree.mot) == ["13", "11", "14"])
    let faites = try await essai.lire { [id = terrain.campagne.id] in
      try $0.etapesDeSession2(id)
    }
    #expect(faites[.notes] != nil && faites[.jury] == nil)
  }

  @Test("une lecture changée reprend l’accord, et deux versions ne s’écrasent pas")
  func relecture() async throws {
    let terrain = try await TerrainDeCopies(.sqlite)
    _ = try await terrain.preparer(.doubleSaisie)
    let numero = try await terrain.numeros()[0]
    try await terrain.lire(.premiere, [(numero, "12")], par: terrain.correcteurs[0])
    try await terrain.lire(.seconde, [(numero, "21/30")], par: terrain.correcteurs[1])
    _ = try await terrain.essai.faire(
      ReglerUneCopie(
        terrain.epreuve.id,
        numero: numero,
        try TerrainDeCopies.entree("14"),
        motif: nil,
      ),
      par: terrain.correcteurs[0],
    )
    let perdue = try await terrain.bureau.refus {
      try await terrain.lire(.premiere, [(numero, "9")], par: terrain.correcteurs[0])
    }
    #expect(perdue?.estUnConflit == true)
    try await terrain.lire(.premiere, [(numero, "14")], par: terrain.correcteurs[0], version: 1)
    let grille = try await terrain.grille(par: terrain.correcteurs[0])
    let ligne = try #require(grille.lignes.first { $0.numero == numero })
    #expect(ligne.lectures[.accord] == nil)
    #expect(ligne.etat == .conclue(try TerrainDeCopies.entree("14")))
  }

  @Test("qui est noté absent le jour même n’a pas de copie à noter")
  func absence() async throws {
    let terrain = try await TerrainDeCopies(.sqlite)
    _ = try await terrain.essai.faire(
      SaisirUneNoteDeSession2(
        promotion: terrain.promotion.id,
        etudiant: terrain.bureau.etudiants[2],
        epreuve: .ue(terrain.ue),
        entree: .absenceInjustifiee,
      )
    )
    _ = try await terrain.preparer(.simple)
    let numeros = try await terrain.numeros()
    try await terrain.lire(
      .premiere,
      [(numeros[0], "12"), (numeros[1], "8")],
      par: terrain.correcteurs[0],
    )
    _ = try await terrain.essai.faire(
      VerserLesNotes(terrain.epreuve.id, version: 1),
      par: terrain.secretariat,
    )
    let promotion = terrain.promotion.id
    let notes = try await terrain.essai.lire { try $0.notesDeSession2(promotion) }
    #expect(notes.map(\.entree.mot) == ["12", "8", "ABI"])
  }

  @Test("ce que la session 2 change : moyenne de l’UE, avant et après")
  func effets() async throws {
    let terrain = try await TerrainDeCopies(.sqlite)
    try await terrain.verser(["14", "8", "ABJ"])
    let tableau = try await terrain.essai.faire(
      VoirLesEffetsDeLaSession2(terrain.campagne.id),
      par: terrain.secretariat,
    )
    #expect(tableau.lignes.count == 3)
    let ligne = try #require(
      tableau.lignes.first { $0.etudiant.id == terrain.bureau.etudiant }
    )
    let effet = try #require(ligne.ues.first)
    #expect(effet.note?.mot == "14")
    let (avant, apres) = (try #require(effet.avant), try #require(effet.apres))
    #expect(avant < 1 && apres > 10)
    #expect(ligne.effets.contains { $0.sujet == "UE11" })
  }

  // MARK: Hidden before the jury

  @Test(
    "avant la clôture du jury, aucun chemin ne montre à l’étudiant une note de session 2",
    arguments: SQLEngine.allCases,
  )
  func rienAvantLeJury(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let lui = try await bureau.enPersonne(bureau.etudiant)
    let blanc = try await vu(terrain, lui)
    try await terrain.verser(["13,37", "8", "15"])
    for (apres, avant) in zip(try await vu(terrain, lui), blanc) {
      #expect(Self.mots(apres) == Self.mots(avant))
    }
    #expect(try await terrain.session2(par: lui)?.notesUE == [:])
    #expect(try await terrain.session2(par: terrain.secretariat)?.notesUE.count == 1)
    let copies = try await essai.faire(VoirSesCopies(bureau.etudiant), par: lui)
    #expect(copies.sessions.flatMap(\.epreuves).allSatisfy { $0.note == nil })
    let export = try await essai.faire(
      ExporterUnePersonne(bureau.etudiant),
      par: terrain.secretariat,
    )
    #expect(!export.contains("13.37") && !export.contains("13,37"))
    for interdite in ["effets", "grille", "liste"] {
      let refus = try await bureau.refus {
        switch interdite {
        case "effets":
          _ = try await essai.faire(VoirLesEffetsDeLaSession2(terrain.campagne.id), par: lui)
        case "grille": _ = try await terrain.grille(par: lui)
        default: _ = try await essai.faire(VoirLesCopies(terrain.campagne.id), par: lui)
        }
      }
      #expect(refus?.estUneInterdiction == true, "\(interdite)")
    }
    // A jury that sits before the session seals what stood before it, and publishes nothing.
    try await terrain.clore(try await terrain.jury(le: "2026-06-20"))
    #expect(try await terrain.session2(par: lui)?.notesUE == [:])
    let scelles = try await essai.lire { registre in
      try registre.jurys(bureau.promotion.id).flatMap { try registre.scelles($0.id) }
    }
    #expect(scelles.allSatisfy { !$0.dossier.contains("13.37") && !$0.dossier.contains("13,37") })
    let jury = try await terrain.jury(le: "2026-07-06")
    _ = try await essai.faire(
      DeciderEnJury(jury: jury.id, etudiant: bureau.etudiant, decisions: [])
    )
    #expect(try await terrain.session2(par: lui)?.notesUE == [:])
    try await terrain.clore(jury)
    #expect(try await terrain.session2(par: lui)?.notesUE[terrain.ue]?.mot == "13,37")
    #expect(try await vu(terrain, lui) != blanc)
    let bilan = try await essai.faire(
      VoirSonBilan(bureau.etudiant, promotion: bureau.promotion.id),
      par: lui,
    )
    let sienne = try #require(bilan.ues.first { $0.ue.code == terrain.ue })
    #expect(sienne.session2?.mot == "13,37" && sienne.moyenne.valeur?.moyenneAffichee == "13,37")
    let publiees = try await essai.faire(VoirSesCopies(bureau.etudiant), par: lui)
    let publiee = try #require(publiees.sessions.flatMap(\.epreuves).first)
    #expect(publiee.note?.mot == "13,37" && publiee.publication?.jury == jury.id)
    let faites = try await essai.lire { [id = terrain.campagne.id] in
      try $0.etapesDeSession2(id)
    }
    #expect(faites[.publication] != nil && faites[.jury] != nil)
    let fige = try await bureau.refus {
      _ = try await essai.faire(
        SaisirUneNoteDeSession2(
          promotion: bureau.promotion.id,
          etudiant: bureau.etudiant,
          epreuve: .ue(terrain.ue),
          entree: try TerrainDeCopies.entree("18"),
          version: 1,
        )
      )
    }
    #expect(
      fige == .regle(article: "procédure de session 2, § 5", .noteDeSession2Publiee)
    )
  }

  /// The words of a text, whatever order a dictionary is printed in.
  private static func mots(_ texte: String) -> [String] {
    texte.split { " ,()[]".contains($0) }.map(String.init).sorted()
  }

  /// What the student is told of averages, explanations, needs, news and days, text by text.
  private func vu(_ terrain: TerrainDeCopies, _ lui: Utilisateur) async throws -> [String] {
    let (etudiant, promotion) = (terrain.bureau.etudiant, terrain.promotion.id)
    let essai = terrain.essai
    let bilan = try await essai.faire(VoirSonBilan(etudiant, promotion: promotion), par: lui)
    let expliquee = try await essai.faire(
      ExpliquerUneUE(promotion, de: etudiant, terrain.ue),
      par: lui,
    )
    let simulation = try await essai.faire(
      SimulerSesNotes(etudiant, promotion: promotion, pour: nil),
      par: lui,
    )
    let modules = try await essai.faire(
      VoirLesNotesParModule(etudiant, promotion: promotion),
      par: lui,
    )
    let nouvelles = try await essai.faire(NouvellesDUnEtudiant(etudiant, apres: nil), par: lui)
    return [
      "\(bilan.ues.map(\.moyenne))", "\(bilan.rcues.map(\.moyenne))",
      "\(bilan.decisions?.ues.map(\.moyenne) ?? [])",
      "\(String(describing: expliquee.moyenne))", "\(expliquee.recit)",
      "\(simulation.modules)", "\(String(describing: simulation.session2))", "\(modules)",
      "\(nouvelles.map(\.nature))",
    ]
  }

  // MARK: Contestation

  @Test(
    "une contestation : délai à la minute, date, erreur prouvée, nouvelle délibération",
    arguments: SQLEngine.allCases,
  )
  func contestation(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur)
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    let lui = try await bureau.enPersonne(bureau.etudiant)
    let voisin = try await bureau.enPersonne(bureau.etudiants[1])
    let direction = try await essai.utilisateur(
      .direction,
      sur: .departement(terrain.promotion.departement),
    )
    try await terrain.verser(["7", "8", "15"])
    func demander(_ qui: Utilisateur, _ etudiant: Int = 0) async throws -> ConsultationDeCopie {
      try await essai.faire(
        DemanderSaCopie(terrain.epreuve.id, de: bureau.etudiants[etudiant]),
        par: qui,
      )
    }
    let article = "procédure de session 2, § 5"
    let tot = try await bureau.refus { _ = try await demander(lui) }
    #expect(tot == .regle(article: article, .session2NonPubliee))
    try essai.horloge.regler(a: "2026-07-06T17:00")
    try await terrain.clore(try await terrain.jury(le: "2026-07-06"))
    try essai.horloge.regler(a: "2026-07-16T23:59")
    var consultation = try await demander(lui)
    let deux = try await bureau.refus { _ = try await demander(lui) }
    #expect(deux == .etat(.consultationDejaDemandee))
    try essai.horloge.regler(a: "2026-07-17T00:00")
    let tard = try await bureau.refus { _ = try await demander(voisin, 1) }
    #expect(
      tard
        == .regle(
          article: "règlement intérieur ; procédure de session 2, § 5",
          .consultationTardive(try BureauDEssai.jour("2026-07-16")),
        )
    )
    let rendezVous = ConsultationDeCopie.RendezVous(
      quand: try BureauDEssai.instant("2026-07-20T10:00"),
      lieu: "Bureau 12",
    )
    let sansDate = try await bureau.refus {
      _ = try await essai.faire(
        ConstaterUneConsultation(
          consultation.id,
          .init(quand: rendezVous.quand, observations: ""),
          version: 1,
        ),
        par: terrain.secretariat,
      )
    }
    #expect(sansDate == .etat(.consultationSansDate))
    consultation = try await essai.faire(
      FixerUneConsultation(consultation.id, rendezVous, version: 1),
      par: terrain.secretariat,
    )
    let nouvelles = try await essai.faire(
      NouvellesDUnEtudiant(bureau.etudiant, apres: nil),
      par: lui,
    )
    #expect(nouvelles.first?.nature == .copie(consultation.id, .accepte))
    try essai.horloge.regler(a: "2026-07-20T10:30")
    consultation = try await essai.faire(
      ConstaterUneConsultation(
        consultation.id,
        .init(quand: rendezVous.quand, observations: "le total est faux"),
        version: consultation.version,
      ),
      par: terrain.secretariat,
    )
    func reconnaitre(_ nature: ErreurMaterielle.Nature, _ preuve: String) async throws
      -> ConsultationDeCopie
    {
      try await essai.faire(
        ReconnaitreUneErreur(
          consultation.id,
          nature,
          preuve: preuve,
          motif: "le total des points est 17",
          entree: try TerrainDeCopies.entree("17"),
          jury: BureauDEssai.jour("2026-07-21"),
          version: consultation.version,
        ),
        par: direction,
      )
    }
    let severe = try await bureau.refus { _ = try await reconnaitre(.appreciation, "trop sévère") }
    #expect(severe == .regle(article: article, .sansErreurMaterielle))
    let sansPreuve = try await bureau.refus { _ = try await reconnaitre(.total, " ") }
    #expect(sansPreuve == .regle(article: article, .preuveManquante))
    consultation = try await reconnaitre(.total, "copie, page 2 : 6 + 6 + 5 = 17 et non 7")
    guard case .erreur(let erreur) = consultation.issue else {
      Issue.record("an error was recognised")
      return
    }
    consultation = try await essai.faire(
      ReporterUneCorrection(consultation.id, version: consultation.version),
      par: terrain.secretariat,
    )
    #expect(try await terrain.session2(par: lui)?.notesUE[terrain.ue]?.mot == "7")
    let lu = try await essai.lire { try $0.jury(erreur.jury) }
    var rouvert = try #require(lu)
    #expect(rouvert.rectification?.etudiants == [bureau.etudiant])
    rouvert.membres = [.init(nom: "Dominique Chaire", qualite: .president, present: true)]
    rouvert = try await essai.faire(ModifierUnJury(rouvert))
    try await terrain.clore(rouvert, [bureau.etudiant])
    #expect(try await terrain.session2(par: lui)?.notesUE[terrain.ue]?.mot == "17")
    let relue = try await essai.lire { [id = consultation.id] in try $0.consultationDeCopie(id) }
    #expect(relue == consultation)
  }

  @Test("sans délai au règlement intérieur, personne ne peut demander sa copie")
  func sansDelai() async throws {
    let terrain = try await TerrainDeCopies(.sqlite, delai: nil)
    let lui = try await terrain.bureau.enPersonne(terrain.bureau.etudiant)
    try await terrain.verser(["7", "8", "15"])
    try await terrain.clore(try await terrain.jury(le: "2026-07-06"))
    let refus = try await terrain.bureau.refus {
      _ = try await terrain.essai.faire(
        DemanderSaCopie(terrain.epreuve.id, de: terrain.bureau.etudiant),
        par: lui,
      )
    }
    #expect(refus == .etat(.delaiDeConsultationInconnu))
  }

  // MARK: Support

  @Test(
    "le soutien : UE fondamentales d’abord, inscrits seuls, présences",
    arguments: SQLEngine.allCases,
  )
  func soutien(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeCopies(moteur, aussi: ["UE12"])
    let (bureau, essai) = (terrain.bureau, terrain.essai)
    try essai.horloge.regler(a: "2026-06-15T09:00")
    let lui = try await bureau.enPersonne(bureau.etudiant)
    func offrir(_ ue: CodeUE, _ jour: String, _ motif: String? = nil) async throws
      -> SeanceDeSoutien
    {
      try await essai.faire(
        OffrirUneSeanceDeSoutien(
          terrain.campagne.id,
          ue,
          debut: BureauDEssai.instant("\(jour)T14:00"),
          fin: BureauDEssai.instant("\(jour)T16:00"),
          salle: "B204",
          enseignant: "Camille Dutour",
          places: 1,
          motif: motif,
        ),
        par: terrain.secretariat,
      )
    }
    let (autre, sans) = (try #require(CodeUE("UE12")), try #require(CodeUE("UE13")))
    try await essai.faire(FixerLesUEFondamentales(terrain.campagne.id, [terrain.ue]))
    let sansInscrit = try await bureau.refus { _ = try await offrir(sans, "2026-06-22") }
    #expect(sansInscrit == .etat(.soutienSansInscrit(sans)))
    let article = "procédure de session 2, § 5"
    let dAbord = try await bureau.refus { _ = try await offrir(autre, "2026-06-22") }
    #expect(dAbord == .regle(article: article, .soutienFondamentalDAbord([terrain.ue])))
    _ = try await offrir(autre, "2026-06-23", "l’enseignant de UE11 arrive le 24")
    let tard = try await bureau.refus { _ = try await offrir(terrain.ue, "2026-07-01") }
    #expect(
      tard == .regle(article: article, .soutienTardif(try BureauDEssai.jour("2026-07-01")))
    )
    let seance = try await offrir(terrain.ue, "2026-06-22")
    func venir(_ qui: Utilisateur, _ rang: Int, _ vient: Bool = true) async throws {
      try await essai.faire(
        VenirAuSoutien(seance.id, bureau.etudiants[rang], vient: vient),
        par: qui,
      )
    }
    try await venir(lui, 0)
    let voisin = try await bureau.enPersonne(bureau.etudiants[1])
    let complet = try await bureau.refus { try await venir(voisin, 1) }
    #expect(complet == .etat(.soutienComplet(1)))
    try await venir(lui, 0, false)
    try await venir(voisin, 1)
    let titulaire = try await essai.titulaire(bureau.etudiants[1])
    let agenda = try await essai.faire(VoirSonCalendrier(), par: titulaire).evenements
    let soutien = agenda.first { $0.cle == "soutien-\(seance.id)" }
    #expect(soutien?.quand == .creneau(seance.debut, minutes: 120))
    #expect(soutien?.details == ["Salle : B204", "Camille Dutour"])
    let sien = try await essai.faire(VoirSonSoutien(bureau.etudiants[1]), par: voisin)
    #expect(sien.seances.map(\.vient) == [true, false] && sien.seances.map(\.reste) == [0, 1])
    let avant = try await bureau.refus {
      try await essai.faire(
        PointerLeSoutien(seance.id, presents: [bureau.etudiants[1]]),
        par: terrain.correcteurs[0],
      )
    }
    #expect(avant == .etat(.dateAVenir))
    try essai.horloge.regler(a: "2026-06-22T14:05")
    try await essai.faire(
      PointerLeSoutien(seance.id, presents: [bureau.etudiants[1]]),
      par: terrain.correcteurs[0],
    )
    let commence = try await bureau.refus { try await venir(lui, 0) }
    #expect(commence == .etat(.soutienCommence))
    let vu = try await essai.faire(VoirLeSoutien(terrain.campagne.id), par: terrain.secretariat)
    #expect(vu.seances.flatMap(\.inscrits).map(\.present) == [true])
    let annulee = try await offrir(terrain.ue, "2026-06-24")
    try await essai.faire(
      VenirAuSoutien(annulee.id, bureau.etudiant, vient: true),
      par: lui,
    )
    _ = try await essai.faire(
      AnnulerUneSeanceDeSoutien(annulee.id, motif: "grève", version: 1),
      par: terrain.secretariat,
    )
    let nouvelles = try await essai.faire(
      NouvellesDUnEtudiant(bureau.etudiant, apres: nil),
      par: lui,
    )
    #expect(nouvelles.first?.nature == .soutienAnnule(annulee.id))
  }
}

extension Refus {
  fileprivate var estUneInterdiction: Bool {
    if case .interdit = self { true } else { false }
  }
}
