internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

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
    if let absence = ligne.absence {
      if vue.estVersee { versee } else { correction(absence) }
    } else if vue.estFinie, !ligne.emargement.estPresent {
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
    Formulaire(vers: adresse, jeton: visite.jeton) {
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

  /// A certificate comes later, or somebody was there after all: until the marks are handed over.
  private func correction(_ absence: Entree) -> some HTML {
    Formulaire(vers: adresse, jeton: visite.jeton) {
      p(.class("aide")) {
        Typographie.phrase(
          "Jusqu’au versement des notes, une absence se corrige ou se retire, et le journal garde le "
            + "motif. Une fois retirée, l’étudiant peut émarger."
        )
      }
      Champ("motif", "Motif", .texte(""), cle: "motif-\(ligne.etudiant)")
      if ligne.estPresent {
        Boutons(retrait)
      } else {
        Boutons(
          absence == .absenceInjustifiee
            ? Bouton("Rendre l’absence justifiée", nom: "absence", valeur: "justifiee")
            : Bouton("Rendre l’absence injustifiée", nom: "absence", valeur: "injustifiee"),
          retrait,
        )
      }
    }
  }

  private var retrait: Bouton {
    Bouton("Retirer l’absence", .danger, nom: "absence", valeur: "retiree")
  }

  @HTMLBuilder private var versee: some HTML {
    if let epreuve = vue.details?.id {
      p(.class("aide")) {
        Typographie.phrase(
          "Les notes de cette épreuve sont versées : l’absence se corrige parmi elles, avec son motif."
        )
      }
      p { Lien("Notes versées", vers: Chemin.copies(vue.session.campagne, "\(epreuve)")) }
    }
  }

  private var adresse: SafeURL {
    Chemin.jourDeSession2(
      vue.session.campagne,
      "\(vue.epreuve)",
      "absences",
      "\(ligne.etudiant)",
    )
  }
}

extension VoirLeJourDEpreuve.Ligne {
  /// Whether they signed in at the exam of the UE, in any of its forms.
  fileprivate var estPresent: Bool { emargement.estPresent || emargeAilleurs != nil }
}
