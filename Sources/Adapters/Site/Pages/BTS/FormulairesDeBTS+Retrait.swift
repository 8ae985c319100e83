internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// Taking away a candidate who was added by mistake.
extension FormulairesDeBTS {
  @HTMLBuilder var retrait: some HTML {
    if fiche.session.proclamation == nil, fiche.droits.contains(.gererLesCampagnes) {
      Carte("Retirer ce candidat") { confirmationDuRetrait }
    }
  }

  private var confirmationDuRetrait: some HTML {
    let champs = [
      Champ(
        "retrait",
        "Motif du retrait",
        .texte(saisie["retrait"]),
        aide: "Le journal le garde, avec ce qui était saisi.",
        erreur: saisie.fautes["retrait"],
      ),
      Champ(
        "confirme",
        "Oui, retirer \(fiche.etudiant.nomAffiche) de cette session",
        .coche(saisie["confirme"] == "oui"),
        erreur: saisie.fautes["confirme"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      p {
        "Ses résultats, son livret et la décision du jury quittent la session. La personne reste au "
        "registre des étudiants."
      },
      Formulaire(vers: adresse("retrait"), jeton: jeton) {
        version
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Retirer ce candidat", .danger))
      },
    )
  }
}
