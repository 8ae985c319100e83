internal import Echanges
internal import JSON
internal import Scolarite
internal import Text

/// `delibere maquette afficher`: the tables, with what they give.
enum AfficherMaquette {
  static func run(_ saisie: Saisie, _ console: Console) throws(Abandon) -> CodeDeSortie {
    let maquettes = try FichierDeMaquette.lire(saisie).map(\.lecture.maquette)
    if saisie.valeur("format") == "json" {
      console.print(JSONNode.array(maquettes.map(json)).rendered())
    } else {
      for maquette in maquettes { console.print(table(maquette)) }
    }
    return .succes
  }

  // MARK: For a person

  private static func table(_ maquette: Maquette) -> String {
    var texte = "\(maquette.identite.titre)\n\(maquette.identite.etablissement)\n"
    for semestre in maquette.semestres {
      texte += "\nSEMESTRE \(semestre.numero.valeur)\n"
      for ue in semestre.ues { texte += table(ue) }
      texte += volumes(semestre)
    }
    return frenchSpacing(texte + regroupements(maquette) + "\n")
  }

  private static let colonnes: [Colonne] = [.cm, .td, .tp, .projet, .total, .coef]

  private static func table(_ ue: UE) -> String {
    var table = TextTable(
      [.init("Code"), .init("Intitulé", maximumWidth: 46)]
        + colonnes.map { .init($0 == .total ? "Total" : $0.libelle, .right) } + [.init("Éval.")]
    )
    for module in ue.modules {
      table.add(
        [module.code.imprime, module.titre] + colonnes.map { module.chiffres[$0].cellule }
          + [module.typeEvaluation?.sigle ?? "–"]
      )
    }
    table.addRule()
    for nature in Module.Nature.allCases {
      let total = ue.totalRecalcule(nature)
      let nom = nature == .ressource ? "Ressources" : "SAÉ"
      table.add(["", nom] + colonnes.map { total[$0].cellule })
    }
    let poids = ue.poidsSAE.map { ", SAÉ \($0.pourcentage) % du poids" } ?? ""
    return "\n\(ue.code.texte)  \(ue.competence.code) – \(ue.competence.libelle)\n"
      + "niveau \(ue.niveau.valeur), \(ue.ects) ECTS\(poids)\n" + table.render()
  }

  private static func volumes(_ semestre: Maquette.Semestre) -> String {
    let heures = semestre.heuresEncadrees
    let seuil = Fraction(heures) * Fraction(Decimale(30))
    let tiers = Fraction(seuil.numerateur, sur: seuil.denominateur * 100) ?? .zero
    return "\nSemestre \(semestre.numero.valeur) : \(heures) h hors projet (30 % : "
      + "\(tiers.affichee(decimales: 2)) h)\n"
  }

  private static func regroupements(_ maquette: Maquette) -> String {
    var table = TextTable([
      .init("Regroupement"), .init("Niveau", .right), .init("UE"), .init("ECTS", .right),
    ])
    for rcue in maquette.rcues {
      table.add([
        rcue.competence.code, String(rcue.niveau.valeur),
        rcue.ues.map(\.code.texte).joined(separator: " + "),
        rcue.ues.map(\.ects).somme().description,
      ])
    }
    return "\nRegroupements cohérents d’UE\n" + table.render()
  }

  // MARK: For a program

  private static func json(_ maquette: Maquette) -> JSONNode {
    [
      "titre": .string(maquette.identite.titre),
      "semestres": .array(maquette.semestres.map(json)),
      "regroupements": .array(
        maquette.rcues.map { rcue in
          [
            "competence": .string(rcue.competence.code), "niveau": .entier(rcue.niveau.valeur),
            "ues": .array(rcue.ues.map { .string($0.code.texte) }),
          ]
        }
      ),
    ]
  }

  private static func json(_ semestre: Maquette.Semestre) -> JSONNode {
    [
      "numero": .entier(semestre.numero.valeur),
      "heures_hors_projet": .nombre(semestre.heuresEncadrees),
      "ues": .array(
        semestre.ues.map { ue in
          [
            "code": .string(ue.code.texte), "competence": .string(ue.competence.code),
            "niveau": .entier(ue.niveau.valeur), "ects": .nombre(ue.ects),
            "heures_hors_projet": .nombre(ue.heuresEncadrees),
            "coefficients": .nombre(ue.sommeDesCoefficients),
            "poids_sae_pour_cent": ue.poidsSAE.map { .string($0.pourcentage) } ?? nil,
          ]
        }
      ),
    ]
  }
}
