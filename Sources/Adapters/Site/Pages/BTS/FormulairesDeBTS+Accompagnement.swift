internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The help to prepare.
extension FormulairesDeBTS {
  @HTMLBuilder var accompagnement: some HTML {
    if inscription.accompagnements.isEmpty {
      p { "Rien n’a encore été proposé." }
    } else {
      ListeDAccompagnements(inscription)
    }
    if !estClose, fiche.droits.contains(.gererLesCampagnes) { offre }
  }

  private var offre: some HTML {
    let natures = InscriptionBTS.Accompagnement.Nature.allCases.map {
      Choix($0.rawValue, $0.titre)
    }
    let suites = InscriptionBTS.Accompagnement.Suite.allCases.map { Choix($0.rawValue, $0.mot) }
    let rangs =
      [Choix("nouveau", "un nouveau")]
      + inscription.accompagnements.enumerated().map { Choix("\($0.offset)", $0.element.titre) }
    let champs = [
      Champ(
        "rang",
        "Accompagnement",
        .choix(rangs, choisi: saisie.facultatif("rang") ?? "nouveau"),
      ),
      Champ(
        "nature",
        "Nature",
        .choix(natures, choisi: saisie.facultatif("nature")),
        erreur: saisie.fautes["nature"],
      ),
      Champ(
        "offert",
        "Le",
        .date(saisie["offert"]),
        erreur: saisie.fautes["offert"],
      ),
      Champ(
        "suite",
        "Suite",
        .choix(suites, choisi: saisie.facultatif("suite") ?? "propose"),
      ),
    ]
    let texte = Champ(
      "texte",
      "Points de programme, avec qui",
      .texte(saisie["texte"]),
      erreur: saisie.fautes["texte"],
    )
    return HTMLGroup(
      ResumeDesErreurs(de: champs + [texte]),
      Formulaire(vers: adresse("accompagnement"), jeton: jeton) {
        version
        Rangee { HTMLList(champs.map { AnyHTML($0) }) }
        texte
        Boutons(Bouton("Enregistrer l’accompagnement", .second))
      },
    )
  }
}

/// What was offered to prepare, and what came of it.
struct ListeDAccompagnements: Composant {
  private let inscription: InscriptionBTS

  init(_ inscription: InscriptionBTS) { self.inscription = inscription }

  var corps: some HTML {
    ul {
      for offert in inscription.accompagnements {
        li { Typographie.phrase("\(offert.titre), \(offert.suite.mot) : \(offert.texte)") }
      }
    }
  }
}
