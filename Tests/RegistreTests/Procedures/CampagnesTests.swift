import Actes
import Echanges
import SQL
import Scolarite
import Testing

struct CampagnesTests {
  private static func campagne(_ bureau: BureauDEssai, _ nature: Campagne.Nature) async throws
    -> Campagne
  {
    try await bureau.essai.faire(
      OuvrirUneCampagne(
        promotion: bureau.promotion.id,
        nature: nature,
        intitule: "Demandes de juin",
        ouverture: BureauDEssai.instant("2026-06-01T08:00"),
        cloture: BureauDEssai.instant("2026-06-12T18:00"),
        jour: BureauDEssai.jour("2026-07-01"),
        parametres: [.init("salle", "B204"), .init("contact", "secrétariat")],
      )
    )
  }

  /// Gives the first student 0 to tests that outweigh all others of a UE.
  private static func manquer(_ code: String, _ bureau: BureauDEssai) async throws {
    let ue = try #require(
      try Bibliotheque { _ in nil }.programme("mmi-but1").ues.first { $0.code.texte == code }
    )
    for module in ue.modules {
      let evaluation = try await bureau.essai.faire(
        CreerUneEvaluation(
          promotion: bureau.promotion.id,
          semestre: ue.semestre,
          module: module.code.canonique,
          intitule: "Épreuve finale",
          date: nil,
          coefficient: 900,
        )
      )
      _ = try await bureau.essai.faire(
        SaisirUneNote(
          evaluation: evaluation.id,
          etudiant: bureau.etudiant,
          entree: .note(try #require(Note("0"))),
          version: 0,
        )
      )
    }
  }

