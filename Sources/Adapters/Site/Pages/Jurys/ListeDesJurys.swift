internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  func listeDesJurys(_ liste: VoirLesJurys.Liste) -> HTTPResponse {
    page("Jurys") {
      if voitLeBTS { Bouton("BTS 2021", .discret, vers: Chemin.bts) }
    } contenu: {
      if liste.jurys.isEmpty {
        EtatVide(
          "Aucun jury",
          liste.aPreparer.isEmpty
            ? "Les jurys qui vous concernent apparaîtront ici."
            : "Ouvrez-en un pour une promotion : il se prépare, délibère, puis se clôt.",
        )
      } else {
        Carte("Jurys ouverts et clos") { tableDesJurys(liste.jurys) }
      }
      if !liste.aPreparer.isEmpty {
        Carte("Ouvrir un jury") {
          ul(.class("liens")) {
            for promotion in liste.aPreparer {
              li {
                Lien(
                  promotion.nomEntier,
                  vers: Chemin.promotion(promotion.id, "jurys", "nouveau"),
                )
              }
            }
          }
        }
      }
    }
  }

  private func tableDesJurys(_ jurys: [VoirLesJurys.Jury]) -> some HTML {
    Tableau(
      "Jurys, le plus récent d’abord",
      colonnes: [
        .init("Jury"), .init("Promotion"), .init("Date"), .init("Examinés", .chiffres),
        .init("État"),
      ],
      lignes: jurys.map { jury in
        Tableau.Ligne([
          Cellule(Lien(jury.session.titre, vers: Chemin.jury(jury.session.id))),
          "\(jury.promotion.nomEntier)", "\(jury.session.date.enLettres)",
          "\(jury.examines) sur \(jury.effectif)",
          Cellule(
            Pastille(jury.session.etat.mot, jury.session.etat.estClos ? .succes : .attention)
          ),
        ])
      },
    )
  }
}
