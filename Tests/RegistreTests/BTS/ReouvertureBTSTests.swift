import Actes
import SQL
import Scolarite
import Testing

@Suite("BTS : erreur matérielle et nouvelle délibération")
struct ReouvertureBTSTests {
  private static func rouvrir(
    _ inscription: InscriptionBTS,
    _ nature: ReouvertureBTS.Nature = .note,
    preuve: String = "bordereau de l’épreuve",
  ) -> RouvrirPourUnCandidatBTS {
    RouvrirPourUnCandidatBTS(
      inscription.id,
      nature,
      preuve: preuve,
      motif: "Note reportée d’une autre ligne.",
      version: inscription.version,
    )
  }

  private static func deliberer(_ inscription: InscriptionBTS, _ jour: String = "2021-07-12")
    throws -> DelibererDeNouveauBTS
  {
    DelibererDeNouveauBTS(
      inscription.id,
      le: try BureauDEssai.jour(jour),
      version: inscription.version,
    )
  }

  private static func saisir(_ inscription: InscriptionBTS, _ note: Decimale) throws
    -> SaisirLesResultatsBTS
  {
    SaisirLesResultatsBTS(
      inscription.id,
      try BTSDEssai.resultats(note),
      livret: inscription.livret,
      version: inscription.version,
    )
  }

  /// What the candidate reads of a session.
  private static func lue(_ terrain: TerrainBTS, _ session: Identifiant<SessionBTS>) async throws
    -> FicheBTS
  {
    let fiches = try await terrain.essai.bureau.demander(
      VoirSesSessionsBTS(terrain.bureau.etudiant),
      par: .console("essai"),
      dans: terrain.essai.iut,
    )
    return try #require(fiches.first { $0.session.id == session })
  }

