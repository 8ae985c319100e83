internal import HTML

/// Components that have nothing to show.
struct ExemplesDeVide: Composant {
  var corps: some HTML {
    Carte("Rien encore") {
      EtatVide(
        "Aucune évaluation au semestre 2",
        "La première que vous créez apparaîtra ici.",
        action: Bouton("Créer une évaluation", .premier, vers: "/composants"),
      )
      Grille {
        Tableau("Étudiants", colonnes: [.init("Étudiant")], lignes: [])
        Histogramme(
          "Notes",
          resume: "Aucune note.",
          classes: "Note",
          compte: "Étudiants",
          barres: [],
        )
        Repartition("Moyennes", echelle: [], valeurs: nil)
        CarteDeChaleur(
          "Moyennes par UE",
          coin: "Étudiant",
          colonnes: [],
          lignes: [],
          bornes: ("0", "20"),
        )
      }
    }
  }
}
