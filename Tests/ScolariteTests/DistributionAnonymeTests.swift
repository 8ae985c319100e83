import Scolarite
import Testing

@Suite("Distribution anonyme")
struct DistributionAnonymeTests {
  private static func fractions(_ valeurs: [Int]) -> [Fraction] { valeurs.map { Fraction($0) } }

  @Test("rien à neuf moyennes, quelque chose à dix", arguments: [(9, false), (10, true)])
  func effectif(_ nombre: Int, _ montree: Bool) {
    let moyennes = Self.fractions(Array(repeating: 12, count: nombre))
    #expect((DistributionAnonyme(moyennes, sienne: 12) != nil) == montree)
  }

  @Test("aucune classe non vide ne tient moins de trois moyennes")
  func classes() throws {
    // One alone at each end, two together in the middle.
    let valeurs = [1, 5, 5, 9, 9, 9, 9, 13, 13, 19]
    let distribution = try #require(
      DistributionAnonyme(Self.fractions(valeurs), sienne: Fraction(19))
    )
    for classe in distribution.classes where classe.pourcentage > 0 {
      let dedans = valeurs.count { $0 >= classe.de && ($0 < classe.a || classe.a == 20) }
      #expect(dedans >= DistributionAnonyme.classeMinimale, "\(classe)")
    }
    #expect(distribution.classes.first?.de == 0 && distribution.classes.last?.a == 20)
    #expect(
      zip(distribution.classes, distribution.classes.dropFirst()).allSatisfy { $0.a == $1.de }
    )
    #expect(distribution.classes.count(where: \.estLaSienne) == 1)
  }

  @Test("parts et médiane sont arrondies : une note de plus ne se lit pas toute seule")
  func arrondi() throws {
    let avant = (0..<60).map { Fraction(8 + $0 % 8) }
    let une = try #require(DistributionAnonyme(avant, sienne: nil))
    let autre = try #require(DistributionAnonyme(avant + [Fraction(15)], sienne: nil))
    #expect(une == autre)
    #expect(une.classes.allSatisfy { $0.pourcentage % DistributionAnonyme.arrondi == 0 })
    #expect((une.mediane * 2).partieEntiere == une.mediane * 2)
    #expect(une.place == nil)
  }

  @Test(
    "la place est celle du quart",
    arguments: [
      (0, DistributionAnonyme.Place.premierQuart), (4, .premierQuart), (5, .deuxiemeQuart),
      (10, .troisiemeQuart), (15, .dernierQuart), (19, .dernierQuart),
    ],
  )
  func place(_ rang: Int, _ attendue: DistributionAnonyme.Place) throws {
    let moyennes = Self.fractions(Array(0..<20))
    #expect(DistributionAnonyme(moyennes, sienne: Fraction(rang))?.place == attendue)
  }
}
