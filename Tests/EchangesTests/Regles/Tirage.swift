import Echanges
import Fiction
import JSON
import Scolarite
import Testing

/// A règlement and two curricula on which dossiers are drawn.
struct Terrain: Sendable, CustomTestStringConvertible {
  let profil: String
  let reglages: [String: JSONNode]

  var testDescription: String { "\(profil) \(reglages.keys.sorted())" }

  static let tous: [Terrain] = [
    Terrain(profil: DossierDEssai.national, reglages: [:]),
    Terrain(profil: DossierDEssai.laRoche, reglages: [:]),
    Terrain(
      profil: DossierDEssai.laRoche,
      reglages: [
        "ponderationRCUE": "ects", "arrondiAvantComparaison": "2", "moyenneRedoublant": "derniere",
        "article3Alternants": true, "rattrapageITI": "zero", "session2Active": true,
      ],
    ),
    Terrain(
      profil: DossierDEssai.laRoche,
      reglages: [
        "partRessources": "60", "assietteSport": "rcue", "borneTranche": "superieureIncluse",
        "session2Active": true, "modeNoteSession2": "meilleure", "prorataSport": true,
      ],
    ),
    Terrain(
      profil: DossierDEssai.avecSession2,
      reglages: [
        "ponderationRCUE": "coefficient", "critereSession2": "moyenneSemestrielle",
        "malusActif": true, "zeroABI": true, "franchiseABI": "2", "plafondMalus": "1",
        "regle30": "bloque", "induiteParJury": false, "arrondiAvantComparaison": "3",
      ],
    ),
  ]

  /// What the format reads of the règlement and of the two first years.
  func lire() throws -> (lu: DossierLu, programmes: [Programme]) {
    let lu = try DossierDEssai(profil, reglages, Self.annee(1), Self.annee(2)).lire()
    guard case .but(let dossier) = lu.demande else { return (lu, []) }
    return (lu, dossier.annees.map(\.programme))
  }

  private static func annee(_ but: Int) -> AnneeDEssai {
    var annee = AnneeDEssai(debut: 2024 + but, but: but)
    for semestre in (2 * but - 1)...(2 * but) {
      annee.volumes["S\(semestre)"] = "100"
      for competence in 1...3 {
        let code = "UE\(semestre)\(competence)"
        annee.ects[code] = competence == 1 ? "12" : "9"
        annee.modules[code] = [
          "R\(code)1": "3", "R\(code)2": "2", "SAE\(code)": "4", "PORTFOLIO\(code)": "0",
        ]
      }
    }
    return annee
  }
}

extension AnneeSuivie {
  /// The same year, its semesters changed.
  func changee(_ changer: (SemestreSuivi) -> SemestreSuivi) -> AnneeSuivie {
    AnneeSuivie(
      annee: annee,
      anneeBUT: anneeBUT,
      programme: programme,
      semestres: semestres.map(changer),
      bonus: bonus,
      session2: session2,
      decisions: decisions,
    )
  }
}

extension SemestreSuivi {
  /// The same semester with other marks, or other absences.
  func avec(notes: [String: [Evaluation]]? = nil, absences: Absences? = nil) -> SemestreSuivi {
    SemestreSuivi(
      numero: numero,
      statut: statut,
      notes: notes ?? self.notes,
      moyennes: moyennes,
      absences: absences ?? self.absences,
      avisContraire: avisContraire,
    )
  }
}