  @Test("une note fausse se corrige après la proclamation", arguments: SQLEngine.allCases)
  func note(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainBTS(moteur)
    let (session, avant) = (terrain.bts.proclamee, terrain.bts.enRattrapage)
    let tot = try await terrain.refus(Self.rouvrir(terrain.bts.aDecider))
    #expect(tot?.obstacleBTS == .nonProclamee)
    let sansPreuve = try await terrain.refus(Self.rouvrir(avant, preuve: " "))
    guard case .regle(let article, .preuveManquante) = sansPreuve else {
      Issue.record("\(String(describing: sansPreuve))")
      return
    }
    #expect(article.contains("21MA01456"))
    #expect(try await terrain.refus(try Self.deliberer(avant))?.obstacleBTS == .nonRouverte)
    try await terrain.essai.faire(Self.rouvrir(avant))
    let rouvert = try await terrain.relire(avant)
    #expect(rouvert.estRouverte)
    #expect(try await terrain.refus(Self.rouvrir(rouvert))?.obstacleBTS == .dejaRouverte)
    let cachee = try await Self.lue(terrain, session)
    #expect(cachee.resultat == nil && cachee.inscription.resultats.isEmpty)
    #expect(cachee.inscription.decision == nil)
    let cloture = try await terrain.refus(CloreUneSessionBTS(session, version: 2))
    #expect(cloture?.obstacleBTS == .casRouverts(1))
    let convocation = try await terrain.refus(
      ConvoquerDesCandidatsBTS(session, [avant.id], le: BureauDEssai.jour("2021-07-13"))
    )
    #expect(convocation?.obstacleBTS == .dejaRouverte)
    try await terrain.essai.faire(try Self.saisir(rouvert, 8))
    let corrige = try await terrain.relire(avant)
    #expect(corrige.decision == nil)
    let indecis = try await terrain.refus(try Self.deliberer(corrige))
    #expect(indecis?.obstacleBTS == .decisionsManquantes(1))
    try await terrain.essai.faire(try Self.saisir(corrige, 11))
    let admis = try await terrain.relire(avant)
    let avantProclamation = try await terrain.refus(try Self.deliberer(admis, "2021-07-04"))
    #expect(
      avantProclamation?.obstacleBTS == .avantLaProclamation(try BureauDEssai.jour("2021-07-05"))
    )
    try await terrain.essai.faire(try Self.deliberer(admis))
    let delibere = try await terrain.relire(avant)
    #expect(!delibere.estRouverte)
    #expect(delibere.reouvertures.map(\.deliberee) == [try BureauDEssai.jour("2021-07-12")])
    #expect(delibere.reouvertures[0].preuve == "bordereau de l’épreuve")
    let relue = try await Self.lue(terrain, session)
    #expect(relue.resultat?.admis.valeur == true && relue.resultat?.avant.valeur == 11)
    let fige = try await terrain.refus(try Self.saisir(delibere, 12))
    #expect(fige?.obstacleBTS == .proclamee(try BureauDEssai.jour("2021-07-05")))
    // It may happen twice.
    try await terrain.essai.faire(Self.rouvrir(delibere, .total))
    let encore = try await terrain.relire(avant)
    #expect(encore.reouvertures.map(\.nature) == [.note, .total])
  }

  @Test("une note d’oral fausse se corrige après la clôture", arguments: SQLEngine.allCases)
  func oral(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainBTS(moteur)
    let (session, avant) = (terrain.bts.aClore, terrain.bts.note)
    try await terrain.essai.faire(CloreUneSessionBTS(session, version: 2))
    #expect(try await Self.lue(terrain, session).resultat?.admis.valeur == true)
    try await terrain.essai.faire(Self.rouvrir(avant, .oral))
    let cachee = try await Self.lue(terrain, session)
    #expect(cachee.resultat == nil)
    #expect(cachee.inscription.oraux.values.allSatisfy { $0.issue == nil })
    var lu = try await terrain.relire(avant)
    try await terrain.essai.faire(
      NoterUnOralBTS(avant.id, .general, nil, version: lu.version)
    )
    lu = try await terrain.relire(avant)
    #expect(try await terrain.refus(try Self.deliberer(lu))?.obstacleBTS == .orauxManquants(1))
    try await terrain.essai.faire(
      NoterUnOralBTS(avant.id, .general, .note(try #require(Note(8))), version: lu.version)
    )
    try await terrain.essai.faire(
      try Self.deliberer(try await terrain.relire(avant), "2021-07-30")
    )
    let relue = try await Self.lue(terrain, session)
    // The professional field alone is replaced: 6 of 24 at 12.
    #expect(relue.resultat?.apres.valeur == Fraction(39, sur: 4))
    #expect(relue.resultat?.admis.valeur == false)
    let fige = try await terrain.refus(
      NoterUnOralBTS(avant.id, .general, nil, version: try await terrain.relire(avant).version)
    )
    guard case .close = fige?.obstacleBTS else {
      Issue.record("\(String(describing: fige))")
      return
    }
  }

  @Test("une pièce apportée après la clôture ouvre les oraux à ce candidat seul")
  func piece() async throws {
    let terrain = try await TerrainBTS(.sqlite)
    let (essai, avant) = (terrain.essai, terrain.bts.aDecider)
    func relu() async throws -> InscriptionBTS { try await terrain.relire(avant) }
    func saisir(_ piece: String?) async throws {
      try await essai.faire(
        SaisirLesResultatsBTS(
          avant.id,
          BTSDEssai.resultats(9, sauf: ["E1": .absence(piece: piece)]),
          livret: "",
          version: try await relu().version,
        )
      )
    }
    try await saisir(nil)
    try await essai.faire(
      DeciderPourUnCandidatBTS(
        avant.id,
        autorise: false,
        motif: "absence",
        version: try await relu().version,
      )
    )
    try await essai.faire(
      ProclamerUneSessionBTS(avant.session, le: BureauDEssai.jour("2021-07-05"), version: 1)
    )
    try await essai.faire(CloreUneSessionBTS(avant.session, version: 2))
    try await essai.faire(Self.rouvrir(try await relu(), .justificatif))
    try await saisir("certificat médical du 3 juin")
    try await essai.faire(
      DeciderPourUnCandidatBTS(avant.id, autorise: true, version: try await relu().version)
    )
    let sansOral = try await terrain.refus(try Self.deliberer(try await relu(), "2021-08-01"))
    #expect(sansOral?.obstacleBTS == .orauxManquants(2))
    #expect(try await Self.lue(terrain, avant.session).inscription.decision == nil)
    try await essai.faire(
      ConvoquerDesCandidatsBTS(
        avant.session,
        [avant.id],
        le: BureauDEssai.jour("2021-07-20"),
        retard: "nouvelle délibération",
      )
    )
    #expect(try await Self.lue(terrain, avant.session).inscription.decision?.autorise == true)
    try await essai.faire(
      ChoisirUneDisciplineBTS(avant.id, BTSDEssai.discipline, version: try await relu().version)
    )
    for (rang, domaine) in CandidatBTS.Domaine.allCases.enumerated() {
      try await essai.faire(
        FixerUnOralBTS(
          avant.id,
          domaine,
          .init(debut: BureauDEssai.instant("2021-07-2\(6 + rang)T09:00"), salle: "C3"),
          version: try await relu().version,
        )
      )
      try await essai.faire(
        NoterUnOralBTS(
          avant.id,
          domaine,
          .note(try #require(Note(20))),
          version: try await relu().version,
        )
      )
    }
    try await essai.faire(try Self.deliberer(try await relu(), "2021-08-01"))
    #expect(try await Self.lue(terrain, avant.session).resultat?.admis.valeur == true)
  }

  @Test("qui n’est plus autorisé perd sa convocation et ses oraux à venir")
  func plusAutorise() async throws {
    let terrain = try await TerrainBTS(.sqlite)
    let (session, avant) = (terrain.bts.proclamee, terrain.bts.enRattrapage)
    try await terrain.essai.faire(
      ConvoquerDesCandidatsBTS(session, [avant.id], le: BureauDEssai.jour("2021-07-13"))
    )
    try await terrain.essai.faire(
      FixerUnOralBTS(
        avant.id,
        .professionnel,
        .init(debut: BureauDEssai.instant("2021-07-16T09:00"), salle: "B12"),
        version: avant.version + 1,
      )
    )
    try await terrain.essai.faire(Self.rouvrir(try await terrain.relire(avant)))
    try await terrain.essai.faire(try Self.saisir(try await terrain.relire(avant), 10))
    try await terrain.essai.faire(try Self.deliberer(try await terrain.relire(avant)))
    let apres = try await terrain.relire(avant)
    #expect(apres.convocation == nil && apres.oraux.isEmpty)
    try await terrain.essai.faire(CloreUneSessionBTS(session, version: 2))
  }

  @Test("le candidat l’apprend, et son export suit ce qu’il peut lire")
  func candidat() async throws {
    let terrain = try await TerrainBTS(.sqlite)
    let (session, avant) = (terrain.bts.aClore, terrain.bts.note)
    func exportLeDit() async throws -> Bool {
      try await terrain.essai.faire(ExporterUnePersonne(avant.etudiant))
        .contains("Travail régulier.")
    }
    #expect(try await !exportLeDit())
    let retire = terrain.bts.aDecider
    try await terrain.essai.faire(
      RetirerUnCandidatBTS(retire.id, motif: "erreur", version: retire.version)
    )
    #expect(try await !exportLeDit())
    try await terrain.essai.faire(CloreUneSessionBTS(session, version: 2))
    #expect(try await exportLeDit())
    try await terrain.essai.faire(Self.rouvrir(avant, .oral))
    #expect(try await !exportLeDit())
    try await terrain.essai.faire(try Self.deliberer(try await terrain.relire(avant)))
    #expect(try await exportLeDit())
    let nouvelles = try await terrain.essai.bureau.demander(
      NouvellesDUnEtudiant(avant.etudiant, apres: 0),
      par: .console("essai"),
      dans: terrain.essai.iut,
    )
    #expect(nouvelles.prefix(2).map(\.nature) == [.bts(.deliberation), .bts(.reouverture)])
  }
}
