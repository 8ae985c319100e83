internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// What is planned of a test, and where it stands.
struct EtatDEvaluation: Composant {
  private let grille: OuvrirUneGrille.Grille

  init(_ grille: OuvrirUneGrille.Grille) { self.grille = grille }

  @HTMLBuilder var corps: some HTML {
    Carte("L’évaluation") {
      Definitions([
        (
          "Promotion",
          "\(grille.module.promotion.nom), \(grille.module.promotion.annee.description)",
        ),
        ("Date", "\(evaluation.date?.enLettres ?? "sans date")"),
        ("Coefficient", "\(evaluation.coefficient.description) dans le module"),
        ("Pour", "\(groupes)"), ("État", Cellule(grille.suivie.pastille)),
      ])
    }
  }

  private var evaluation: EvaluationDeModule { grille.evaluation }

  private var groupes: String {
    let noms = grille.groupes.filter { evaluation.groupes.contains($0.id) }.map(\.nom)
    return noms.isEmpty ? "toute la promotion" : noms.joined(separator: ", ")
  }
}

/// What may be done with a test.
struct ActionsDEvaluation: Composant {
  private let grille: OuvrirUneGrille.Grille
  private let peutEditer: Bool
  private let peutSignaler: Bool
  private let jeton: Jeton

  init(_ grille: OuvrirUneGrille.Grille, peutEditer: Bool, peutSignaler: Bool, jeton: Jeton) {
    self.grille = grille
    self.peutEditer = peutEditer
    self.peutSignaler = peutSignaler
    self.jeton = jeton
  }

  @HTMLBuilder var corps: some HTML {
    if grille.peutSaisir {
      Bouton("Feuille à remplir", vers: Chemin.evaluation(evaluation.id, "feuille"))
      Bouton("Reprendre une feuille", vers: Chemin.evaluation(evaluation.id, "reprise"))
    }
    if peutSignaler {
      Bouton("En salle", vers: Chemin.evaluation(evaluation.id, "salle"))
    }
    if peutEditer {
      Bouton("Documents", vers: Chemin.evaluation(evaluation.id, "documents"))
    }
    if grille.peutGerer || grille.peutDeverrouiller {
      Bouton("Réglages", vers: Chemin.evaluation(evaluation.id, "reglages"))
      Bouton("Rattrapages", vers: Chemin.rattrapages(evaluation.id))
    }
    if grille.peutPublier, !evaluation.verrouillee { publication }
  }

  private var evaluation: EvaluationDeModule { grille.evaluation }

  private var publication: some HTML {
    Formulaire(
      vers: Chemin.evaluation(evaluation.id, evaluation.publiee ? "depublier" : "publier"),
      jeton: jeton,
    ) {
      Bouton(
        evaluation.publiee ? "Retirer aux étudiants" : "Publier aux étudiants",
        evaluation.publiee ? .second : .premier,
      )
    }
  }
}
