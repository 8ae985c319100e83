package import Fiction
package import Scolarite

/// The students on whom measures are taken, none of whom exists.
package enum Promotions {
  package static let graine: UInt64 = 1

  /// The first year of a curriculum, each module with a number of tests in that range.
  package static func premiereAnnee(
    _ programme: Programme,
    evaluations: ClosedRange<Int> = 1...3,
    graine: UInt64 = Promotions.graine,
  ) -> PromotionFictive {
    let promotion = PromotionFictive(
      .init(graine: graine, evaluationsParModule: evaluations),
      annee: Reglements.annee,
      anneeBUT: exige(AnneeBUT(1), "a BUT has a first year"),
      programme: programme,
    )
    return exige(promotion, "a promotion can be drawn on this curriculum")
  }

  /// The tests of a promotion, a column each.
  package static func disposition(_ promotion: PromotionFictive, _ programme: Programme)
    -> Disposition
  {
    Disposition(
      programme.ues.flatMap { ue in
        ue.modules.map(\.code.canonique).flatMap { module in
          (promotion.evaluations[module] ?? []).map { epreuve in
            Disposition.Colonne(
              semestre: ue.semestre,
              module: module,
              evaluation: epreuve.nom,
              coefficient: epreuve.coefficient,
            )
          }
        }
      }
    )
  }

  /// An empty promotion, its columns known.
  package static func cohorte(
    _ promotion: PromotionFictive,
    _ programme: Programme,
    _ reglement: Reglement,
    _ disposition: Disposition,
  ) -> Cohorte {
    Cohorte(
      annee: promotion.annee,
      anneeBUT: promotion.anneeBUT,
      programme: programme,
      reglement: reglement,
      disposition: disposition,
    )
  }
}
