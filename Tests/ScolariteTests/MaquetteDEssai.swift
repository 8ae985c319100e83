import Testing

@testable import Scolarite

/// A small curriculum in order, for tests that break one thing in it.
///
/// Two semesters of six UE; each UE has one ressource and one SAÉ of equal weight.
struct MaquetteDEssai {
  var maquette: Maquette

  init(annee: Int = 1) throws {
    let annee = try #require(AnneeBUT(annee))
    let semestres = try [2 * annee.valeur - 1, 2 * annee.valeur].map {
      try Self.semestre($0, annee)
    }
    maquette = Maquette(
      identite: Identite(
        source: "essai",
        etablissement: "IUT d’essai",
        anneeUniversitaire: try #require(AnneeUniversitaire("2025-2026")),
        diplome: .but,
        annee: annee,
        mention: "Essai",
        parcours: nil,
        modalite: .formationInitiale,
        rncp: nil,
        texteCite: nil,
      ),
      entete: .init(ects: 60, volumes: nil, coursIntegres: nil),
      semestres: semestres,
      totalNiveau: nil,
    )
    maquette.totalNiveau = .init(
      libelle: "TOTAL NIVEAU \(annee.valeur)",
      chiffres: Chiffres([
        .cm: 12, .td: 24, .tp: 36, .projet: 60, .total: 72, .coef: 48, .ects: 60,
      ]),
    )
    maquette.entete.volumes = Chiffres([.cm: 12, .td: 24, .tp: 36, .projet: 60, .total: 72])
  }

  private static func semestre(_ numero: Int, _ annee: AnneeBUT) throws -> Maquette.Semestre {
    Maquette.Semestre(
      numero: try #require(NumeroSemestre(numero)),
      ues: try (1...6).map { try ue(numero, $0, annee) },
      total: Chiffres([
        .cm: 6, .td: 12, .tp: 18, .projet: 30, .total: 36, .coef: 24, .ects: 30,
      ]),
    )
  }

  private static func ue(_ semestre: Int, _ numero: Int, _ annee: AnneeBUT) throws -> UE {
    let heures = Chiffres([.cm: 1, .td: 2, .tp: 3, .total: 6, .coef: 2])
    let projet = Chiffres([.cm: 0, .td: 0, .tp: 0, .projet: 5, .total: 0, .coef: 2])
    let type = TypeEvaluation("CC")
    return UE(
      code: try #require(CodeUE("UE\(semestre)\(numero)")),
      competence: Competence(numero: numero, code: "C\(numero)", libelle: "Compétence \(numero)"),
      niveau: try #require(Niveau(annee.valeur)),
      ects: 5,
      ressources: [
        Module(
          nature: .ressource,
          code: try #require(CodeModule("R\(semestre)0\(numero)")),
          titre: "Ressource \(numero)",
          chiffres: heures,
          typeEvaluation: type,
        )
      ],
      saes: [
        Module(
          nature: .sae,
          code: try #require(CodeModule("SAE\(semestre)0\(numero)")),
          titre: "SAÉ \(numero)",
          chiffres: projet,
          typeEvaluation: type,
        )
      ],
      totaux: .init(
        ressources: heures,
        saes: projet,
        ue: Chiffres([.cm: 1, .td: 2, .tp: 3, .projet: 5, .total: 6, .coef: 4, .ects: 5]),
      ),
    )
  }

  /// The findings of the checks, without référentiel unless one is given.
  func constats(etapes: [Int: Referentiel.EtapeDeCompetence]? = nil) -> [Constat] {
    RapportDeConformite(de: MaquetteControlee(maquette, etapes: etapes)).constats
  }
}
