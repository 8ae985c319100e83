import Actes
import SQL
import Scolarite
import Testing

@Suite("BTS : convocation, discipline et accompagnement")
struct OrauxBTSTests {
  @Test(
    "la convocation part dans les huit jours, le neuvième demande son motif",
    arguments: [("2021-07-05", true), ("2021-07-13", true), ("2021-07-14", false)],
  )
  func huitJours(_ jour: String, _ aTemps: Bool) async throws {
    let terrain = try await TerrainBTS(.sqlite)
    let (session, inscription) = (terrain.bts.proclamee, terrain.bts.enRattrapage)
    func convoquer(_ retard: String?) throws -> ConvoquerDesCandidatsBTS {
      ConvoquerDesCandidatsBTS(
        session,
        [inscription.id],
        le: try BureauDEssai.jour(jour),
        retard: retard,
      )
    }
    let refus = try await terrain.refus(try convoquer(nil))
    #expect((refus == nil) == aTemps)
    guard !aTemps else {
      #expect(try await terrain.relire(inscription).convocation?.retard == nil)
      return
    }
    #expect(refus?.obstacleBTS == .convocationTardive(try BureauDEssai.jour("2021-07-13")))
    try await terrain.essai.faire(try convoquer("panne du serveur"))
    #expect(try await terrain.relire(inscription).convocation?.retard == "panne du serveur")
  }

  @Test("la discipline est l’une de la liste, avant que l’oral n’ait une date")
  func discipline() async throws {
    let terrain = try await TerrainBTS(.sqlite)
    let avant = terrain.bts.enRattrapage
    func choisir(_ discipline: String, _ version: Int64) -> ChoisirUneDisciplineBTS {
      ChoisirUneDisciplineBTS(avant.id, discipline, version: version)
    }
    func fixer(_ domaine: CandidatBTS.Domaine, _ debut: String, _ version: Int64) throws
      -> FixerUnOralBTS
    {
      FixerUnOralBTS(
        avant.id,
        domaine,
        .init(debut: try BureauDEssai.instant(debut), salle: "B12"),
        version: version,
      )
    }
    let hors = try await terrain.refus(choisir("Mathématiques", avant.version))
    // The speciality has no list: the two disciplines tied at the highest coefficient.
    #expect(
      hors?.obstacleBTS
        == .horsDeLaListe(["Culture générale et expression", "Sciences physiques appliquées"])
    )
    let sansChoix = try await terrain.refus(fixer(.general, "2021-07-16T09:00", avant.version))
    #expect(sansChoix?.obstacleBTS == .disciplineManquante)
    let candidat = try await terrain.bureau.enPersonne(avant.etudiant)
    try await terrain.essai.faire(
      choisir("Sciences physiques appliquées", avant.version),
      par: candidat,
    )
    let choisi = try await terrain.relire(avant)
    #expect(choisi.choix?.parLeCandidat == true)
    let avantProclamation = try await terrain.refus(
      try fixer(.general, "2021-07-04T09:00", choisi.version)
    )
    #expect(
      avantProclamation?.obstacleBTS == .avantLaProclamation(try BureauDEssai.jour("2021-07-05"))
    )
    try await terrain.essai.faire(try fixer(.general, "2021-07-16T09:00", choisi.version))
    let fixe = try await terrain.refus(choisir(BTSDEssai.discipline, choisi.version + 1))
    #expect(fixe?.obstacleBTS == .oralFixe)
    let ensemble = try await terrain.refus(
      try fixer(.professionnel, "2021-07-16T09:19", choisi.version + 1)
    )
    #expect(ensemble?.obstacleBTS == .oralEnMemeTemps)
    try await terrain.essai.faire(
      try fixer(.professionnel, "2021-07-16T09:20", choisi.version + 1)
    )
    let note = try await terrain.refus(
      NoterUnOralBTS(avant.id, .general, .absence, version: choisi.version + 2)
    )
    #expect(note?.obstacleBTS == .nonConvoque)
    let close = try await terrain.refus(CloreUneSessionBTS(terrain.bts.proclamee, version: 2))
    #expect(close?.obstacleBTS == .orauxManquants(2))
  }

  @Test("l’accompagnement se propose, puis on dit ce qu’il est devenu")
  func accompagnement() async throws {
    let terrain = try await TerrainBTS(.sqlite)
    let avant = terrain.bts.enRattrapage
    func offert(_ suite: InscriptionBTS.Accompagnement.Suite) throws
      -> InscriptionBTS.Accompagnement
    {
      .init(
        nature: .seance,
        jour: try BureauDEssai.jour("2021-07-08"),
        texte: "Synthèse de documents, M. Blanc",
        suite: suite,
      )
    }
    try await terrain.essai.faire(
      AccompagnerUnCandidatBTS(avant.id, try offert(.propose), version: avant.version)
    )
    try await terrain.essai.faire(
      AccompagnerUnCandidatBTS(
        avant.id,
        try offert(.suivi),
        rang: 0,
        version: avant.version + 1,
      )
    )
    #expect(try await terrain.relire(avant).accompagnements == [try offert(.suivi)])
    let conflit = try await terrain.refus(
      AccompagnerUnCandidatBTS(avant.id, try offert(.decline), version: avant.version)
    )
    #expect(conflit?.estUnConflit == true)
  }
}
