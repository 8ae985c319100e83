import Actes
import SQL
import Scolarite
import Testing

@Suite("BTS : le jury")
struct JuryBTSTests {
  @Test("une absence ne laisse se présenter qu’avec sa pièce", arguments: SQLEngine.allCases)
  func absence(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainBTS(moteur)
    let avant = terrain.bts.aDecider
    func saisir(_ piece: String?) async throws -> InscriptionBTS {
      let version = try await terrain.relire(avant).version
      try await terrain.essai.faire(
        SaisirLesResultatsBTS(
          avant.id,
          BTSDEssai.resultats(10, sauf: ["E1": .absence(piece: piece)]),
          livret: "",
          version: version,
        )
      )
      return try await terrain.relire(avant)
    }
    let sans = try await saisir(nil)
    let refus = try await terrain.refus(
      DeciderPourUnCandidatBTS(avant.id, autorise: true, version: sans.version)
    )
    #expect(refus?.obstacleBTS == .absenceSansPiece(["E1"]))
    guard case .regle(let article, _) = refus else {
      Issue.record("the article is cited")
      return
    }
    #expect(article.contains("2-2"))
    let avec = try await saisir("certificat médical du 3 juin")
    #expect(avec.resultats["E1"] == .absence(piece: "certificat médical du 3 juin"))
    try await terrain.essai.faire(
      DeciderPourUnCandidatBTS(avant.id, autorise: true, version: avec.version)
    )
    #expect(try await terrain.relire(avant).decision?.autorise == true)
  }

  @Test("le jury motive un refus, et n’a rien à dire de qui atteint 10")
  func jury() async throws {
    let terrain = try await TerrainBTS(.sqlite)
    let avant = terrain.bts.aDecider
    let sansMotif = try await terrain.refus(
      DeciderPourUnCandidatBTS(avant.id, autorise: false, version: avant.version)
    )
    #expect(sansMotif == .etat(.motifManquant))
    let session = avant.session
    let tropTot = try await terrain.refus(
      ProclamerUneSessionBTS(session, le: BureauDEssai.jour("2021-07-05"), version: 1)
    )
    #expect(tropTot?.obstacleBTS == .decisionsManquantes(1))
    try await terrain.essai.faire(
      SaisirLesResultatsBTS(
        avant.id,
        BTSDEssai.resultats(10),
        livret: "",
        version: avant.version,
      )
    )
    let atteinte = try await terrain.refus(
      DeciderPourUnCandidatBTS(avant.id, autorise: true, version: avant.version + 1)
    )
    #expect(atteinte?.obstacleBTS == .moyenneAtteinte)
    let autreAnnee = try await terrain.refus(
      ProclamerUneSessionBTS(session, le: BureauDEssai.jour("2022-07-05"), version: 1)
    )
    guard case .regle(_, .horsPeriode) = autreAnnee else {
      Issue.record("\(String(describing: autreAnnee))")
      return
    }
    try await terrain.essai.faire(
      ProclamerUneSessionBTS(session, le: BureauDEssai.jour("2021-07-05"), version: 1)
    )
    let fige = try await terrain.refus(
      SaisirLesResultatsBTS(avant.id, [:], livret: "", version: avant.version + 1)
    )
    #expect(fige?.obstacleBTS == .proclamee(try BureauDEssai.jour("2021-07-05")))
  }
}
