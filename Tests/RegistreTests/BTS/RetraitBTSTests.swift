import Actes
import SQL
import Scolarite
import Testing

@Suite("BTS : retrait d’un candidat et jour de la proclamation")
struct RetraitBTSTests {
  @Test("un candidat ajouté par erreur se retire, avec tout", arguments: SQLEngine.allCases)
  func retrait(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainBTS(moteur)
    let session = terrain.bts.aProclamer
    let ajoute = try await terrain.essai.faire(
      InscrireUnCandidatBTS(session: session, nip: "b7", nom: "Erreur", prenom: "Alix")
    )
    try await terrain.essai.faire(
      SaisirLesResultatsBTS(
        ajoute.id,
        ["E1": .absence(piece: "certificat")],
        livret: "Sérieux.",
        version: 1,
      )
    )
    func proclamer() throws -> ProclamerUneSessionBTS {
      ProclamerUneSessionBTS(session, le: try BureauDEssai.jour("2021-07-05"), version: 1)
    }
    let bloquee = try await terrain.refus(try proclamer())
    #expect(bloquee?.obstacleBTS == .resultatsManquants(1))
    func retirer(_ motif: String, _ version: Int64) -> RetirerUnCandidatBTS {
      RetirerUnCandidatBTS(ajoute.id, motif: motif, version: version)
    }
    #expect(try await terrain.refus(retirer(" ", 2)) == .donnees([.init("motif", .absente)]))
    #expect(try await terrain.refus(retirer("mauvais numéro", 1))?.estUnConflit == true)
    #expect(try await terrain.relire(ajoute).resultats.count == 1)
    try await terrain.essai.faire(retirer("mauvais numéro", 2))
    let restants = try await terrain.essai.lire { try $0.inscriptionsBTS(session) }
    #expect(restants.count == 1 && restants.allSatisfy { $0.id != ajoute.id })
    let entree = try await terrain.essai.lire { registre in
      try registre.derniereEntree(Objet(.candidatBTS, ajoute.id))
    }
    #expect(entree?.acte == RetirerUnCandidatBTS.nom)
    #expect(entree?.contenu?.contains("mauvais numéro") == true)
    #expect(entree?.contenu?.contains("certificat") == true)
    try await terrain.essai.faire(try proclamer())
    let tard = try await terrain.refus(
      RetirerUnCandidatBTS(restants[0].id, motif: "trop tard", version: restants[0].version)
    )
    #expect(tard?.obstacleBTS == .proclamee(try BureauDEssai.jour("2021-07-05")))
  }

  @Test("qui a été retiré se rajoute, sans rien de ce qui était saisi")
  func retour() async throws {
    let terrain = try await TerrainBTS(.sqlite)
    let avant = terrain.bts.aDecider
    try await terrain.essai.faire(
      RetirerUnCandidatBTS(avant.id, motif: "erreur", version: avant.version)
    )
    let identiteLue = try await terrain.essai.lire { [id = avant.etudiant] in
      try $0.etudiant(id)?.identite
    }
    let identite = try #require(identiteLue)
    let apres = try await terrain.essai.faire(
      InscrireUnCandidatBTS(
        session: avant.session,
        nip: identite.nip,
        nom: identite.nomCivil,
        prenom: identite.prenomCivil,
      )
    )
    #expect(apres.id != avant.id && apres.etudiant == avant.etudiant)
    #expect(try await terrain.relire(apres).resultats.isEmpty)
  }

  @Test(
    "le jour de la proclamation se corrige tant que personne n’est convoqué",
    arguments: SQLEngine.allCases,
  )
  func proclamation(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainBTS(moteur)
    let (session, candidat) = (terrain.bts.proclamee, terrain.bts.enRattrapage)
    func corriger(_ jour: String, _ motif: String = "procès-verbal", _ version: Int64 = 2) throws
      -> CorrigerLaProclamationBTS
    {
      CorrigerLaProclamationBTS(
        session,
        le: try BureauDEssai.jour(jour),
        motif: motif,
        version: version,
      )
    }
    let sansMotif = try await terrain.refus(try corriger("2021-07-06", ""))
    #expect(sansMotif == .donnees([.init("motif", .absente)]))
    guard case .regle(_, .horsPeriode) = try await terrain.refus(try corriger("2022-07-06")) else {
      Issue.record("another year is refused")
      return
    }
    try await terrain.essai.faire(
      FixerUnOralBTS(
        candidat.id,
        .professionnel,
        .init(debut: try BureauDEssai.instant("2021-07-16T09:00"), salle: "B12"),
        version: candidat.version,
      )
    )
    let apresLOral = try await terrain.refus(try corriger("2021-07-17"))
    #expect(apresLOral?.obstacleBTS == .proclamationTropTard(try BureauDEssai.jour("2021-07-16")))
    try await terrain.essai.faire(try corriger("2021-07-06"))
    // The eighth day is now the 14th.
    try await terrain.essai.faire(
      ConvoquerDesCandidatsBTS(session, [candidat.id], le: BureauDEssai.jour("2021-07-14"))
    )
    #expect(try await terrain.relire(candidat).convocation?.retard == nil)
    let convoque = try await terrain.refus(try corriger("2021-07-05", "encore", 3))
    #expect(convoque?.obstacleBTS == .dejaConvoques(1))
  }
}
