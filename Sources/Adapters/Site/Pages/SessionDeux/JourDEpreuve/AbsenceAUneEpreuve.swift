internal import Actes
internal import HTML
internal import Habillage

/// What is said of a student who did not sign in at an exam that is over.
struct AbsenceAUneEpreuve: Composant {
  private let ligne: VoirLeJourDEpreuve.Ligne
  private let vue: VoirLeJourDEpreuve.Vue
  private let visite: Visite

  init(_ ligne: VoirLeJourDEpreuve.Ligne, _ vue: VoirLeJourDEpreuve.Vue, _ visite: Visite) {
    self.ligne = ligne
    self.vue = vue
    self.visite = visite
  }

  @HTMLBuilder var corps: some HTML {
    if vue.estFinie, !ligne.emargement.estPresent, ligne.absence == nil {
      if let forme = ligne.emargeAilleurs {
        p(.class("aide")) {
          Typographie.phrase(
            "L’étudiant n’a pas émargé ici, mais à une autre forme de cette UE (\(forme.phrase)) : "
              + "il n’en est pas absent."
          )
        }
      } else if vue.saisit, ligne.aToutPasse {
        constat
      }
    }
  }

  private var constat: some HTML {
    Formulaire(
      vers: Chemin.jourDeSession2(
        vue.session.campagne,
        "\(vue.epreuve)",
        "absences",
        "\(ligne.etudiant)",
      ),
      jeton: visite.jeton,
    ) {
      p(.class("aide")) {
        Typographie.phrase(
          "Une absence non justifiée est notée zéro (procédure de session 2, § 4) ; une absence "
            + "justifiée laisse la note de la session 1, et le jury en décide."
        )
      }
      Boutons(
        Bouton("Absence injustifiée", .danger, nom: "absence", valeur: "injustifiee"),
        Bouton("Absence justifiée", nom: "absence", valeur: "justifiee"),
      )
    }
  }
}
