import Scolarite
import Testing

@Suite("Dimanches et jours fériés")
struct JoursChomesTests {
  @Test(
    "les onze jours fériés, et leurs lendemains qui n’en sont pas",
    arguments: [
      ("2026-01-01", "1er janvier"), ("2026-04-06", "lundi de Pâques"), ("2026-05-01", "1er mai"),
      ("2026-05-08", "8 mai"), ("2026-05-14", "Ascension"), ("2026-05-25", "lundi de Pentecôte"),
      ("2026-07-14", "14 juillet"), ("2026-08-15", "Assomption"), ("2026-11-01", "Toussaint"),
      ("2026-11-11", "11 novembre"), ("2026-12-25", "Noël"),
      // Easter at its earliest and latest, and beyond the century.
      ("2008-03-24", "lundi de Pâques"), ("2038-04-26", "lundi de Pâques"),
      ("2100-03-29", "lundi de Pâques"),
    ],
  )
  func feries(_ jour: String, _ nom: String) throws {
    let jour = try #require(Jour(jour))
    #expect(jour.fete == nom)
    #expect(jour.plus(jours: 1).fete == nil)
  }

  @Test(
    "un dimanche, et les autres jours",
    arguments: [
      ("1900-01-07", true), ("2026-07-05", true), ("2199-12-29", true), ("2024-02-29", false),
      ("2026-07-04", false), ("2026-07-06", false),
    ],
  )
  func dimanches(_ jour: String, _ attendu: Bool) throws {
    #expect(try #require(Jour(jour)).estUnDimanche == attendu)
  }
}
