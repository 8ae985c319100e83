internal import Fiction
internal import Scolarite

/// The tests of a promotion in the order in which they are held, with what became of each.
struct PlanDesEpreuves {
  private(set) var epreuves: [Epreuve] = []

  /// Where no date is wanted, the tests in the order of the curriculum.
  init(
    _ promotion: PromotionFictive,
    _ programme: Programme,
    _ jours: JoursOuvres,
    _ avancement: Avancement,
  ) {
    switch avancement {
    case .sansDates:
      for semestre in promotion.anneeBUT.semestres {
        epreuves += Self.tours(promotion, programme, semestre).flatMap(\.self)
      }
    case .terminee:
      for semestre in promotion.anneeBUT.semestres {
        clore(Self.enOrdre(promotion, programme, semestre), jours.semestre(semestre))
      }
    case .enCours(let jour):
      guard let present = jours.enCours(promotion.anneeBUT, le: jour) else { return }
      for semestre in promotion.anneeBUT.semestres where semestre < present {
        clore(Self.enOrdre(promotion, programme, semestre), jours.semestre(semestre))
      }
      avancer(Self.enOrdre(promotion, programme, present), jours.semestre(present), jour)
    }
  }

  /// The tests of each module of a semester.
  private static func tours(
    _ promotion: PromotionFictive,
    _ programme: Programme,
    _ semestre: NumeroSemestre,
  ) -> [[Epreuve]] {
    var vus: Set<String> = []
    return programme.ues.filter { $0.semestre == semestre }.flatMap(\.modules)
      .map(\.code.canonique).filter { vus.insert($0).inserted }
      .map { module in
        (promotion.evaluations[module] ?? []).map {
          Epreuve(
            semestre: semestre,
            module: module,
            nom: $0.nom,
            coefficient: $0.coefficient,
            bareme: $0.bareme,
          )
        }
      }
  }

  /// The first test of each module, then the second of those that have one, and so on.
  private static func enOrdre(
    _ promotion: PromotionFictive,
    _ programme: Programme,
    _ semestre: NumeroSemestre,
  ) -> [Epreuve] {
    let modules = tours(promotion, programme, semestre)
    let plus = modules.map(\.count).max() ?? 0
    return (0..<plus).flatMap { tour in
      modules.compactMap { tour < $0.count ? $0[tour] : nil }
    }
  }

  private mutating func clore(_ ordonnees: [Epreuve], _ jours: [Jour]) {
    let dates = Array(jours.dropFirst(Self.rentree)).repartis(ordonnees.count)
    epreuves += zip(ordonnees, dates).map { $0.avec($1, .close) }
  }

  /// Half of the tests published at most, some entered, two half entered, one held: those are past.
  private mutating func avancer(_ ordonnees: [Epreuve], _ jours: [Jour], _ jour: Jour) {
    let nombre = ordonnees.count
    let ecoules = jours.filter { $0 <= jour }
    let part = jours.isEmpty ? 0 : nombre * ecoules.count / jours.count
    let publiees = min(nombre / 2, max(4, part))
    let stades =
      [Stade](repeating: .publiee, count: publiees)
      + [Stade](repeating: .saisie, count: max(2, nombre / 8)) + [.entamee, .entamee, .aSaisir]
    let passees = min(stades.count, nombre)
    let tenues = ecoules.count > 2 * Self.rentree ? Array(ecoules.dropFirst(Self.rentree)) : ecoules
    let dates =
      (tenues.isEmpty ? [jour] : tenues).repartis(passees)
      + jours.filter { $0 > jour }.repartis(nombre - passees)
    epreuves += zip(ordonnees, dates).enumerated().map { rang, epreuve in
      epreuve.0.avec(epreuve.1, rang < stades.count ? stades[rang] : .aVenir)
    }
  }

  /// The days of a semester before its first test.
  private static let rentree = 10
}

extension Epreuve {
  fileprivate func avec(_ date: Jour?, _ stade: Stade) -> Epreuve {
    var epreuve = self
    (epreuve.date, epreuve.stade) = (date, stade)
    return epreuve
  }
}
