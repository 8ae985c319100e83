import Fiction
import Scolarite
import Testing

@Suite("Fiction : hasard")
struct HasardTests {
  @Test("the numbers are those of SplitMix64")
  func reference() {
    var hasard = Hasard(graine: 1_234_567)
    let tires = (0..<5).map { _ in hasard.next() }
    #expect(
      tires == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ]
    )
  }

  @Test("a range is covered from end to end, and no further")
  func range() {
    var hasard = Hasard(graine: 1)
    let tires = Set((0..<500).map { _ in hasard.entier(-3...3) })
    #expect(tires == Set(-3...3))
  }

  @Test("ranks of one seed draw apart")
  func ranks() {
    let premiers = (0..<1000).map { rang in
      var hasard = Hasard(graine: 1, rang: rang)
      return hasard.next()
    }
    #expect(Set(premiers).count == 1000)
  }

  @Test("deviations have the standard deviation asked for")
  func deviations() {
    var hasard = Hasard(graine: 1)
    let ecarts = (0..<20_000).map { _ in hasard.ecart(type: 230) }
    let moyenne = ecarts.reduce(0, +) / ecarts.count
    let variance = ecarts.reduce(0) { $0 + $1 * $1 } / ecarts.count
    #expect(abs(moyenne) < 6)
    #expect((225 * 225...235 * 235).contains(variance))
  }

  @Test("quarters are exact", arguments: [(1, "0,25"), (6, "1,5"), (11, "2,75"), (80, "20")])
  func quarters(rang: Int, texte: String) {
    var hasard = Hasard(graine: 1)
    #expect(hasard.quarts(rang...rang).description == texte)
  }
}
