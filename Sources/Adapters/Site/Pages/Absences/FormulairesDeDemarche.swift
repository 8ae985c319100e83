internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The forms of the steps around absences; the one that was sent keeps what was typed.
struct FormulairesDeDemarche {
  private let vu: DossierVu
  private let demarches: VoirLesDemarches.Demarches
  private let jeton: Jeton
  private let maintenant: Instant
  private let envoi: PageDeDemarches.Envoi?

  init(
    _ vu: DossierVu,
    _ demarches: VoirLesDemarches.Demarches,
    _ jeton: Jeton,
    _ maintenant: Instant,
    _ envoi: PageDeDemarches.Envoi?,
  ) {
    self.vu = vu
    self.demarches = demarches
    self.jeton = jeton
    self.maintenant = maintenant
    self.envoi = envoi
  }

  private func saisie(_ formulaire: String) -> SaisieLue {
    if let envoi, envoi.formulaire == formulaire { return envoi.saisie }
    let demain = maintenant.jour.plus(jours: formulaire == "signalement" ? 0 : 1).description
    return SaisieLue([
      "\(formulaire)-du": demain, "\(formulaire)-au": demain, "\(formulaire)-de-heure": "8 h 00",
      "\(formulaire)-a-heure": "18 h 00", "jour": maintenant.jour.description,
    ])
  }

  // MARK: ITI

  func indisponibilite(_ reste: VoirSesIndisponibilites.Etat) -> some HTML {
    let saisie = saisie("indisponibilite")
    let jour = Champ("jour", "Jour", .date(saisie["jour"]), erreur: saisie.fautes["jour"])
    return Carte("Indisponibilité temporaire ou imprévisible (ITI)") {
      if reste.estOuverte {
        Chiffres([
          ChiffreCle(
            "Il reste",
            "\(reste.reste)",
            unite: reste.reste > 1 ? "jours" : "jour",
            precision: "sur \(reste.quota) pour l’année",
          )
        ])
        p {
          Typographie.phrase(
            "À déclarer avant \(Typographie.heure(reste.limite.minute / 60, reste.limite.minute % 60)) "
              + "le jour même : un seul créneau manqué prend la journée entière. Après cette heure, "
              + "l’absence est injustifiée (règlement des études, article 2)."
          )
        }
        if reste.reste > 0 {
          ResumeDesErreurs(de: [jour])
          Formulaire(vers: vu.adresse("demarches", "indisponibilite"), jeton: jeton) {
            jour
            Boutons(Bouton("Déclarer ce jour", .premier))
          }
        }
        if !reste.prises.isEmpty {
          p {
            Typographie.phrase(
              "Jours pris : \(reste.prises.map(\.enLettres).joined(separator: ", "))."
            )
          }
        }
      } else {
        p { Typographie.phrase("Les jours d’indisponibilité ne valent pas pour les alternants.") }
      }
    }
  }

  // MARK: Announcing

  var annonce: some HTML {
    let saisie = saisie("annonce")
    let champs = periode("annonce", saisie) + [texte("annonce", saisie)]
    return Carte("Annoncer une absence prévisible") {
      p { "Les enseignants des créneaux concernés la lisent en faisant l’appel." }
      ResumeDesErreurs(de: champs)
      Formulaire(vers: vu.adresse("demarches", "annonce"), jeton: jeton) {
        rangees(champs)
        champs[4]
        Boutons(Bouton("Annoncer"))
      }
    }
  }

  var signalement: some HTML {
    let saisie = saisie("signalement")
    let natures = SignalementDAbsence.Nature.allCases.filter { $0 != .prevue }
    let nature = Champ(
      "signalement-nature",
      "Nature",
      .parmi(
        natures.map { Choix($0.rawValue, $0.phrase.enPhraseSansPoint) },
        choisi: saisie.facultatif("signalement-nature"),
      ),
      erreur: saisie.fautes["signalement-nature"],
    )
    let champs = periode("signalement", saisie) + [texte("signalement", saisie)]
    return Carte("Noter un appel, un courriel ou un contact") {
      ResumeDesErreurs(de: [nature] + champs)
      Formulaire(vers: vu.adresse("demarches", "signalement"), jeton: jeton) {
        nature
        rangees(champs)
        champs[4]
        Boutons(Bouton("Noter"))
      }
    }
  }

  // MARK: Asking

  var autorisation: some HTML {
    let saisie = saisie("autorisation")
    let champs = periode("autorisation", saisie)
    let autres = propres(saisie)
    return Carte("Demander une autorisation d’absence") {
      p {
        Typographie.phrase(
          "Par écrit, avant l’absence, et dès que possible. La réponse peut porter des conditions, à "
            + "remplir sous \(DelaisDAbsence.enMots(minutes: demarches.delais.conditions)) "
            + "sauf indication contraire."
        )
      }
      ResumeDesErreurs(de: champs + autres)
      Formulaire(
        vers: vu.adresse("demarches", "autorisation"),
        jeton: jeton,
        aDesFichiers: true,
      ) {
        rangees(champs)
        HTMLList(autres.map { AnyHTML($0) })
        Boutons(Bouton("Demander"))
      }
    }
  }

  private func propres(_ saisie: SaisieLue) -> [Champ] {
    [
      Champ(
        "autorisation-motif",
        "Motif",
        .texteLong(saisie["autorisation-motif"]),
        erreur: saisie.fautes["autorisation-motif"],
      ),
      Champ(
        "autorisation-responsable",
        "Responsable légal qui fait la demande",
        .texte(saisie["autorisation-responsable"]),
        aide: demarches.estMineur
          ? "L’étudiant est mineur : son nom est obligatoire." : "Pour un étudiant mineur.",
        erreur: saisie.fautes["autorisation-responsable"],
        estFacultatif: !demarches.estMineur,
      ),
      Champ(
        "piece",
        "Pièce",
        .fichier(accepte: "application/pdf,image/jpeg,image/png"),
        aide: "PDF, JPEG ou PNG, \(Fichier.limite / 1_000_000) Mo au plus.",
        erreur: saisie.fautes["piece"],
        estFacultatif: true,
      ),
    ]
  }

  // MARK: Shared

  private func periode(_ nom: String, _ saisie: SaisieLue) -> [Champ] {
    [
      ("du", "Du", true), ("de-heure", "À partir de", false), ("au", "Au", true),
      ("a-heure", "Jusqu’à", false),
    ].map { suffixe, libelle, estUnJour in
      let cle = "\(nom)-\(suffixe)"
      return Champ(
        cle,
        libelle,
        estUnJour ? .date(saisie[cle]) : .texte(saisie[cle]),
        erreur: saisie.fautes[cle],
      )
    }
  }

  private func texte(_ nom: String, _ saisie: SaisieLue) -> Champ {
    let cle = "\(nom)-texte"
    return Champ(
      cle,
      "Précision",
      .texte(saisie[cle]),
      erreur: saisie.fautes[cle],
      estFacultatif: true,
    )
  }

  @HTMLBuilder private func rangees(_ champs: [Champ]) -> some HTML {
    Rangee {
      champs[0]
      champs[1]
    }
    Rangee {
      champs[2]
      champs[3]
    }
  }
}
