internal import Echanges
package import Scolarite

/// The curricula on which measures are taken.
package enum Programmes {
  package static func embarque(_ nom: String) throws -> Programme {
    try Reglements.bibliotheque.programme(nom)
  }

  /// Six UE and thirty modules a semester, every module in every UE.
  package static let national = Programme(
    ues: semestres(1).flatMap { semestre in
      (1...6).map { competence in
        ue(semestre, competence, annee: 1, ects: 5) { codes in
          codes.enumerated().map { rang, code in (code, Decimale(1 + (rang + 1) * competence % 12))
          }
        }
      }
    },
    volumes: volumes(1),
  )

  /// Three competences of four modules each, one of them without weight.
  package static func petit(_ annee: Int) -> Programme {
    Programme(
      ues: semestres(annee).flatMap { semestre in
        (1...3).map { competence in
          ue(semestre, competence, annee: annee, ects: competence == 1 ? 12 : 9) { _ in
            let suffixe = "\(semestre.valeur)\(competence)"
            return [
              ("R\(suffixe)1", 3), ("R\(suffixe)2", 2), ("SAE\(suffixe)", 4),
              ("PORTFOLIO\(suffixe)", 0),
            ]
          }
        }
      },
      volumes: volumes(annee),
    )
  }

  /// The same curriculum, one semester only.
  package static func semestre(_ numero: Int, de programme: Programme) -> Programme {
    Programme(
      ues: programme.ues.filter { $0.semestre.valeur == numero },
      volumes: programme.volumes,
    )
  }

  private static func semestres(_ annee: Int) -> [NumeroSemestre] {
    [2 * annee - 1, 2 * annee].map { exige(NumeroSemestre($0), "a BUT has six semesters") }
  }

  private static func volumes(_ annee: Int) -> [NumeroSemestre: Programme.Volume] {
    Dictionary(
      uniqueKeysWithValues: semestres(annee).map { ($0, .init(horsProjet: 400, projet: 50)) }
    )
  }

  private static func ue(
    _ semestre: NumeroSemestre,
    _ competence: Int,
    annee: Int,
    ects: Decimale,
    _ modules: ([String]) -> [(code: String, coefficient: Decimale)],
  ) -> UEDeProgramme {
    let communs = (1...30).map { rang in
      (rang <= 20 ? "R" : "SAE") + "\(semestre.valeur)" + (rang < 10 ? "0" : "") + "\(rang)"
    }
    let code = "UE\(semestre.valeur)\(competence)"
    return UEDeProgramme(
      code: exige(CodeUE(code), "\(code) names a UE"),
      semestre: semestre,
      competence: competence,
      niveau: exige(Niveau(annee), "a level for each year of the BUT"),
      ects: ects,
      coefficient: 1,
      modules: modules(communs).map { module in
        ModuleDeProgramme(
          code: exige(CodeModule(module.code), "\(module.code) names a module"),
          nature: module.code.hasPrefix("R") ? .ressource : .sae,
          coefficient: module.coefficient,
        )
      },
    )
  }
}
