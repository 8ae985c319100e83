import Actes
import SQL
import Scolarite
import Testing

@Suite("Session 2 : un calendrier que les épreuves et les aménagements contredisent")
struct MiseAJourDuCalendrierTests {
  private typealias Terrain = TerrainDeCalendrierDeSession2

  /// Gives extra time to a student, from the beginning of the year.
  private static func majorer(_ etudiant: Identifiant<Etudiant>, _ terrain: Terrain) async throws {
    _ = try await terrain.essai.faire(
      AccorderUnAmenagement(
        .tiersTemps,
        a: etudiant,
        precision: "",
        depuis: BureauDEssai.jour("2025-09-01"),
        jusqua: nil,
      )
    )
  }

  /// Chooses other forms for the exam of a UE, by derogation where the calendar is published.
  private static func choisir(
    _ durees: [EpreuveDeSession2.Forme: Int],
    en ue: String,
    _ terrain: Terrain,
  ) async throws {
    let campagne = terrain.campagne
    let toutes = try await terrain.essai.lire { try $0.epreuvesDeSession2(campagne) }
    var epreuve = try #require(toutes.first { $0.ue.texte == ue })
    epreuve.durees = durees
    _ = try await terrain.essai.faire(ChoisirUneEpreuve(epreuve, motif: "sujet revu"))
  }

  private static func mettreAJour(_ terrain: Terrain) async throws -> CalendrierDeSession2 {
    let version = try await terrain.vue().version
    return try await terrain.essai.faire(
      MettreAJourLeCalendrier(terrain.campagne, version: version)
    )
  }

  private static func natures(_ terrain: Terrain) async throws -> [EcartDeSeance.Nature] {
    try await terrain.vue().ecarts.map(\.nature)
  }

  @Test(
    "un tiers-temps accordé depuis : ni signé, ni publié, puis mis à jour d’un clic",
    arguments: SQLEngine.allCases,
  )
  func tiersTemps(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let essai = terrain.essai
    try await terrain.meubler()
    let garde = try await terrain.chercher()
    #expect(try await Self.natures(terrain).isEmpty)
    let rien = try await terrain.bureau.refus { _ = try await Self.mettreAJour(terrain) }
    #expect(rien == .etat(.calendrierDeSession2(.aJour)))
    try await terrain.signer()
    try await Self.majorer(terrain.etudiants[0], terrain)
    let ecarts = try await terrain.vue().ecarts
    #expect(ecarts.map(\.epreuve.ue.texte) == ["UE11", "UE12"])
    #expect(ecarts.allSatisfy { $0.phrase.contains("0 min de temps majoré au calendrier, 30 min") })
    let phrases = ecarts.map(\.phrase)
    let publication = try await terrain.bureau.refus {
      _ = try await essai.faire(PublierLeCalendrier(terrain.campagne))
    }
    #expect(publication == .etat(.calendrierDeSession2(.perime(phrases))))
    let signature = try await terrain.bureau.refus { try await terrain.signer() }
    #expect(signature == .etat(.calendrierDeSession2(.incomplet(phrases))))
    let apres = try await Self.mettreAJour(terrain)
    #expect(apres.signature == nil && apres.numero == garde.numero)
    #expect(apres.seances.map(\.debut) == garde.seances.map(\.debut))
    for seance in apres.seances(de: terrain.etudiants[0]) {
      #expect(seance.horaire(de: terrain.etudiants[0])?.fin == seance.debut.minute + 120)
    }
    try await terrain.signer()
    _ = try await essai.faire(PublierLeCalendrier(terrain.campagne))
  }

  @Test(
    "une durée changée après la publication se voit, et la correction est un nouveau calendrier",
    arguments: SQLEngine.allCases,
  )
  func duree(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    let publie = try await terrain.publier()
    try await Self.choisir([.ecrit: 80], en: "UE12", terrain)
    #expect(try await Self.natures(terrain) == [.minutes(inscrites: 90, choisies: 80)])
    let apres = try await Self.mettreAJour(terrain)
    #expect(apres.numero == publie.numero + 1 && apres.publication == nil)
    #expect(Set(apres.seances.filter { $0.epreuve.ue.texte == "UE12" }.map(\.minutes)) == [80])
    let entree = try await terrain.essai.lire { [campagne = terrain.campagne] in
      try $0.derniereEntree(Objet(.calendrierDeSession2, campagne))
    }
    #expect(entree?.contenu?.contains("90 min") == true)
    #expect(entree?.contenu?.contains("80 min") == true)
    #expect(try await Self.natures(terrain).isEmpty)
  }

  @Test("ce qui ne tient plus dans son créneau reste nommé, et ne se signe pas")
  func tropLongue() async throws {
    let terrain = try await Terrain(.sqlite)
    let courte = try BureauDEssai.instant("2026-07-06T14:00")
    _ = try await terrain.essai.faire(
      DefinirLesLieuxDeSession2(
        LieuxDeSession2(
          campagne: terrain.campagne,
          salles: [.init("Amphi A", places: 40), .init("B204", places: 20)],
          creneaux: [
            .init(try BureauDEssai.instant("2026-07-06T09:00"), minutes: 240),
            .init(courte, minutes: 120),
          ],
          version: 0,
        )
      )
    )
    let garde = try await terrain.chercher()
    // The first student sits both: one of them is in the short period.
    let ue = try #require(garde.seances.first { $0.debut == courte }).epreuve.ue.texte
    try await Self.choisir([.ecrit: 150], en: ue, terrain)
    let apres = try await Self.mettreAJour(terrain)
    #expect(Set(apres.seances.filter { $0.debut == courte }.map(\.minutes)) == [150])
    #expect(try await Self.natures(terrain).isEmpty)
    let refus = try await terrain.bureau.refus { try await terrain.signer() }
    guard case .etat(.calendrierDeSession2(.incomplet(let manques))) = refus else {
      Issue.record("un créneau trop court est refusé : \(String(describing: refus))")
      return
    }
    #expect(manques.contains { $0.contains("dure plus longtemps") })
  }

  @Test("une forme abandonnée est nommée, puis retirée", arguments: SQLEngine.allCases)
  func forme(_ moteur: SQLEngine) async throws {
    let terrain = try await Terrain(moteur)
    try await terrain.meubler()
    try await terrain.chercher()
    try await Self.choisir([.oral: 20], en: "UE12", terrain)
    #expect(try await Self.natures(terrain) == [.formeRetiree])
    let refus = try await terrain.bureau.refus { try await terrain.signer() }
    guard case .etat(.calendrierDeSession2(.incomplet(let manques))) = refus else {
      Issue.record("une forme abandonnée est refusée : \(String(describing: refus))")
      return
    }
    #expect(manques.contains { $0.contains("cette forme n’est plus choisie") })
    let apres = try await Self.mettreAJour(terrain)
    #expect(Set(apres.seances.map(\.epreuve.ue.texte)) == ["UE11"])
  }
}
