internal import Actes
internal import Fiction
internal import Scolarite

/// A department of the IUT that does not exist, with its one formation.
struct DepartementFictif {
  let code: String
  let intitule: String
  let formation: String

  static let mmi = DepartementFictif(
    code: "MMI",
    intitule: "Métiers du multimédia et de l’internet",
    formation: "BUT MMI",
  )
  static let rt = DepartementFictif(
    code: "R&T",
    intitule: "Réseaux et télécommunications",
    formation: "BUT R&T",
  )
  static let tous = [mmi, rt]

  func executer(_ travail: Travail) throws {
    let departement = try CreerUnDepartement(code: code, intitule: intitule).executer(travail)
    _ = try CreerUneFormation(
      departement: departement.id,
      code: formation,
      intitule: "BUT \(intitule)",
    ).executer(travail)
  }
}

/// A promotion of the IUT that does not exist: what it is drawn from, and how it is parted.
struct PromotionDeDemonstration {
  let departement: DepartementFictif
  let intitule: String
  let effectif: Int
  let modele: PromotionFictive.Modele
  /// How many students a group of TD and one of TP hold.
  let groupes: (td: Int, tp: Int)
  /// The rank of somebody who left, when the year goes on.
  let depart: Int?

  static let mmiPassee = PromotionDeDemonstration(
    departement: .mmi,
    intitule: "MMI 1re année",
    effectif: 60,
    modele: .demonstration(graine: 2022, alternants: 0),
    groupes: (30, 15),
    depart: nil,
  )
  static let mmi = PromotionDeDemonstration(
    departement: .mmi,
    intitule: "MMI 1re année",
    effectif: 60,
    modele: .demonstration(graine: 2023, alternants: 0),
    groupes: (30, 15),
    depart: 17,
  )
  static let rt = PromotionDeDemonstration(
    departement: .rt,
    intitule: "R&T IOM 2e année",
    effectif: 24,
    modele: .demonstration(graine: 2024, alternants: 1000),
    groupes: (24, 12),
    depart: nil,
  )

  func installation(
    _ promotion: PromotionFictive,
    _ maquette: String,
    _ profil: (nom: String, texte: String),
    _ avancement: Avancement,
  ) -> InstallerUnePromotion {
    let (td, tp) = groupes
    return InstallerUnePromotion(
      .init(
        departement: departement.code,
        formation: departement.formation,
        intitule: intitule,
        maquette: maquette,
        profil: profil,
      ),
      promotion,
      effectif: effectif,
      avancement: avancement,
      depart: depart.flatMap { rang in
        avancement.jour.map { (rang, dernierJour(promotion.annee, $0)) }
      },
      groupes: { rang in ["TD\(1 + rang / td)", "TP\(1 + rang / tp)"] },
    )
  }

  /// The last day of who left: in October, or the first day of the year until then.
  private func dernierJour(_ annee: AnneeUniversitaire, _ jour: Jour) -> Jour {
    guard let octobre = Jour(annee.debut, 10, 9), octobre < jour else {
      return Jour(ouvrant: annee)
    }
    return octobre
  }
}

extension PromotionFictive.Modele {
  /// Nobody repeats nor comes from elsewhere: earlier years are not in the register.
  fileprivate static func demonstration(graine: UInt64, alternants: Int) -> Self {
    .init(
      graine: graine,
      evaluationsParModule: 1...2,
      alternants: alternants,
      redoublants: 0,
      capitalisation: 0,
      dispenses: 0,
      dettes: 0,
      departs: 0,
    )
  }
}
