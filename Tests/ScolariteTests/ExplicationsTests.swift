import Testing

@testable import Scolarite

@Suite("Explications")
struct ExplicationsTests {
  @Test("chaque règle du catalogue a son récit")
  func tellsEveryRule() {
    #expect(Set(Recit.conteurs.keys) == Set(Regle.toutes.map(\.nom)))
  }

  @Test(
    "un nombre s’écrit au plus court, avec sa virgule et son unité",
    arguments: [
      (Fraction(2, sur: 5), "0,4 point"), (Fraction(2), "2 points"), (Fraction(0), "0 point"),
      (Fraction(1, sur: 200), "0,005 point"), (Fraction(1, sur: 3), "0,33 point"),
      (Fraction(1, sur: 1000), "0,001 point"), (Fraction(1, sur: 30000), "0,00003 point"),
    ],
  )
  func writesPoints(valeur: Fraction?, texte: String) throws {
    #expect(try #require(valeur).points == texte)
  }

  @Test(
    "un résultat arrondi à l’affichage est annoncé comme tel",
    arguments: [
      (Fraction(201, sur: 20), "= 10,05"), (Fraction(399, sur: 40), "≈ 9,98"),
      (Fraction(19_999, sur: 2000), "= 9,9995"),
    ],
  )
  func announcesRounding(valeur: Fraction?, texte: String) throws {
    #expect(try #require(valeur).resultat(10) == texte)
  }

  @Test("une longue liste est abrégée et compte ce qu’elle tait")
  func shortensLists() {
    #expect(Francais.liste(["a"]) == "a")
    #expect(Francais.liste(["a", "b", "c"], auPlus: 3) == "a, b et c")
    #expect(Francais.liste(["a", "b", "c", "d"], auPlus: 3) == "a, b et 2 autres")
  }

  @Test("une date se lit, et le premier du mois a son ordinal")
  func writesDates() {
    #expect(Francais.date("2026-07-01") == "1er juillet 2026")
    #expect(Francais.date("2026-02-28") == "28 février 2026")
    #expect(Francais.date("jeudi") == "jeudi")
  }

  @Test("un réglage dit sa valeur et sa date comme on les lit, un rapport ses décimales")
  func writesSettings() throws {
    let reglage = Reglage(
      nom: "seuilUE",
      valeur: .date(try #require(Jour("2026-07-01"))),
      depuis: Jour("2025-09-02"),
      source: "arrêté",
      couche: "national",
      aConfirmer: false,
    )
    let phrase = VocabulaireDePreuve.phrase(reglage)
    #expect(phrase.hasSuffix(" : 1er juillet 2026 (arrêté, depuis le 2 septembre 2025)"))
    #expect(VocabulaireDePreuve.calcul("(21/2)*2+(34/3)") == "10,5 × 2 + (≈ 11,3333, soit 34/3)")
  }

  @Test("des coefficients égaux ne sont pas écrits dans une moyenne")
  func writesMeans() {
    #expect(Francais.moyenne([("12", 2), ("9", 1)]) == "(12 × 2 + 9) ÷ 3")
    #expect(Francais.moyenne([("12", 2), ("9", 2)]) == "(12 + 9) ÷ 2")
    #expect(Francais.moyenne([("12", 2)]) == "12")
  }

  @Test("ce qui a été dit n’est pas redit, ni dans un détail ni dans un groupe suivant")
  func neverRepeats() {
    func recit(_ titre: String, _ details: [Explication] = []) -> Explication {
      Explication(
        titre: titre,
        recit: ["phrase"],
        aConfirmer: ["x"],
        details: details,
        reference: "r",
      )
    }
    let groupes = Explication.sansRepetition(parGroupe: [
      [recit("a", [recit("b")]), recit("c", [recit("b"), recit("d")])], [recit("a"), recit("e")],
    ])
    #expect(groupes.map { $0.map(\.titre) } == [["a", "c"], ["e"]])
    #expect(groupes[0][1].details.map(\.titre) == ["d"])
    #expect(groupes[0][0].details[0].phrases.last?.contains("x") == true)
    #expect(groupes[0][0].phrases == ["phrase"])
  }
}
