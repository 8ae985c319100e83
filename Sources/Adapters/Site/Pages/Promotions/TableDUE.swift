internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The table of a UE: its modules, its printed totals beside those of the lines, its faults.
struct TableDUE: Composant {
  private let semestre: NumeroSemestre
  private let ue: UE
  private let vue: VoirUneMaquette.Controlee

  init(_ semestre: NumeroSemestre, _ ue: UE, _ vue: VoirUneMaquette.Controlee) {
    self.semestre = semestre
    self.ue = ue
    self.vue = vue
  }

  @HTMLBuilder var corps: some HTML {
    p { Typographie.phrase(resume) }
    let generaux = constats { $0.ligne == nil || $0.ligne == .competence }
    if !generaux.isEmpty { remarques(generaux) }
    Tableau(
      "Modules et totaux de l’\(ue.code.texte)",
      colonnes: [.init("Ligne")] + Colonne.affichees.map { .init($0.titre, .chiffres) }
        + [.init("À voir")],
      lignes: modules + [
        total(
          .totalDuPole(.ressource),
          "Total ressources",
          ue.totaux.ressources,
          pole(.ressource),
        ),
        total(.totalDuPole(.sae), "Total SAÉ", ue.totaux.saes, pole(.sae)),
        total(
          .totalUE,
          "Total de l’UE",
          ue.totaux.ue,
          ue.totalRecalcule(vue.maquette.conventionCoefficientUE),
        ),
      ],
    )
  }

  private var resume: String {
    let poids = ue.poidsSAE.map { ", les SAÉ pèsent \($0.pourcentage) %" } ?? ""
    return "Semestre \(semestre.valeur), compétence \(ue.competence.code), niveau "
      + "\(ue.niveau.valeur), \(ue.ects.description) ECTS\(poids)."
  }

  private func pole(_ nature: Module.Nature) -> Scolarite.Chiffres { ue.totalRecalcule(nature) }

  private var modules: [Tableau.Ligne] {
    vue.maquette.modulesSitues.filter { $0.lieu.semestre == semestre && $0.lieu.ue == ue.code }
      .map { lieu, module in
        Tableau.Ligne(
          ["\(module.code.imprime) \(module.titre)"]
            + Colonne.affichees.map { "\(module.chiffres[$0]?.description ?? "")" }
            + [aVoir { $0 == lieu }]
        )
      }
  }

  private func total(
    _ ligne: Scolarite.Lieu.Ligne,
    _ nom: String,
    _ imprime: Scolarite.Chiffres?,
    _ recalcule: Scolarite.Chiffres,
  ) -> Tableau.Ligne {
    Tableau.Ligne(
      [Cellule(strong { nom })]
        + Colonne.affichees.map { TotalCompare(imprime?[$0], recalcule[$0]).cellule }
        + [aVoir { $0.ligne == ligne }],
      estChoisie: true,
    )
  }

  /// The findings on some lines of the UE.
  private func constats(_ estLa: (Scolarite.Lieu) -> Bool) -> [Constat] {
    vue.rapport.constats.filter {
      $0.lieu.semestre == semestre && $0.lieu.ue == ue.code && estLa($0.lieu.dans(nil))
    }
  }

  private func aVoir(_ estLa: (Scolarite.Lieu) -> Bool) -> Cellule {
    Cellule(remarques(constats(estLa)))
  }

  /// What is found, with its column; its weight in words.
  private func remarques(_ constats: [Constat]) -> HTMLList<AnyHTML> {
    HTMLList(
      constats.map { constat in
        let colonne = constat.lieu.ligne == nil ? nil : constat.lieu.colonne
        let texte = (colonne.map { "\($0.libelle) : " } ?? "") + constat.nature.phrase
        return AnyHTML(
          p {
            constat.gravite.pastille
            Typographie.phrase(" " + texte)
          }
        )
      }
    )
  }
}

/// A printed total beside what the lines give.
struct TotalCompare {
  private let imprime: Decimale?
  private let recalcule: Decimale?

  init(_ imprime: Decimale?, _ recalcule: Decimale?) {
    self.imprime = imprime
    self.recalcule = recalcule
  }

  /// Both figures; a warning where they differ.
  var cellule: Cellule {
    guard let imprime else {
      guard let recalcule else { return "" }
      return Cellule(small { "calculé \(recalcule.description)" })
    }
    let attendu = recalcule ?? .zero
    guard imprime != attendu else {
      return Cellule(
        HTMLGroup(
          imprime.description,
          small(.class("dessous")) { "calculé \(attendu.description)" },
        )
      )
    }
    return Cellule(
      HTMLGroup(imprime.description + " ", Pastille("calculé \(attendu.description)", .attention))
    )
  }
}

extension Colonne {
  /// Those of the table, in its order.
  static let affichees: [Colonne] = [.cm, .td, .tp, .projet, .total, .coef, .ects]

  /// A short heading.
  var titre: String { self == .total ? "Total" : libelle }
}
