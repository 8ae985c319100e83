internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// A case taken up again for a material error, and the new deliberation that closes it.
extension FormulairesDeBTS {
  /// What was wrong, while the jury is to deliberate again.
  @HTMLBuilder var casRouvert: some HTML {
    if inscription.estRouverte, let reouverture = inscription.reouvertures.last {
      Encart(
        .attention,
        titre: "Cas rouvert le \(reouverture.jour.enLettres) pour erreur matérielle.",
        "\(reouverture.nature.phrase.enPhrase) Preuve : \(reouverture.preuve.enPhrase) "
          + "Motif : \(reouverture.motif.enPhrase) Corrigez ce qui est faux ; le candidat ne lit "
          + "plus ses résultats tant que le jury n’a pas délibéré de nouveau.",
      )
    }
  }

  @HTMLBuilder var nouvelleDeliberation: some HTML {
    if inscription.estRouverte, fiche.droits.contains(.cloreUnJury) {
      Carte("Nouvelle délibération") { deliberation }
    } else if fiche.session.proclamation != nil, fiche.droits.contains(.cloreUnJury) {
      Carte("Rouvrir pour erreur matérielle") { reouverture }
    }
  }

  private var deliberation: some HTML {
    let champ = Champ(
      "deliberation",
      "Jour de la nouvelle délibération",
      .date(saisie["deliberation"]),
      erreur: saisie.fautes["deliberation"],
    )
    return HTMLGroup(
      ResumeDesErreurs(de: [champ]),
      p { Typographie.phrase(apresQuoi) },
      Formulaire(vers: adresse("deliberation"), jeton: jeton) {
        version
        champ
        Boutons(Bouton("Clore la nouvelle délibération", .premier))
      },
    )
  }

  /// What comes before the deliberation, and what it changes.
  private var apresQuoi: String {
    fiche.session.close == nil
      ? "Une fois les résultats corrigés et, sous 10, la décision prise. Le candidat lit alors ses "
        + "résultats et la décision. Qui n’est plus autorisé perd sa convocation et ses oraux à "
        + "venir."
      : "Une fois les résultats corrigés et, sous 10, la décision prise ; les deux oraux d’un "
        + "candidat autorisé sont notés avant. Le candidat lit alors ses résultats et son admission."
  }

  private var reouverture: some HTML {
    let natures = ReouvertureBTS.Nature.allCases.map {
      Choix($0.rawValue, $0.phrase.enPhraseSansPoint)
    }
    let champs = [
      Champ(
        "erreur",
        "Erreur",
        .parmi(natures, choisi: saisie.facultatif("erreur")),
        aide: "Une appréciation n’est pas une erreur matérielle.",
        erreur: saisie.fautes["erreur"],
      ),
      Champ(
        "preuve",
        "Ce qui la prouve",
        .texte(saisie["preuve"]),
        aide: "« bordereau de l’épreuve E4 : 12, saisi 2 ».",
        erreur: saisie.fautes["preuve"],
      ),
      Champ(
        "motif-reouverture",
        "Motif",
        .texte(saisie["motif-reouverture"]),
        aide: "Le candidat le lit ; le journal le garde.",
        erreur: saisie.fautes["motif-reouverture"],
      ),
    ]
    return HTMLGroup(
      ResumeDesErreurs(de: champs),
      p {
        Typographie.phrase(
          "Seul le jury peut corriger une erreur prouvée, en délibérant de nouveau (CAA Marseille, "
            + "5 juin 2023, n° 21MA01456). Le cas de ce candidat se rouvre ; celui des autres n’est "
            + "pas touché."
        )
      },
      Formulaire(vers: adresse("reouverture"), jeton: jeton) {
        version
        HTMLList(champs.map { AnyHTML($0) })
        Boutons(Bouton("Rouvrir le cas de ce candidat", .second))
      },
    )
  }
}

/// The new deliberations on a candidate, with their reasons.
struct ListeDeDeliberations: Composant {
  private let tenues: [(jour: Jour, reouverture: ReouvertureBTS)]

  init(_ inscription: InscriptionBTS) {
    tenues = inscription.reouvertures.compactMap { reouverture in
      reouverture.deliberee.map { ($0, reouverture) }
    }
  }

  @HTMLBuilder var corps: some HTML {
    if !tenues.isEmpty {
      Carte("Le jury a délibéré de nouveau") {
        ul {
          for (jour, reouverture) in tenues {
            li {
              Typographie.phrase(
                "Le \(jour.enLettres), pour erreur matérielle : "
                  + "\(reouverture.nature.phrase). \(reouverture.motif.enPhrase)"
              )
            }
          }
        }
      }
    }
  }
}
