internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

// What the commission de passage and the secretariat prepare for the jury.

extension Visite {
  @HTMLBuilder func situations(_ examen: ExaminerUnEtudiant.Examen) -> some HTML {
    for situation in examen.ligne.situations {
      Encart(.attention, titre: "Situation signalée.") {
        p { situation.texte }
        if examen.seance.peutPreparer, !examen.seance.session.close {
          Formulaire(
            vers: Chemin.jury(
              examen.seance.session.id,
              "situations",
              "\(situation.id)",
              "lever",
            ),
            jeton: jeton,
          ) { Boutons(Bouton("Ne plus signaler", .discret)) }
        }
      }
    }
  }

  @HTMLBuilder func commissionDite(_ ligne: SeanceDeJury.Ligne) -> some HTML {
    if let commission = ligne.commission, commission.aQuelqueChoseADire {
      Encart(.information, titre: "La commission de passage propose.") {
        if !commission.avis.isEmpty { p { commission.avis } }
        ul {
          for decision in commission.decisions {
            li {
              "\(decision.sur.titre) : \(decision.code.rawValue), \(decision.motif)".enPhraseSuite
            }
          }
        }
      }
    }
  }
}