  @Test(
    "hors délai, une demande veut la force majeure et son document",
    arguments: SQLEngine.allCases,
  )
  func fenetre(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let campagne = try await Self.campagne(bureau, .bonus)
    let lui = try await bureau.enPersonne(bureau.etudiant)
    let document = try await bureau.essai.faire(
      DeposerUnFichier(etudiant: bureau.etudiant, octets: Array("%PDF-1.7 essai".utf8)),
      par: lui,
    )
    func demande(_ motif: String? = nil, _ fichier: String? = nil) async throws -> Demande {
      try await bureau.essai.faire(
        DeposerUneDemande(
          campagne: campagne.id,
          etudiant: bureau.etudiant,
          texte: "Pompier volontaire",
          fichier: fichier,
          forceMajeure: motif,
        ),
        par: lui,
      )
    }
    let tropTot = try await bureau.refus { _ = try await demande() }
    #expect(
      tropTot == .etat(.campagneFermee(du: campagne.ouverture, au: campagne.cloture))
    )
    try bureau.essai.horloge.regler("2026-06-13")
    let sansDocument = try await bureau.refus { _ = try await demande("hospitalisation") }
    #expect(
      sansDocument
        == .regle(
          article: "procédure de session 2, § 3",
          .campagneFermee(du: campagne.ouverture, au: campagne.cloture),
        )
    )
    let tardive = try await demande("hospitalisation", document)
    let autre = try await bureau.enPersonne(bureau.etudiants[1])
    let pourUnAutre = try await bureau.refus {
      _ = try await bureau.essai.faire(
        DeposerUneDemande(campagne: campagne.id, etudiant: bureau.etudiant, texte: "?"),
        par: autre,
      )
    }
    #expect(pourUnAutre == .interdit(.deposerUneDemande))
    let refusee = Demande.Etat.refusee(
      le: try BureauDEssai.jour("2026-06-15"),
      motif: "activité déjà reconnue",
    )
    let traitee = try await bureau.essai.faire(TraiterUneDemande(tardive.id, refusee, version: 1))
    let lue = try await bureau.essai.lire { try $0.demandes(campagne.id) }
    #expect(lue == [traitee] && traitee.forceMajeure == "hospitalisation")
    let perdue = try await bureau.refus {
      _ = try await bureau.essai.faire(TraiterUneDemande(tardive.id, refusee, version: 1))
    }
    #expect(perdue?.estUnConflit == true)
  }

  @Test("une campagne se modifie sans rien perdre", arguments: SQLEngine.allCases)
  func modification(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    var campagne = try await Self.campagne(bureau, .redoublement)
    let enBase = try await bureau.essai.lire { [id = campagne.id] in try $0.campagne(id) }
    #expect(enBase == campagne)
    campagne.cloture = try BureauDEssai.instant("2026-06-15T18:00")
    campagne.parametres = [.init("salle", "B205")]
    try await bureau.essai.faire(ModifierUneCampagne(campagne))
    let perdue = try await bureau.refus { [campagne] in
      try await bureau.essai.faire(ModifierUneCampagne(campagne))
    }
    #expect(perdue?.estUnConflit == true)
    let promotion = bureau.promotion.id
    let lues = try await bureau.essai.lire { try $0.campagnes(promotion) }
    #expect(lues.map(\.parametres) == [campagne.parametres])
    #expect(lues.map(\.cloture) == [campagne.cloture])
  }

  @Test("la session 2 n’est ouverte que pour les UE non acquises", arguments: SQLEngine.allCases)
  func session2(_ moteur: SQLEngine) async throws {
    let bureau = try await BureauDEssai(moteur)
    let profil = "but-informatique-session2"
    _ = try await bureau.essai.faire(
      AdopterUnProfil(
        departement: bureau.promotion.departement,
        annee: bureau.promotion.annee,
        profil: profil,
        texte: Bibliotheque { _ in nil }.recueil(profil),
        conseil: nil,
        cfvu: nil,
        version: 1,
      )
    )
    let campagne = try await Self.campagne(bureau, .session2)
    try await Self.manquer("UE11", bureau)
    try bureau.essai.horloge.regler("2026-06-05")
    let question = LireUnDossier(bureau.etudiant, promotion: bureau.promotion.id)
    let lu = try await bureau.essai.faire(question)
    let resultats = Deliberation<SansPreuve>.resultats(lu.dossier, lu.reglement)
    let ouvertes = try #require(resultats.annees.last).finale.ouvertes
    let programme = try #require(lu.dossier.annees.last).programme
    func inscription(_ ues: [CodeUE], version: Int64 = 0) -> InscrireEnSession2 {
      InscrireEnSession2(
        campagne: campagne.id,
        etudiant: bureau.etudiant,
        ues: ues,
        version: version,
      )
    }
    let fermee = try #require(programme.ues.map(\.code).first { !ouvertes.contains($0) })
    let refus = try await bureau.refus {
      _ = try await bureau.essai.faire(inscription([fermee]))
    }
    #expect(refus == .regle(article: "procédure de session 2, § 2", .ueFermee(fermee)))
    let ue = try #require(ouvertes.first)
    let modules = try #require(programme.ue(ue)).modules.map(\.code.canonique)
    _ = try await bureau.essai.faire(inscription([ue]))
    func note(_ epreuve: NoteDeSession2.Epreuve, _ texte: String) throws -> SaisirUneNoteDeSession2
    {
      SaisirUneNoteDeSession2(
        promotion: bureau.promotion.id,
        etudiant: bureau.etudiant,
        epreuve: epreuve,
        entree: .note(try #require(Note(texte))),
      )
    }
    _ = try await bureau.essai.faire(note(.ue(ue), "13/15"))
    _ = try await bureau.essai.faire(note(.module(modules[0]), "9,25"))
    let encore = try await bureau.refus { _ = try await bureau.essai.faire(note(.ue(ue), "14")) }
    #expect(encore?.estUnConflit == true)
    let retrait = try await bureau.refus {
      _ = try await bureau.essai.faire(inscription([], version: 1))
    }
    #expect(retrait == .etat(.evaluationNotee(2)))
    let session = try #require(try await bureau.essai.faire(question).dossier.annees.last?.session2)
    #expect(session.date == campagne.jour && session.inscriptions == [ue])
    #expect(session.notesUE[ue]?.mot == "13/15")
    #expect(session.notesModules[modules[0]]?.mot == "9,25")
  }
}
