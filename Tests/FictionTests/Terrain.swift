import Echanges
import Fiction
import Scolarite
import Testing

/// The curriculum and the règlement on which promotions are drawn.
enum Terrain {
  static let bibliotheque = Bibliotheque { _ in nil }

  static func annee(_ debut: Int) throws -> AnneeUniversitaire {
    try #require(AnneeUniversitaire(debut: debut))
  }

  static func annee(_ but: Int) throws -> AnneeBUT { try #require(AnneeBUT(but)) }

  /// The règlement that a profile gives on the first day of every year.
  static func reglement(_ profil: String = "but-national-2022") throws -> Reglement {
    let couches = try bibliotheque.couches(profil)
    return Reglement(courant: try Reglages(couches, le: Jour(ouvrant: try annee(2025))))
  }

  /// The first year of MMI, in 2025-2026.
  static func mmi(
    _ modele: PromotionFictive.Modele = .init(graine: 2025)
  ) throws -> PromotionFictive {
    let programme = try bibliotheque.programme("mmi-but1")
    let promotion = try PromotionFictive(
      modele,
      annee: annee(2025),
      anneeBUT: annee(1),
      programme: programme,
    )
    return try #require(promotion)
  }

  /// A curriculum of five competences that rise by one level a year.
  static func programme(_ but: Int) throws -> Programme {
    var ues: [UEDeProgramme] = []
    for semestre in (2 * but - 1)...(2 * but) {
      for competence in 1...5 {
        let modules = try ["R\(semestre)0\(competence)", "SAE\(semestre)0\(competence)"].map {
          ModuleDeProgramme(
            code: try #require(CodeModule($0)),
            nature: $0.hasPrefix("SAE") ? .sae : .ressource,
            coefficient: 3,
          )
        }
        ues.append(
          UEDeProgramme(
            code: try #require(CodeUE("UE\(semestre)\(competence)")),
            semestre: try #require(NumeroSemestre(semestre)),
            competence: competence,
            niveau: try #require(Niveau(but)),
            ects: 6,
            coefficient: 1,
            modules: modules,
          )
        )
      }
    }
    return Programme(ues: ues, volumes: [:])
  }

  /// A year of a BUT and the years before it.
  static func cursus(
    _ but: Int,
    _ modele: PromotionFictive.Modele = .init(graine: 7),
  ) throws -> PromotionFictive {
    let anterieurs = try (1..<but).map { (try annee($0) as AnneeBUT, try programme($0)) }
    let promotion = try PromotionFictive(
      modele,
      annee: annee(2025),
      anneeBUT: annee(but),
      programme: programme(but),
      anterieurs: Dictionary(uniqueKeysWithValues: anterieurs),
    )
    return try #require(promotion)
  }
}

extension Dossier {
  /// Every entry of every year.
  var entrees: [Entree] {
    annees.flatMap(\.semestres).flatMap(\.notes.values).joined().map(\.entree)
  }
}
