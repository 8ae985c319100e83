internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Chemin {
  static let parcours: SafeURL = "/parcours"
}

extension Visite {
  func parcours(_ parcours: VoirLesParcours.Parcours) -> HTTPResponse {
    page("Parcours", fil: [Lien("Promotions", vers: Chemin.promotions)]) {
      if let formation = parcours.formation {
        Carte("Parcours des étudiants de \(formation.code)") {
          fichiers(parcours)
        } contenu: {
          choix(parcours, formation)
          DessinDesParcours(parcours).sankey
          lecture
        }
      } else {
        EtatVide(
          "Aucune formation ne vous est ouverte",
          "Les parcours demandent de voir les étudiants et les décisions d’une promotion.",
        )
      }
    }
  }

  @HTMLBuilder private func fichiers(_ parcours: VoirLesParcours.Parcours) -> some HTML {
    let question = [
      ("formation", parcours.formation.map { "\($0.id)" } ?? ""),
      ("depuis", parcours.depuis.map { "\($0.debut)" } ?? ""),
    ]
    Bouton("SVG", .discret, vers: Chemin.avec("/parcours.svg", question))
    Bouton("XLSX", .discret, vers: Chemin.avec("/parcours.xlsx", question))
    Bouton("CSV", .discret, vers: Chemin.avec("/parcours.csv", question))
  }

  @HTMLBuilder private func choix(_ parcours: VoirLesParcours.Parcours, _ formation: Formation)
    -> some HTML
  {
    if parcours.formations.count > 1 || parcours.annees.count > 1 {
      Recherche(vers: Chemin.parcours) {
        Rangee {
          Champ(
            "formation",
            "Formation",
            .choix(
              parcours.formations.map { Choix("\($0.id)", $0.code) },
              choisi: "\(formation.id)",
            ),
          )
          Champ(
            "depuis",
            "Depuis",
            .choix(
              parcours.annees.map { Choix("\($0.debut)", "\($0)") },
              choisi: parcours.depuis.map { "\($0.debut)" } ?? "",
            ),
          )
        }
        Bouton("Afficher")
      }
    }
  }

  private var lecture: some HTML {
    details(.class("donnees")) {
      summary { "Lire ce dessin" }
      p {
        Typographie.phrase(
          "Une barre est un semestre d’une année ; un ruban, les étudiants qui vont de l’une à "
            + "l’autre. Un semestre compte ceux qui l’ont commencé, et n’apparaît qu’une fois commencé ; "
            + "qui change de promotion en cours de semestre y compte là où il le finit."
        )
      }
      p {
        Typographie.phrase(
          "Un redoublant va à « Redouble », puis compte dans la barre de l’année qu’il refait. « Peut "
            + "passer » et « Quitte » viennent des jurys de fin d’année clos, pour qui n’est inscrit nulle "
            + "part ensuite. Une barre plus haute que ses rubans de droite tient des étudiants dont la "
            + "suite n’est pas encore connue."
        )
      }
    }
  }
}
