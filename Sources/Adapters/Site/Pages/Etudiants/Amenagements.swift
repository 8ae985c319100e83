internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

/// What helps a student to sit tests on equal terms.
enum Amenagements {
  @HTMLBuilder static func tableau(
    _ vu: DossierVu,
    _ amenagements: [Amenagement],
    _ peutGerer: Bool,
    _ jour: Jour,
    _ jeton: Jeton,
  ) -> some HTML {
    Tableau(
      "Aménagements",
      colonnes: [.init("Aménagement"), .init("Précision"), .init("Depuis"), .init("Jusqu’au")]
        + (peutGerer ? [.init("Décision")] : []),
      lignes: amenagements.map { amenagement in
        Tableau.Ligne([
          "\(amenagement.nature.phrase)", "\(amenagement.precision)",
          "\(amenagement.depuis.enLettres)", "\(amenagement.jusqua?.enLettres ?? "sans terme")",
          Cellule(fin(vu, amenagement, jour, jeton)),
        ])
      },
      vide: EtatVide("Aucun aménagement n’est accordé"),
    )
  }

  @HTMLBuilder private static func fin(
    _ vu: DossierVu,
    _ amenagement: Amenagement,
    _ jour: Jour,
    _ jeton: Jeton,
  ) -> some HTML {
    if amenagement.depuis <= jour, amenagement.jusqua.map({ $0 > jour }) ?? true {
      Formulaire(vers: vu.adresse("amenagements", "\(amenagement.id)"), jeton: jeton) {
        button(
          .type("submit"),
          .class("bouton discret"),
          .aria("label", "Terminer aujourd’hui : \(amenagement.nature.phrase)"),
        ) { "Terminer aujourd’hui" }
      }
    }
  }

  static func formulaire(
    _ vu: DossierVu,
    _ envoyee: SaisieLue?,
    _ jour: Jour,
    _ jeton: Jeton,
  ) -> some HTML {
    let saisie = envoyee ?? SaisieLue(["depuis": jour.description])
    let choix = Amenagement.Nature.allCases.map { Choix($0.rawValue, $0.phrase) }
    let champs = [
      Champ(
        "nature",
        "Accorder",
        .choix(choix, choisi: saisie.facultatif("nature")),
        erreur: saisie.fautes["nature"],
      ),
      Champ("precision", "Précision", .texte(saisie["precision"]), estFacultatif: true),
      Champ("depuis", "Depuis", .date(saisie["depuis"]), erreur: saisie.fautes["depuis"]),
      Champ(
        "jusqua",
        "Jusqu’au",
        .date(saisie["jusqua"]),
        erreur: saisie.fautes["jusqua"],
        estFacultatif: true,
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      Formulaire(vers: vu.adresse("amenagements"), jeton: jeton) {
        Rangee {
          champs[0]
          champs[1]
        }
        Rangee {
          champs[2]
          champs[3]
        }
        Boutons(Bouton("Accorder l’aménagement", .premier))
      },
    )
  }
}
