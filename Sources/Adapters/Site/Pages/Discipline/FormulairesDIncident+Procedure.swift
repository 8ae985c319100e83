internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

// The steps of the procedure of one student.
extension FormulairesDIncident {
  func procedure(_ etudiant: Etudiant, _ suite: Incident.Suite) -> some HTML {
    Carte("Procédure : \(etudiant.nomAffiche)") {
      suite.pastille
    } contenu: {
      if suite.etapes.isEmpty {
        p {
          Typographie.phrase(
            "Rien n’a encore été fait. L’étudiant est d’abord invité à s’expliquer."
          )
        }
      } else {
        Frise(suite.moments)
      }
      HTMLList(etapes(etudiant, suite))
    }
  }

  func etapes(_ etudiant: Etudiant, _ suite: Incident.Suite) -> [AnyHTML] {
    let annulation = annulation(etudiant, suite)
    switch suite.etat {
    case .signale:
      guard suite.a(.saisineDuDirecteur) else {
        return avantLaDirection(etudiant, suite) + [classement(etudiant)] + annulation
      }
      return (gere ? [apresLaDirection(etudiant, suite), classement(etudiant)] : []) + annulation
    case .sectionSaisie: return (gere ? [decision(etudiant)] : []) + annulation
    case .classe: return annulation
    case .relaxe, .sanctionne:
      guard gere else { return annulation }
      guard suite.a(.notification) else {
        return [
          etape(
            .notification,
            etudiant,
            "Noter la notification à l’étudiant",
            bouton: Bouton("Noter la notification", .premier),
          )
        ] + annulation
      }
      return [
        etape(
          .recours,
          etudiant,
          "Enregistrer un recours",
          texte: ("Devant qui, et ce qui est demandé", nil, false),
          bouton: Bouton("Enregistrer le recours"),
        )
      ] + annulation
    }
  }

  func avantLaDirection(_ etudiant: Etudiant, _ suite: Incident.Suite) -> [AnyHTML] {
    var siennes = [
      etape(
        .invitation,
        etudiant,
        suite.a(.invitation) ? "Inviter de nouveau à s’expliquer" : "Inviter à s’expliquer",
        texte: (
          "Ce qui lui est proposé",
          "Comment l’invitation part (courrier, remise en main propre), où et quand l’étudiant est "
            + "attendu, ou jusqu’à quand il peut écrire. La lettre le dira.", false,
        ),
        bouton: Bouton("Enregistrer l’invitation", .premier),
      )
    ]
    guard suite.a(.invitation) else { return siennes }
    siennes.append(
      etape(
        .explications,
        etudiant,
        "Consigner ses explications",
        texte: ("Ce qu’il a répondu", "Ou qu’il n’a pas répondu.", false),
        bouton: Bouton("Enregistrer les explications"),
      )
    )
    let chefs = ChefDeSaisine.allCases.map {
      Choix($0.rawValue, $0.phrase.enPhraseSansPoint, aide: $0.reference)
    }
    siennes.append(
      etape(
        .direction,
        etudiant,
        "Saisir la direction de l’IUT",
        texte: ("Ce que vous en dites", nil, true),
        autres: { cle, lue in
          [
            champ(
              cle,
              lue,
              "chef",
              "Fondement",
              .parmi(chefs, choisi: lue.facultatif("chef") ?? incident.chef.rawValue),
            )
          ]
        },
        bouton: Bouton("Saisir la direction"),
      )
    )
    return siennes
  }

  func apresLaDirection(_ etudiant: Etudiant, _ suite: Incident.Suite) -> AnyHTML {
    guard suite.a(.rapport) else {
      return etape(
        .rapport,
        etudiant,
        "Rapporter à la présidence de l’université",
        texte: ("Le rapport", "Il demande de saisir la section disciplinaire.", false),
        bouton: Bouton("Enregistrer le rapport", .premier),
      )
    }
    return etape(
      .section,
      etudiant,
      "Noter la saisine de la section disciplinaire",
      bouton: Bouton("Noter la saisine", .premier),
    )
  }

  func classement(_ etudiant: Etudiant) -> AnyHTML {
    etape(
      .classement,
      etudiant,
      "Classer sans suite",
      texte: ("Motif", nil, false),
      bouton: Bouton("Classer sans suite"),
    )
  }

  func decision(_ etudiant: Etudiant) -> AnyHTML {
    let issues =
      [Choix("relaxe", "Relaxe")]
      + Incident.Sanction.Nature.allCases.map {
        Choix($0.rawValue, $0.phrase.enPhraseSansPoint, aide: $0.reference)
      }
    return etape(
      .decision,
      etudiant,
      "Enregistrer la décision de la section",
      texte: ("Motif, pour une relaxe", nil, true),
      autres: { cle, lue in
        [
          champ(
            cle,
            lue,
            "sanction",
            "Décision",
            .parmi(issues, choisi: lue.facultatif("sanction")),
          ),
          champ(
            cle,
            lue,
            "mois",
            "Durée en mois",
            .entier(lue["mois"]),
            "Pour une exclusion temporaire.",
            estFacultatif: true,
          ), champ(cle, lue, "sursis", "Avec sursis", .coche(lue["sursis"] == "oui")),
          champ(
            cle,
            lue,
            "nulle",
            "L’épreuve est nulle",
            .coche(lue["nulle"] == "oui"),
            "L’étudiant est réputé présent sans l’avoir subie : sa note devient NUL et compte 0.",
          ),
        ]
      },
      bouton: Bouton("Enregistrer la décision", .premier),
    )
  }

  /// Only the last step, by whoever might have entered it.
  func annulation(_ etudiant: Etudiant, _ suite: Incident.Suite) -> [AnyHTML] {
    guard let derniere = suite.etapes.last, derniere.nature != .notification,
      gere || !suite.a(.saisineDuDirecteur)
    else { return [] }
    return [
      etape(
        .annulation,
        etudiant,
        "Annuler la dernière étape (\(derniere.nature.phrase))",
        texte: ("Pourquoi", "Une étape entrée par erreur ; le journal garde le motif.", false),
        bouton: Bouton("Annuler cette étape", .danger),
        avecDate: false,
      )
    ]
  }
}
