internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The general disciplines of the speciality, one to be chosen.
struct ChoixDeDiscipline: Composant {
  private let fiche: FicheBTS
  private let saisie: SaisieLue
  private let adresse: SafeURL
  private let jeton: Jeton

  init(_ fiche: FicheBTS, _ saisie: SaisieLue, vers adresse: SafeURL, _ jeton: Jeton) {
    (self.fiche, self.saisie, self.adresse, self.jeton) = (fiche, saisie, adresse, jeton)
  }

  @HTMLBuilder var corps: some HTML {
    let specialite = fiche.specialite
    let champ = Champ(
      "discipline",
      "Discipline",
      .parmi(
        specialite.disciplinesAuChoix.map { Choix($0, $0) },
        choisi: saisie.facultatif("discipline") ?? fiche.inscription.choix?.discipline,
      ),
      aide: specialite.disciplines.isEmpty
        ? "La liste de la spécialité n’est pas connue : celles de plus fort coefficient sont "
          + "proposées."
        : "Parmi les disciplines de la spécialité (communiqué sur le BTS de 2021, § 4).",
      erreur: saisie.fautes["discipline"],
    )
    ResumeDesErreurs(de: [champ])
    Formulaire(vers: adresse, jeton: jeton) {
      input(.type("hidden"), .name("version"), .value("\(fiche.inscription.version)"))
      input(.type("hidden"), .name("candidat"), .value("\(fiche.inscription.id)"))
      champ
      Boutons(Bouton("Choisir cette discipline", .premier))
    }
  }
}
