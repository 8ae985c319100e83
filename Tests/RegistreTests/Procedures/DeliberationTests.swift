import Actes
import Demonstration
import Echanges
import SQL
import Scolarite
import Testing

/// What a jury has before it, and what its seal lets be done again.
struct DeliberationTests {
  private static let membres: [SessionDeJury.Membre] = [
    .init(nom: "Dominique Chaire", qualite: .president, present: true),
    .init(nom: "Alix Banc", qualite: .enseignant, present: false),
  ]

  private static func jury(
    _ bureau: BureauDEssai,
    _ nature: SessionDeJury.Nature = .annee,
  ) async throws -> SessionDeJury {
    try await bureau.essai.faire(
      OuvrirUnJury(
        promotion: bureau.promotion.id,
        nature: nature,
        date: BureauDEssai.jour("2026-07-03"),
        nomination: "arrêté 2026-12",
        membres: membres,
      )
    )
  }

  @Test("le jury voit propositions, préparation et ce qu’il décide", arguments: SQLEngine.allCases)
  func seance(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let jury = try await Self.jury(bureau)
    let etudiant = bureau.etudiant
    let situation = try await bureau.essai.faire(
      SignalerUneSituation(promotion: bureau.promotion.id, etudiant: etudiant, texte: "Malade.")
    )
    let red = DecisionPrise(sur: .annee, code: .red, motif: "bases fragiles")
    try await bureau.essai.faire(
      ProposerEnCommission(jury: jury.id, etudiant: etudiant, decisions: [red], avis: "Assidu.")
    )
    var seance = try await bureau.essai.faire(VoirUneDeliberation(jury.id))
    #expect(seance.session.nomination == "arrêté 2026-12")
    #expect(Set(seance.lignes.map(\.etudiant.id)) == Set(bureau.etudiants))
    var ligne = try #require(seance.lignes.first { $0.etudiant.id == etudiant })
    #expect(ligne.situations == [situation] && ligne.projet == nil)
    #expect(ligne.commission?.decisions == [red] && ligne.commission?.avis == "Assidu.")
    #expect(ligne.decidee == ligne.proposition)

    let adj = DecisionPrise(sur: .annee, code: .adj, motif: "progression nette")
    let projet = try await bureau.essai.faire(
      DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: [adj])
    )
    let examen = try await bureau.essai.faire(ExaminerUnEtudiant(jury.id, etudiant))
    #expect(examen.ligne.decidee.codeAnnee == "ADJ" && examen.ligne.decidee.autorisee == true)
    #expect(examen.ligne.proposition == ligne.proposition)
    try await bureau.essai.faire(
      ReprendreUnExamen(jury: jury.id, etudiant: etudiant, version: projet.version)
    )
    _ = try await bureau.essai.faire(LeverUneSituation(situation.id))
    seance = try await bureau.essai.faire(VoirUneDeliberation(jury.id))
    ligne = try #require(seance.lignes.first { $0.etudiant.id == etudiant })
    #expect(ligne.projet == nil && ligne.situations.isEmpty)
  }

  @Test(
    "la promotion gardée entre deux décisions est celle du registre, dès qu’un fait change",
    arguments: SQLEngine.allCases,
  )
  func gardee(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let (essai, etudiant) = (bureau.essai, bureau.etudiant)
    let jury = try await Self.jury(bureau)
    func proposition() async throws -> Proposition {
      let seance = try await essai.bureau.demander(
        VoirUneDeliberation(jury.id),
        par: .console("essai"),
        dans: essai.iut,
      )
      return try #require(seance.lignes.first { $0.etudiant.id == etudiant }).proposition
    }
    func dossier() async throws -> String {
      let lu = try await essai.faire(LireUnDossier(etudiant, promotion: bureau.promotion.id))
      return try FormatsDEchange().texte(lu.dossier, profil: "essai")
    }
    let avant = try await proposition()
    let lu = try await dossier()
    let adj = DecisionPrise(sur: .annee, code: .adj, motif: "progression nette")
    try await essai.faire(
      ProposerEnCommission(jury: jury.id, etudiant: etudiant, decisions: [adj], avis: "Assidu.")
    )
    let situation = try await essai.faire(
      SignalerUneSituation(promotion: bureau.promotion.id, etudiant: etudiant, texte: "Malade.")
    )
    _ = try await essai.faire(LeverUneSituation(situation.id))
    let projet = try await essai.faire(
      DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: [adj])
    )
    try await essai.faire(
      ReprendreUnExamen(jury: jury.id, etudiant: etudiant, version: projet.version)
    )
    _ = try await essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    // What is prepared changes no dossier, or the promotion could not be kept.
    #expect(try await dossier() == lu)
    #expect(try await proposition() == avant)

    let notes = try await essai.lire { [id = bureau.promotion.id] registre in
      try registre.notes(etudiant: etudiant, promotion: id)
    }
    let note = try #require(notes.first)
    _ = try await essai.faire(
      SaisirUneNote(
        evaluation: note.evaluation,
        etudiant: etudiant,
        entree: .note(try #require(Note(0, sur: 20))),
        version: note.version,
        motif: "copie relue",
      )
    )
    let apres = try await proposition()
    #expect(apres != avant)
    let seance = try await essai.faire(VoirUneDeliberation(jury.id))
    #expect(seance.lignes.first { $0.etudiant.id == etudiant }?.proposition == apres)
  }

  @Test("un jury ne se réunit pas avant l’année, ni une rectification avant son jury")
  func dates() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let trop = try await bureau.refus {
      _ = try await bureau.essai.faire(
        OuvrirUnJury(
          promotion: bureau.promotion.id,
          nature: .annee,
          date: BureauDEssai.jour("2025-07-03"),
        )
      )
    }
    #expect(
      trop
        == .donnees([
          .init("date", .horsBornes(vu: "2025-07-03", bornes: "2025-09-01 ou après"))
        ])
    )
    var jury = try await Self.jury(bureau)
    jury.date = try BureauDEssai.jour("2025-08-31")
    let deplacee = try await bureau.refus { _ = try await bureau.essai.faire(ModifierUnJury(jury)) }
    #expect(deplacee != nil)
    _ = try await bureau.essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
    let avant = try await bureau.refus {
      _ = try await bureau.essai.faire(
        RouvrirPourErreurMaterielle(
          jury: jury.id,
          etudiants: [bureau.etudiant],
          date: BureauDEssai.jour("2026-07-02"),
          preuve: "procès-verbal signé",
        )
      )
    }
    #expect(
      avant
        == .donnees([
          .init("date", .horsBornes(vu: "2026-07-02", bornes: "2026-07-03 ou après"))
        ])
    )
  }

  @Test(
    "le jury décide sur ce qu’il a vu : une proposition changée depuis se revoit avant de clore",
    arguments: SQLEngine.allCases,
  )
  func vues(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let (essai, etudiant) = (bureau.essai, bureau.etudiant)
    let jury = try await Self.jury(bureau)
    let vue = try await essai.faire(VoirUneDeliberation(jury.id))
    let lue = try #require(vue.lignes.first { $0.etudiant.id == etudiant })
    try await essai.adopter(bureau.etudiants, en: jury)
    func noter(_ valeur: Decimale) async throws -> NoteInscrite {
      let notes = try await essai.lire { [id = bureau.promotion.id] registre in
        try registre.notes(etudiant: etudiant, promotion: id)
      }
      let note = try #require(notes.first)
      return try await essai.faire(
        SaisirUneNote(
          evaluation: note.evaluation,
          etudiant: etudiant,
          entree: .note(try #require(Note(valeur, sur: 20))),
          version: note.version,
          motif: "copie relue",
        )
      )
    }
    _ = try await noter(0)
    let apres = try await essai.faire(VoirUneDeliberation(jury.id))
    #expect(apres.changes.map(\.etudiant.id) == [etudiant] && apres.vue != vue.vue)
    let clos = try await bureau.refus {
      _ = try await essai.faire(CloreUnJury(jury.id, version: 1))
    }
    #expect(clos == .etat(.propositionsChangees(1)))

    func decider(_ vue: String?) -> DeciderEnJury {
      DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: [], vue: vue, version: 1)
    }
    let ancienne = try await bureau.refus { _ = try await essai.faire(decider(lue.vue)) }
    #expect(ancienne == .etat(.propositionChangee))
    let nouvelle = try #require(apres.lignes.first { $0.etudiant.id == etudiant }).vue
    let projet = try await essai.faire(decider(nouvelle))
    #expect(projet.vue == nouvelle)
    let perimee = try await bureau.refus {
      _ = try await essai.faire(CloreUnJury(jury.id, version: 1, vue: vue.vue))
    }
    #expect(perimee == .etat(.clotureAReprendre))
    let scelles = try await essai.faire(CloreUnJury(jury.id, version: 1, vue: apres.vue))
    #expect(scelles.count == bureau.etudiants.count)
  }

  @Test("un second jury d’une année dit pourquoi il se réunit, et le scelle")
  func second() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let premier = try await Self.jury(bureau)
    try await bureau.essai.adopter(bureau.etudiants, en: premier)
    _ = try await bureau.essai.faire(CloreUnJury(premier.id, version: 1))
    let muet = try await bureau.refus { _ = try await Self.jury(bureau) }
    #expect(muet == .etat(.motifManquant))
    let second = try await bureau.essai.faire(TerrainDEssai.jury(bureau.promotion))
    #expect(second.motif == "session 2")
    try await bureau.essai.adopter(bureau.etudiants, en: second)
    _ = try await bureau.essai.faire(CloreUnJury(second.id, version: 1))
    let verification = try await bureau.essai.faire(VerifierUnJury(second.id))
    #expect(verification.cloture.session.motif == "session 2")
    #expect(verification.scelles.filter { !$0.seRejoue }.isEmpty)
  }

  @Test("un jury entamé ne se retire pas, un jury ouvert par erreur si")
  func retrait() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let entame = try await Self.jury(bureau)
    _ = try await bureau.essai.faire(AdopterLesPropositions(entame.id, [bureau.etudiant]))
    let refus = try await bureau.refus { try await bureau.essai.faire(AnnulerUnJury(entame.id)) }
    #expect(refus == .etat(.juryEntame))
    let second = try await bureau.refus { _ = try await Self.jury(bureau) }
    #expect(second == .etat(.juryDejaOuvert))
    let semestre = bureau.promotion.anneeBUT.semestres[0]
    let erreur = try await Self.jury(bureau, .semestre(semestre))
    let dite = ProposerEnCommission(
      jury: erreur.id,
      etudiant: bureau.etudiant,
      decisions: [],
      avis: "Assidu.",
    )
    try await bureau.essai.faire(dite)
    let prepare = try await bureau.refus { try await bureau.essai.faire(AnnulerUnJury(erreur.id)) }
    #expect(prepare == .etat(.juryEntame))
    // Taken back, what was prepared no longer keeps it there.
    try await bureau.essai.faire(
      ProposerEnCommission(
        jury: erreur.id,
        etudiant: bureau.etudiant,
        decisions: [],
        avis: "",
        version: 1,
      )
    )
    try await bureau.essai.faire(AnnulerUnJury(erreur.id))
    let restants = try await bureau.essai.lire { [id = bureau.promotion.id] in try $0.jurys(id) }
    #expect(restants.map(\.id) == [entame.id])
  }

  @Test("ce que le règlement ne tranche pas empêche de clore, jusqu’à ce que le jury le voie")
  func manquantes() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let jury = try await Self.jury(bureau)
    let seance = try await bureau.essai.faire(VoirUneDeliberation(jury.id))
    let ouverts = seance.enAttente.map(\.etudiant.id)
    let refus = try await bureau.refus {
      _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
    }
    #expect(ouverts.isEmpty == (refus == nil))
    if !ouverts.isEmpty { #expect(refus == .etat(.decisionsManquantes(ouverts.count))) }
  }

  @Test("laisser sans décision se fait un par un, jamais ensemble")
  func adoptionOuverte() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let modele = try await bureau.essai.lire { [id = bureau.promotion.id] registre in
      try registre.evaluations(id).first
    }
    let evaluation = try #require(modele)
    _ = try await bureau.essai.faire(
      CreerUneEvaluation(
        promotion: bureau.promotion.id,
        semestre: evaluation.semestre,
        module: evaluation.module,
        intitule: "Sans note",
        date: nil,
      )
    )
    let jury = try await Self.jury(bureau)
    let tous = try await bureau.refus {
      _ = try await bureau.essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    }
    #expect(tous == .etat(.decisionsManquantes(bureau.etudiants.count)))
    _ = try await bureau.essai.faire(
      DeciderEnJury(jury: jury.id, etudiant: bureau.etudiant, decisions: [])
    )
    let seance = try await bureau.essai.faire(VoirUneDeliberation(jury.id))
    #expect(Set(seance.enAttente.map(\.etudiant.id)) == Set(bureau.etudiants.dropFirst()))
  }

  @Test("un motif, une preuve ou une dérogation faits de blancs ne disent rien")
  func blancs() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let jury = try await Self.jury(bureau)
    let blanc = DecisionPrise(sur: .annee, code: .adj, motif: " \n\u{A0}")
    let decision = try await bureau.refus {
      _ = try await bureau.essai.faire(
        DeciderEnJury(jury: jury.id, etudiant: bureau.etudiant, decisions: [blanc])
      )
    }
    #expect(decision == .etat(.motifManquant))
    #expect(CloreUnJury(jury.id, version: 1, derogation: " ").derogation == nil)
    _ = try await bureau.essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
    let preuve = try await bureau.refus {
      _ = try await bureau.essai.faire(
        RouvrirPourErreurMaterielle(
          jury: jury.id,
          etudiants: [bureau.etudiant],
          date: jury.date,
          preuve: "  ",
        )
      )
    }
    #expect(preuve == .etat(.motifManquant))
  }

  @Test(
    "ce qui est scellé se rejoue à l’identique, et ce qui change se dit",
    arguments: SQLEngine.allCases,
  )
  func rejeu(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let jury = try await Self.jury(bureau)
    _ = try await bureau.essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
    var verification = try await bureau.essai.faire(VerifierUnJury(jury.id))
    #expect(verification.scelles.count == bureau.etudiants.count)
    #expect(verification.scelles.allSatisfy(\.seRejoue) && verification.perimes.isEmpty)
    let export = try await bureau.essai.faire(ExporterUnJury(jury.id))
    #expect(export.contains(verification.empreinte) && export.contains("\"delibere/jury/1\""))

    let etudiant = bureau.etudiant
    let notes = try await bureau.essai.lire { [promotion = bureau.promotion.id] registre in
      try registre.notes(etudiant: etudiant, promotion: promotion)
    }
    let note = try #require(notes.first)
    _ = try await bureau.essai.faire(
      SaisirUneNote(
        evaluation: note.evaluation,
        etudiant: etudiant,
        entree: .note(try #require(Note(note.entree.mot == "3" ? 4 : 3))),
        version: note.version,
        motif: "erreur de report",
      )
    )
    verification = try await bureau.essai.faire(VerifierUnJury(jury.id))
    #expect(verification.perimes.map(\.etudiant) == [etudiant])
    #expect(verification.perimes.first?.differences.contains { $0.contains("devient") } == true)
    #expect(verification.scelles.filter { !$0.seRejoue }.isEmpty)
  }

  @Test("un bonus de fin d’année fait revoir ce que le jury du premier semestre avait scellé")
  func revues() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let semestre = try #require(bureau.promotion.anneeBUT.semestres.first)
    let premier = try await Self.jury(bureau, .semestre(semestre))
    _ = try await bureau.essai.faire(AdopterLesPropositions(premier.id, bureau.etudiants))
    _ = try await bureau.essai.faire(CloreUnJury(premier.id, version: 1))
    let jury = try await Self.jury(bureau)
    let avant = try await bureau.essai.faire(VoirUneDeliberation(jury.id))
    #expect(avant.lignes.allSatisfy { $0.revues.isEmpty })
    var revues = 0
    for etudiant in bureau.etudiants {
      _ = try await bureau.essai.faire(
        AttribuerUnBonus(
          promotion: bureau.promotion.id,
          etudiant: etudiant,
          nature: .sport(.points(try #require(Decimale("0,5")))),
          date: try BureauDEssai.jour("2026-06-15"),
          motif: "liste du SUAPS",
        )
      )
    }
    let apres = try await bureau.essai.faire(VoirUneDeliberation(jury.id))
    for (ancienne, nouvelle) in zip(avant.lignes, apres.lignes) {
      let attendues = zip(ancienne.proposition.ues, nouvelle.proposition.ues).filter {
        avant,
        apres in
        avant.code.semestre == semestre && avant.mention != apres.mention
      }
      #expect(nouvelle.revues.map(\.sujet) == attendues.map(\.1.code.texte))
      revues += nouvelle.revues.count
    }
    #expect(revues == apres.lignes.map(\.revues.count).reduce(0, +))
  }

  @Test("un demi-point de plus dit ce qu’il changerait, et rien où il ne change rien")
  func demiPoint() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let jury = try await Self.jury(bureau)
    for etudiant in bureau.etudiants {
      let examen = try await bureau.essai.faire(ExaminerUnEtudiant(jury.id, etudiant))
      for points in examen.demiPoints {
        let ue = try #require(examen.ligne.proposition.ues.first { $0.code == points.ue })
        #expect(!ue.acquise && !points.effets.isEmpty)
        #expect(points.effets.allSatisfy { $0.avant != $0.apres })
      }
    }
  }

  @Test("l’export d’une personne tait ce qu’un jury ouvert s’apprête à décider")
  func export() async throws {
    let bureau = try await BureauDEssai(.sqlite)
    let jury = try await Self.jury(bureau)
    let etudiant = bureau.etudiant
    let adj = DecisionPrise(sur: .annee, code: .adj, motif: "motif tu jusqu’à la clôture")
    _ = try await bureau.essai.faire(
      DeciderEnJury(jury: jury.id, etudiant: etudiant, decisions: [adj])
    )
    let avant = try await bureau.essai.faire(ExporterUnePersonne(etudiant))
    #expect(!avant.contains("motif tu jusqu’à"))
    _ = try await bureau.essai.faire(AdopterLesPropositions(jury.id, bureau.etudiants))
    _ = try await bureau.essai.faire(CloreUnJury(jury.id, version: 1))
    let apres = try await bureau.essai.faire(ExporterUnePersonne(etudiant))
    #expect(apres.contains("motif tu jusqu’à"))
  }
}
