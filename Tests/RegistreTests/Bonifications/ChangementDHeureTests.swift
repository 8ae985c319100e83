import Actes
import SQL
import Scolarite
import Testing

@Suite("Bonifications : la période, les jours où l’heure change")
struct ChangementDHeureTests {
  /// A moment in UTC with what the clocks of Paris show, and whether a request is taken then.
  struct Essai: CustomStringConvertible {
    let utc: String
    let paris: String
    let admise: Bool

    init(_ utc: String, _ paris: String, _ admise: Bool) {
      (self.utc, self.paris, self.admise) = (utc, paris, admise)
    }

    var description: String { "\(utc) UTC, \(paris)" }
  }

  private static let longtempsAvant = "2025-09-01T08:00"
  private static let longtempsApres = "2026-06-30T23:59"

  /// From 2 to 3, no clock shows anything on 29 March 2026, and all show it twice on 26 October 2025.
  static let periodes: [(ouverture: String, cloture: String, essais: [Essai])] = [
    (
      longtempsAvant, "2026-03-29T01:59",
      [
        Essai("2026-03-29T00:59", "2026-03-29T01:59", true),
        Essai("2026-03-29T01:00", "2026-03-29T03:00", false),
      ],
    ),
    (
      longtempsAvant, "2026-03-29T02:30",
      [
        Essai("2026-03-29T00:59", "2026-03-29T01:59", true),
        Essai("2026-03-29T01:00", "2026-03-29T03:00", false),
      ],
    ),
    (
      longtempsAvant, "2026-03-29T03:00",
      [
        Essai("2026-03-29T01:00", "2026-03-29T03:00", true),
        Essai("2026-03-29T01:01", "2026-03-29T03:01", false),
      ],
    ),
    (
      "2026-03-29T03:00", longtempsApres,
      [
        Essai("2026-03-29T00:59", "2026-03-29T01:59", false),
        Essai("2026-03-29T01:00", "2026-03-29T03:00", true),
      ],
    ),
    (
      longtempsAvant, "2025-10-26T01:59",
      [
        Essai("2025-10-25T23:59", "2025-10-26T01:59", true),
        Essai("2025-10-26T00:00", "2025-10-26T02:00", false),
        Essai("2025-10-26T01:00", "2025-10-26T02:00", false),
      ],
    ),
    (
      longtempsAvant, "2025-10-26T02:30",
      [
        Essai("2025-10-26T00:30", "2025-10-26T02:30", true),
        Essai("2025-10-26T00:31", "2025-10-26T02:31", true),
        Essai("2025-10-26T01:30", "2025-10-26T02:30", true),
        Essai("2025-10-26T01:31", "2025-10-26T02:31", false),
      ],
    ),
    (
      "2025-10-26T02:30", longtempsApres,
      [
        Essai("2025-10-26T00:29", "2025-10-26T02:29", false),
        Essai("2025-10-26T00:30", "2025-10-26T02:30", true),
        Essai("2025-10-26T01:00", "2025-10-26T02:00", true),
        Essai("2025-10-26T01:30", "2025-10-26T02:30", true),
      ],
    ),
    (
      longtempsAvant, "2025-10-26T03:00",
      [
        Essai("2025-10-26T01:59", "2025-10-26T02:59", true),
        Essai("2025-10-26T02:00", "2025-10-26T03:00", true),
        Essai("2025-10-26T02:01", "2025-10-26T03:01", false),
      ],
    ),
  ]

  @Test("elle s’ouvre et se ferme une fois, à la minute dite")
  func periode() async throws {
    let terrain = try await TerrainDEngagement(.sqlite)
    let horloge = terrain.bureau.essai.horloge
    for (rang, periode) in Self.periodes.enumerated() {
      let campagne = try await terrain.campagne(periode.ouverture, periode.cloture)
      for essai in periode.essais {
        try horloge.figer(utc: essai.utc, paris: essai.paris)
        let siens = try await terrain.bureau.essai.faire(
          VoirSesEngagements(terrain.bureau.etudiant)
        )
        #expect(siens.ouvertes.contains(campagne) == essai.admise, "\(essai)")
        let refus = try await terrain.bureau.refus {
          _ = try await terrain.deposer(
            .benevolat,
            "Maraude \(rang) \(essai.utc)",
            campagne: campagne,
          )
        }
        horloge.liberer()
        #expect((refus == nil) == essai.admise, "\(essai)")
        guard !essai.admise else { continue }
        #expect(
          refus
            == .regle(
              article: "règlement des études, article 7-2-B",
              .horsDeLaPeriode(du: campagne.ouverture, au: campagne.cloture),
            ),
          "\(essai)",
        )
      }
    }
  }
}
