import Testing

@testable import Scolarite

@Suite("Nombres décimaux exacts")
struct DecimaleTests {
  @Test(
    "un nombre s’écrit comme il se lit",
    arguments: [
      ("12", "12"), ("7,5", "7,5"), ("7.50", "7,5"), ("-0,25", "-0,25"), ("0", "0"),
      ("0,000001", "0,000001"), ("999999,999999", "999999,999999"), ("007", "7"),
    ],
  )
  func reads(text: String, written: String) {
    #expect(Decimale(text)?.description == written)
  }

  @Test(
    "ce qui n’est pas un nombre, ou pas un nombre admis, est refusé",
    arguments: [
      "", "-", ",5", "5,", "1,2,3", "1e3", "+1", "1O", " 1", "1000000", "0,0000001", "١",
      "99999999999999999999", "--1",
    ],
  )
  func refuses(text: String) {
    #expect(Decimale(text) == nil)
  }

  @Test("la somme est exacte là où le binaire se trompe")
  func addsExactly() throws {
    let tenth = try #require(Decimale("0,1"))
    #expect(Array(repeating: tenth, count: 10).somme() == 1)
  }

  @Test("le littéral JSON a un point")
  func writesJSON() { #expect(Decimale("1,5")?.litteralJSON == "1.5") }
}

@Suite("Fractions exactes")
struct FractionTests {
  @Test("une fraction est réduite et son dénominateur positif")
  func reduces() throws {
    let fraction = try #require(Fraction(6, sur: -4))
    #expect(fraction.numerateur == -3)
    #expect(fraction.denominateur == 2)
    #expect(Fraction(1, sur: 0) == nil)
  }

  @Test("la moyenne qui vaut dix vaut dix (W03)")
  func staysExact() throws {
    let somme =
      Fraction(try #require(Decimale("9,7"))) * 11 + Fraction(try #require(Decimale("13,3")))
    #expect(Fraction(somme.numerateur, sur: somme.denominateur * 12) == 10)
  }

  @Test(
    "l’affichage ne franchit jamais le seuil",
    arguments: [
      (9995, 1000, 2, "9,995"), (999_999, 100_000, 2, "9,99999"), (10, 1, 2, "10,00"),
      (10_004, 1000, 2, "10,004"), (29, 3, 2, "9,67"), (7, 1, 0, "7"), (-1, 8, 2, "-0,12"),
      (-3, 8, 1, "-0,4"), (1, 2, 0, "1"),
    ],
  )
  func shows(numerateur: Int, denominateur: Int, decimales: Int, attendu: String) throws {
    let fraction = try #require(Fraction(Int128(numerateur), sur: Int128(denominateur)))
    #expect(fraction.affichee(decimales: decimales, sansFranchir: [10]) == attendu)
  }

  @Test(
    "les grands nombres s’écrivent comme les petits",
    arguments: [
      (123_456_789_012_345_678_901, 2, "1,23"), (-123_456_789_012_345_678_901, 0, "-1"),
      (9_995_000_000_000_000_000_001, 1, "100,0"), (1, 2, "0,00"),
    ] as [(Int128, Int, String)],
  )
  func showsLarge(numerateur: Int128, decimales: Int, attendu: String) throws {
    let fraction = try #require(Fraction(numerateur, sur: 100_000_000_000_000_000_000))
    #expect(fraction.affichee(decimales: decimales) == attendu)
  }

  @Test("à un cheveu du seuil, la fraction elle-même est montrée")
  func showsRatioWhenDigitsFail() throws {
    let presque = try #require(Fraction(99_999_999_999_999_999, sur: 10_000_000_000_000_000))
    #expect(
      presque.affichee(decimales: 2, sansFranchir: [10]) == "99999999999999999/10000000000000000"
    )
  }
}

@Suite("Fractions aux limites")
struct FractionLimitesTests {
  @Test("une opération qui déborde donne une valeur indéfinie, qui le reste")
  func reportsOverflow() throws {
    let immense = try #require(Fraction(Int128.max, sur: 1))
    #expect(!(immense * immense).estDefinie)
    #expect(!(immense + immense).estDefinie)
    #expect(!(immense * immense - 1).estDefinie)
    #expect((immense * 0) == 0)
  }

  @Test("la comparaison est exacte même où le produit en croix déborderait")
  func comparesWithoutOverflow() throws {
    let presque = try #require(Fraction(Int128.max - 1, sur: Int128.max))
    let plus = try #require(Fraction(Int128.max - 2, sur: Int128.max - 1))
    #expect(plus < presque)
    #expect(!(presque < plus))
    #expect(!(presque < presque))
    #expect(Fraction(-1) < 0)
    #expect(try #require(Fraction(-7, sur: 2)) < #require(Fraction(-10, sur: 3)))
    #expect(try #require(Fraction(1, sur: 3)) < #require(Fraction(1, sur: 2)))
    #expect(!(try #require(Fraction(1, sur: 2)) < #require(Fraction(1, sur: 3))))
  }
}
