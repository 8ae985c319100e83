internal import Scolarite

/// What a student is, before any mark: level, aptitudes, diligence.
struct Portrait {
  /// Hundredths of a point on 20.
  let niveau: Int
  /// The level in each competence, by rank.
  let aptitudes: [Int]
  let parcours: Parcours
  let alternant: Bool
  let assiduite: Assiduite
  /// The rank of the semester during which the student leaves.
  let depart: Int?

  /// How the student came to the year.
  enum Parcours {
    case ordinaire
    case redoublant
    /// From elsewhere, with some UE granted.
    case dispense
  }

  /// How many hours are missed without a reason.
  enum Assiduite {
    case assidu
    case irregulier
    case decrocheur
  }
}

extension Hasard {
  mutating func portrait(_ modele: PromotionFictive.Modele, competences: Int) -> Portrait {
    let parcours: Portrait.Parcours =
      chance(surMille: modele.redoublants)
      ? .redoublant : (chance(surMille: modele.dispenses) ? .dispense : .ordinaire)
    let depart = chance(surMille: modele.departs) ? entier(0...1) : nil
    let retrait = (parcours == .redoublant ? 90 : 0) + (depart == nil ? 0 : 200)
    let niveau = modele.niveauMoyen - retrait + ecart(type: 230)
    return Portrait(
      niveau: niveau,
      aptitudes: (0..<competences).map { _ in niveau + ecart(type: 90) },
      parcours: parcours,
      alternant: chance(surMille: modele.alternants),
      assiduite: assiduite(faiblesse: max(0, 1220 - niveau)),
      depart: depart,
    )
  }

  /// The weaker the student, the more hours missed.
  private mutating func assiduite(faiblesse: Int) -> Portrait.Assiduite {
    let sort = entier(0...999)
    let decrocheurs = 8 + faiblesse / 8
    return sort < decrocheurs
      ? .decrocheur : (sort < decrocheurs + 80 + faiblesse / 2 ? .irregulier : .assidu)
  }
}
