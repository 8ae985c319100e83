import Habillage
import Testing

@Suite struct TypographieTests {
  @Test("une date s’écrit en toutes lettres, sans se couper")
  func dates() {
    #expect(Typographie.date(jour: 3, mois: 11, annee: 2026) == "3\u{A0}novembre\u{A0}2026")
    #expect(Typographie.date(jour: 1, mois: 8, annee: 2027) == "1er\u{A0}août\u{A0}2027")
    #expect(Typographie.date(jour: 1, mois: 13, annee: 2027) == nil)
    #expect(Typographie.date(jour: 1, mois: 0, annee: 2027) == nil)
  }

  @Test("une heure n’a de minutes que s’il y en a")
  func heures() {
    #expect(Typographie.heure(8) == "8\u{A0}h")
    #expect(Typographie.heure(14, 5) == "14\u{A0}h\u{A0}05")
    #expect(Typographie.heure(14, 30) == "14\u{A0}h\u{A0}30")
  }

  @Test("la ponctuation double et les guillemets ne passent pas à la ligne")
  func ponctuation() {
    #expect(Typographie.phrase("Oui : « non » ?") == "Oui\u{A0}: «\u{A0}non\u{A0}»\u{A0}?")
  }
}
