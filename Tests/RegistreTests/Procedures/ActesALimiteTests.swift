import Actes
import SQL
import Scolarite
import Testing

/// Acts that a minute closes: the minute at which they reach the server decides, and not the one at
/// which their turn to write comes.
@Suite("Actes qu’une minute ferme")
struct ActesALimiteTests {
  private let terrain: TerrainDEngagement
  private var bureau: BureauDEssai { terrain.bureau }

  init() async throws {
    terrain = try await TerrainDEngagement(.sqlite)
  }

  /// Judges an act that comes at the last minute or at the next one, its turn being at the other.
  private func juger(_ acte: some Acte, dernier: String, premierTardif: String) async throws {
    func refus(_ arrivee: String, _ tour: String) async throws -> Refus? {
      let essai = bureau.essai
      try essai.horloge.regler(a: arrivee)
      let recu = essai.horloge.moment
      try essai.horloge.regler(a: tour)
      return try await bureau.refus {
        _ = try await essai.bureau.faire(
          acte,
          par: .console("essai"),
          dans: essai.iut,
          arrivee: recu,
        )
      }
    }
    #expect(try await refus(premierTardif, dernier) != nil)
    #expect(try await refus(dernier, premierTardif) == nil)
  }

  @Test("une demande de campagne, datée de son arrivée")
  func demande() async throws {
    let acte = DeposerUneDemande(
      campagne: terrain.ouverte.id,
      etudiant: bureau.etudiant,
      texte: "Pompier volontaire",
    )
    try await juger(acte, dernier: "2025-12-01T18:00", premierTardif: "2025-12-01T18:01")
    let campagne = terrain.ouverte.id
    let recue = try await bureau.essai.lire { try $0.demandes(campagne) }.first
    #expect(recue?.depose == (try BureauDEssai.instant("2025-12-01T18:00")))
  }

  @Test("une demande d’engagement")
  func engagement() async throws {
    try await juger(
      terrain.depot(.benevolat, "Maraude"),
      dernier: "2025-12-01T18:00",
      premierTardif: "2025-12-01T18:01",
    )
  }

  @Test("une ITI")
  func indisponibilite() async throws {
    try await juger(
      DeclarerUneIndisponibilite(bureau.etudiant, le: BureauDEssai.jour("2025-11-05")),
      dernier: "2025-11-05T13:59",
      premierTardif: "2025-11-05T14:00",
    )
  }

  @Test("une autorisation d’absence, et une absence annoncée")
  func absence() async throws {
    let (du, au) = (
      try BureauDEssai.instant("2025-11-05T08:00"), try BureauDEssai.instant("2025-11-05T18:00"),
    )
    let actes: [any Acte] = [
      DemanderUneAutorisation(bureau.etudiant, du: du, au: au, motif: "concours"),
      AnnoncerUneAbsence(bureau.etudiant, du: du, au: au, texte: "train supprimé"),
    ]
    for acte in actes {
      try await juger(acte, dernier: "2025-11-05T07:59", premierTardif: "2025-11-05T08:00")
    }
  }
}
