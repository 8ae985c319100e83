import Actes
import Scolarite

extension Releve {
  static func mmi(_ titulaire: Titulaire = .anais, definitif: Bool = true) -> Releve {
    Releve(
      titulaire: titulaire,
      cursus: .mmi(),
      semestres: [
        semestre(1, Maquettes.mmi1, definitif: definitif),
        semestre(2, Maquettes.mmi2, definitif: definitif),
      ],
      bilan: definitif ? .annee : nil,
    )
  }

  static func rt() -> Releve {
    Releve(
      titulaire: .anais,
      cursus: .rt,
      semestres: [semestre(3, Maquettes.rt3, definitif: true)],
      bilan: .annee,
    )
  }

  static func semestre(_ numero: Int, _ ues: [UEDeMaquette], definitif: Bool) -> Semestre {
    Semestre(
      numero: exige(NumeroSemestre(numero)),
      ues: ues.enumerated().map { ue($1, rang: $0, definitif: definitif) },
    )
  }

  private static func ue(_ ue: UEDeMaquette, rang: Int, definitif: Bool) -> UE {
    let estReportee = definitif && rang == 4
    return UE(
      code: exige(CodeUE(ue.code)),
      libelle: ue.libelle,
      moyenne: definitif || rang != 2 ? note(rang, 31) : nil,
      malus: definitif && rang == 1 ? "−0,20" : nil,
      bonus: definitif ? "+0,10" : nil,
      decision: definitif ? (rang == 3 ? "AJ" : rang == 2 ? "CMP" : "ADM") : nil,
      credits: definitif ? (rang == 3 ? "0" : ue.ects) : nil,
      creditsPossibles: ue.ects,
      capitaliseeEn: estReportee ? AnneeUniversitaire("2024-2025") : nil,
      modules: ue.modules.enumerated().map { indice, module in
        Module(
          code: module.code,
          titre: module.titre,
          coefficient: module.coefficient,
          moyenne: !definitif && indice == 3 ? "en attente" : note(rang, indice),
        )
      },
    )
  }

  static func note(_ rang: Int, _ sel: Int) -> String {
    let centiemes = 600 + (rang * 7919 + sel * 104_729) % 1300
    let reste = centiemes % 100
    return "\(centiemes / 100),\(reste < 10 ? "0" : "")\(reste)"
  }
}

extension Releve.Bilan {
  static let annee = Releve.Bilan(
    jury: jour("2026-07-03"),
    rcues: [
      ("Comprendre les écosystèmes, les besoins des utilisateurs", "12,84", "ADM"),
      ("Concevoir une réponse stratégique", "11,20", "ADM"),
      ("Exprimer un message avec les médias numériques", "9,97", "CMP"),
      ("Développer pour le web et les médias numériques", "8,11", "AJ"),
      ("Entreprendre dans le secteur du numérique", nil, "ADM"),
    ].map { .init(competence: $0.0, moyenne: $0.1, decision: $0.2) },
    annee: .init(code: "PASD", sens: "passe en deuxième année sans avoir validé la première"),
    passage: "inscription autorisée au semestre 3",
    credits: "47",
    creditsCumules: "47",
    absences: [
      .init(semestre: exige(NumeroSemestre(1)), heures: "3", malus: nil),
      .init(semestre: exige(NumeroSemestre(2)), heures: "14,5", malus: "0,20 point"),
    ],
    diplome: nil,
  )
}
