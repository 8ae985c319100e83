import Scolarite
import Testing

@Suite("Dates de session 2")
struct DatesDeSession2Tests {
  private func jour(_ texte: String) throws -> Jour { try #require(Jour(texte)) }

  private func dates(
    _ premier: String = "2026-07-06",
    jury: String? = nil,
    delai: Int? = nil,
  ) throws -> DatesDeSession2 {
    DatesDeSession2(
      premierJour: try jour(premier),
      dernierJour: try jour("2026-07-08"),
      publication: try jour("2026-06-12"),
      limiteInscription: try #require(Instant("2026-06-26T23:59")),
      jury: try jury.map { try self.jour($0) },
      delaiDeConsultation: delai,
    )
  }

  @Test("W96 : calendrier, aménagements et inscription autour de la session 2")
  func w96() throws {
    let dates = try dates()
    #expect(dates.limiteCalendrier == (try jour("2026-06-15")))
    #expect(dates.limiteAmenagements == (try jour("2026-06-06")))
    #expect(dates.bornesDInscription == (try jour("2026-06-19"))...(try jour("2026-06-26")))
  }

  @Test(
    "un mois avant est le même jour du mois précédent, ou son dernier",
    arguments: [
      ("2026-03-31", "2026-02-28"), ("2028-03-30", "2028-02-29"), ("2026-01-15", "2025-12-15"),
      ("2026-07-31", "2026-06-30"), ("2026-07-06", "2026-06-06"),
    ],
  )
  func unMois(_ cas: (jour: String, avant: String)) throws {
    #expect(try jour(cas.jour).unMoisAvant == (try jour(cas.avant)))
  }

  @Test("les pistes sont parallèles : le calendrier est dû avant la fin des inscriptions")
  func paralleles() throws {
    let echeances = try dates().echeances([:])
    #expect(echeances.map(\.piste) == PisteDeSession2.allCases)
    func limite(_ piste: PisteDeSession2) -> Instant? {
      echeances.first { $0.piste == piste }?.limite
    }
    let amenagements = try #require(limite(.amenagements))
    let calendrier = try #require(limite(.calendrier))
    let inscriptions = try #require(limite(.inscriptions))
    #expect(amenagements < calendrier && calendrier < inscriptions)
    #expect(limite(.jury) == nil && limite(.contestation) == nil)
  }

  @Test("une étape est à venir, ouverte, en retard, puis faite avec son retard")
  func etats() throws {
    func etat(_ piste: PisteDeSession2, _ quand: String, _ faits: [PisteDeSession2: Jour] = [:])
      throws -> EcheanceDeSession2.Etat
    {
      let echeance = try #require(try dates().echeances(faits).first { $0.piste == piste })
      return echeance.etat(a: try #require(Instant(quand)))
    }
    #expect(try etat(.inscriptions, "2026-06-11T12:00") == .aVenir)
    #expect(try etat(.inscriptions, "2026-06-26T23:59") == .ouverte)
    #expect(try etat(.inscriptions, "2026-06-27T00:00") == .enRetard)
    #expect(try etat(.calendrier, "2026-06-15T23:59") == .ouverte)
    #expect(try etat(.calendrier, "2026-06-16T00:00") == .enRetard)
    #expect(try etat(.amenagements, "2026-06-07T08:00") == .enRetard)
    let faits = [PisteDeSession2.calendrier: try jour("2026-06-16")]
    #expect(try etat(.calendrier, "2026-06-16T09:00", faits) == .faite)
    let tard = try #require(try dates().echeances(faits).first { $0.piste == .calendrier })
    #expect(tard.joursDeRetard == 1)
  }

  @Test("la contestation court de la publication, quand le délai local est connu")
  func contestation() throws {
    let publiee = [PisteDeSession2.publication: try jour("2026-07-15")]
    let avec = try dates(jury: "2026-07-15", delai: 10).echeances(publiee)
    #expect(avec.last?.piste == .contestation)
    #expect(avec.last?.auPlusTard == (try jour("2026-07-25")))
    #expect(try dates(jury: "2026-07-15").echeances(publiee).last?.auPlusTard == nil)
  }
}
