import Actes
import Scolarite

extension SupplementAuDiplome {
  /// Three years, of which the last one in apprenticeship.
  static let but = exemple(.anais)
  static let dut = exemple(.anais, diplome: .dut, rncp: nil, suite: [])

  static func exemple(
    _ titulaire: Titulaire,
    diplome: DiplomeAttribue = .but,
    rncp: String? = "35501",
    suite: [String] = [
      "Stage de douze semaines en agence de communication, au semestre 4.",
      "Semestre 5 accompli à l’université de Ljubljana, dans le cadre du programme Erasmus+.",
    ],
  ) -> SupplementAuDiplome {
    SupplementAuDiplome(
      titulaire: titulaire,
      cursus: .mmi(diplome == .but ? 3 : 2),
      diplome: diplome,
      jury: jour("2026-07-03"),
      credits: diplome == .but ? "180" : "120",
      etablissement: "IUT de Nulle-Part",
      universite: "Université de Nulle-Part",
      rncp: rncp,
      langues: ["français", "anglais"],
      competences: zip(competences, [3, 3, 3, 2, 2]).map {
        Competence(libelle: $0, niveau: Niveau($1))
      },
      annees: (1...(diplome == .but ? 3 : 2)).map(annee),
      echelle: echelle,
      distinctions: ["Félicitations du jury"],
      renseignements: suite,
    )
  }

  static let echelle = Echelle(
    bareme: "20",
    seuil: "10",
    codes: [
      .init(code: "ADM", sens: "acquis, la moyenne atteignant le seuil"),
      .init(code: "CMP", sens: "acquis par compensation"),
      .init(code: "ADJ", sens: "acquis par décision du jury"),
    ],
    repartition: [
      .init(moyennes: "de 10 à 12", part: "34 %"), .init(moyennes: "de 12 à 14", part: "41 %"),
      .init(moyennes: "14 et plus", part: "25 %"),
    ],
  )

  private static let competences = [
    "Comprendre les écosystèmes, les besoins des utilisateurs et les dispositifs",
    "Concevoir ou co-concevoir une réponse stratégique pertinente",
    "Exprimer un message avec les médias numériques pour informer et communiquer",
    "Développer pour le web et les médias numériques",
    "Entreprendre dans le secteur du numérique",
  ]

  private static func annee(_ rang: Int) -> Annee {
    Annee(
      anneeBUT: exige(AnneeBUT(rang)),
      annee: exige(AnneeUniversitaire(debut: 2022 + rang)),
      statut: rang == 3 ? .alternant : .initial,
      note: rang == 3 ? "Semestre 5 validé par équivalence." : nil,
      semestres: [2 * rang - 1, 2 * rang].map { numero in
        Semestre(
          numero: exige(NumeroSemestre(numero)),
          ues: (1...(rang == 3 ? 3 : 5)).map { ue(numero, $0) },
        )
      },
      rcues: competences.prefix(rang == 3 ? 3 : 5).enumerated().map { indice, competence in
        RCUE(
          competence: competence,
          niveau: Niveau(rang),
          moyenne: note(rang, indice + 40),
          decision: "ADM",
        )
      },
      decision: .init(code: "ADM", sens: "année validée"),
      credits: "60",
    )
  }

  private static func ue(_ semestre: Int, _ numero: Int) -> UE {
    let estSansNote = semestre == 5 && numero == 2
    let credits = semestre > 4 ? "10" : "6"
    return UE(
      code: exige(CodeUE("UE\(semestre)\(numero)")),
      libelle: competences[numero - 1],
      moyenne: estSansNote ? nil : note(semestre, numero),
      decision: semestre == 2 && numero == 4 ? "CMP" : "ADM",
      credits: credits,
      creditsPossibles: credits,
      capitaliseeEn: semestre == 1 && numero == 5 ? AnneeUniversitaire("2022-2023") : nil,
    )
  }

  /// Between 10 and 18.
  private static func note(_ rang: Int, _ sel: Int) -> String {
    let centiemes = 1000 + (rang * 7919 + sel * 104_729) % 800
    let reste = centiemes % 100
    return "\(centiemes / 100),\(reste < 10 ? "0" : "")\(reste)"
  }
}
