import Actes
import Coffre
import SQL
import Scolarite
import Testing

@Suite("Session 2 : la limite d’inscription une fois annoncée")
struct LimiteAnnonceeTests {
  private static let article = "procédure de session 2, § 3"

  private static func deplacer(
    _ session: SessionDeRattrapage,
    _ limite: String,
    _ motif: String? = nil,
  ) throws -> ModifierUneSessionDeux {
    ModifierUneSessionDeux(
      session.campagne,
      try TerrainDeSession2.choix(limite: limite),
      motif: motif,
      version: session.version,
    )
  }

  /// How many times each student was told that the limit moved.
  private static func annonces(_ terrain: TerrainDeSession2) async throws -> [Int] {
    var nombres: [Int] = []
    for etudiant in terrain.etudiants {
      let nouvelles = try await terrain.essai.faire(NouvellesDUnEtudiant(etudiant, apres: nil))
      nombres.append(nouvelles.count { $0.nature == .session2(.limite) })
    }
    return nombres
  }

  @Test("avant la publication, elle change librement et ne se dit à personne")
  func avant() async throws {
    let terrain = try await TerrainDeSession2(.sqlite)
    let session = try await terrain.ouvrir()
    _ = try await terrain.essai.faire(
      Self.deplacer(session, "2026-06-20T23:59"),
      par: terrain.secretariat,
    )
    #expect(try await Self.annonces(terrain) == [0, 0, 0, 0])
  }

  @Test(
    "avancée par dérogation seulement, jamais dans le passé, et chaque admissible l’apprend",
    arguments: SQLEngine.allCases,
  )
  func apres(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    var session = try await terrain.publier()
    let annoncee = session.limiteInscription
    try terrain.essai.horloge.regler(a: "2026-06-20T10:00")
    let plusTot = Refus.regle(article: Self.article, .limiteAnnoncee(annoncee))
    let parLeSecretariat = try await terrain.refus(
      Self.deplacer(session, "2026-06-26T23:58", "salles prises"),
      par: terrain.secretariat,
    )
    #expect(parLeSecretariat == plusTot)
    let sansMotif = try await terrain.refus(
      Self.deplacer(session, "2026-06-26T23:58"),
      par: terrain.direction,
    )
    #expect(sansMotif == plusTot)
    let passee = try await terrain.refus(
      Self.deplacer(session, "2026-06-20T09:59", "salles prises"),
      par: terrain.direction,
    )
    guard case .donnees(let fautes) = passee else {
      Issue.record("une limite passée est refusée : \(String(describing: passee))")
      return
    }
    #expect(fautes.map(\.lieu) == ["limite"])
    #expect(try await Self.annonces(terrain) == [0, 0, 0, 0])

    session = try await terrain.essai.faire(
      Self.deplacer(session, "2026-06-20T10:00", "salles prises"),
      par: terrain.direction,
    )
    #expect(try await Self.annonces(terrain) == [1, 1, 1, 1])
    // Later needs nobody: students lose nothing by it.
    session = try await terrain.essai.faire(
      Self.deplacer(session, "2026-06-26T23:59"),
      par: terrain.secretariat,
    )
    #expect(try await Self.annonces(terrain) == [2, 2, 2, 2])
    _ = try await terrain.essai.faire(
      ModifierUneSessionDeux(
        session.campagne,
        try TerrainDeSession2.choix(delai: 20),
        version: session.version,
      ),
      par: terrain.secretariat,
    )
    #expect(try await Self.annonces(terrain) == [2, 2, 2, 2])
  }

  @Test("le changement part aussi par courriel", arguments: SQLEngine.allCases)
  func courriel(_ moteur: SQLEngine) async throws {
    let terrain = try await TerrainDeSession2(moteur)
    let session = try await terrain.publier()
    let lui = try await terrain.essai.titulaire(terrain.etudiants[0])
    _ = try await terrain.essai.faire(FixerUneAdresse("noe@etu.example", de: lui.id))
    let facteur = FacteurDEssai()
    let expedition = Expedition(
      terrain.essai.bureau,
      Poste(CourrierDEssai.reglages, Coffre()),
      facteur,
      dans: terrain.essai.iut,
    )
    try await expedition.annoncer()
    _ = try await terrain.essai.faire(
      Self.deplacer(session, "2026-06-25T23:59", "salles prises"),
      par: terrain.direction,
    )
    try await expedition.annoncer()
    terrain.essai.horloge.avancer(secondes: 11 * 60)
    try await expedition.annoncer()
    _ = try await expedition.envoyer()
    #expect(facteur.lettres.map(\.objet) == ["Session 2 : du nouveau pour vous"])
  }
}
