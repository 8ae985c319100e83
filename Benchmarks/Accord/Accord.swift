/// The comparison of the two ways to a proposal, on many students drawn at random.
enum Accord {
  static let nombreParDefaut = 100_000
  private static let effectif = 500

  /// Compares so many students, each règlement and curriculum in turn.
  static func comparer(_ nombre: Int) throws -> BilanDAccord {
    let terrains = try TerrainDAccord.tous()
    var bilan = BilanDAccord()
    var graine: UInt64 = 0
    while bilan.dossiers < nombre {
      var promotion = PromotionDAccord(
        terrains[Int(graine) % terrains.count],
        graine: graine,
        effectif: min(effectif, nombre - bilan.dossiers),
      )
      promotion.comparer()
      bilan += promotion.bilan
      graine += 1
    }
    return bilan
  }
}
