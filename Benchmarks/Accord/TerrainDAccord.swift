internal import Scolarite
internal import Terrain

/// A règlement and the curricula of the years up to that of a promotion.
struct TerrainDAccord {
  let nom: String
  let reglement: Reglement
  /// One for each year of the BUT, that of the promotion last.
  let programmes: [Programme]

  /// The year that promotions follow.
  static let debut = 2026

  /// Every règlement with every curriculum.
  static func tous() throws -> [TerrainDAccord] {
    let mmi = try Programmes.embarque("mmi-but1")
    let rt = try Programmes.embarque("rt-iom-but2")
    let maquettes: [(nom: String, programmes: [Programme])] = [
      ("petit programme, 1re année", [Programmes.petit(1)]),
      ("petit programme, 2e année", [Programmes.petit(1), Programmes.petit(2)]),
      ("mmi-but1", [mmi]),
      ("rt-iom-but2", [Programme(ues: [], volumes: [:]), rt]),
    ]
    let jour = Jour(ouvrant: Reglements.annee(debut))
    return try reglements.enumerated().flatMap { rang, reglement in
      let lu = try Reglements.reglement(reglement.profil, le: jour, reglement.surcharges)
      return maquettes.map {
        TerrainDAccord(
          nom: "règlement \(rang + 1) (\(reglement.profil)), \($0.nom)",
          reglement: lu,
          programmes: $0.programmes,
        )
      }
    }
  }

  /// Profiles as they ship, then settings that lead through every rule.
  private static let reglements: [(profil: String, surcharges: [String: ValeurDeParametre])] = [
    ("but-national-2022", [:]),
    ("iut-larochesuryon-2025", [:]),
    (
      "iut-larochesuryon-2025",
      [
        "ponderationRCUE": .mot("ects"), "arrondiAvantComparaison": .mot("2"),
        "moyenneRedoublant": .mot("derniere"), "article3Alternants": .booleen(true),
        "rattrapageITI": .mot("zero"), "session2Active": .booleen(true),
      ],
    ),
    (
      "iut-larochesuryon-2025",
      [
        "partRessources": .nombre(60), "assietteSport": .mot("rcue"),
        "borneTranche": .mot("superieureIncluse"), "session2Active": .booleen(true),
        "modeNoteSession2": .mot("meilleure"), "prorataSport": .booleen(true),
      ],
    ),
    (
      "but-informatique-session2",
      [
        "ponderationRCUE": .mot("coefficient"), "critereSession2": .mot("moyenneSemestrielle"),
        "malusActif": .booleen(true), "zeroABI": .booleen(true), "franchiseABI": .nombre(2),
        "plafondMalus": .nombre(1), "regle30": .mot("bloque"), "induiteParJury": .booleen(false),
        "arrondiAvantComparaison": .mot("3"),
      ],
    ),
  ]
}
