internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

/// The forms of a candidate, each open as long as its act is.
struct FormulairesDeBTS {
  let fiche: FicheBTS
  let saisie: SaisieLue
  let jeton: Jeton

  init(_ fiche: FicheBTS, _ saisie: SaisieLue, _ jeton: Jeton) {
    (self.fiche, self.saisie, self.jeton) = (fiche, saisie, jeton)
  }

  var inscription: InscriptionBTS { fiche.inscription }
  var estClose: Bool { fiche.estClose }

  func adresse(_ suite: String) -> SafeURL { Chemin.candidatBTS(inscription.id, suite) }

  var version: some HTML {
    input(.type("hidden"), .name("version"), .value("\(inscription.version)"))
  }

  /// What no field bears.
  @HTMLBuilder var fautesGenerales: some HTML {
    if let faute = saisie.fautes["general"] { Encart(.erreur, annonce: .alerte, faute) }
  }

  // MARK: Jury

  @HTMLBuilder var jury: some HTML {
    if let decision = inscription.decision {
      p {
        Typographie.phrase(
          "Le \(decision.jour.enLettres), le jury "
            + (decision.autorise ? "a autorisé" : "n’a pas autorisé")
            + " ce candidat à se présenter au rattrapage."
            + (decision.motif.isEmpty ? "" : " Motif : \(decision.motif.enPhrase)")
        )
      }
    }
    if fiche.aSesResultatsOuverts, fiche.droits.contains(.deciderEnJury) {
      decisionDuJury
    } else if inscription.decision == nil {
      p { "Le jury n’a pas encore décidé." }
    }
  }

  @HTMLBuilder private var decisionDuJury: some HTML {
    let champs = [
      Champ(
        "decision",
        "Décision, sur les résultats et le livret",
        .parmi(
          [Choix("oui", "Autorisé à se présenter"), Choix("non", "Non autorisé")],
          choisi: saisie.facultatif("decision")
            ?? inscription.decision.map { $0.autorise ? "oui" : "non" },
        ),
        aide: "Une absence sans justificatif ferme le rattrapage ; le décret l’ouvre aux autres "
          + "candidats sous 10, et un refus s’en écarte (décret n° 2021-417 modifié, article 2-2).",
        erreur: saisie.fautes["decision"],
      ),
      Champ(
        "motif",
        "Motif",
        .texte(saisie.facultatif("motif") ?? inscription.decision?.motif ?? ""),
        aide: "Obligatoire pour un refus.",
        erreur: saisie.fautes["motif"],
        estFacultatif: true,
      ),
    ]
    ResumeDesErreurs(de: champs)
    Formulaire(vers: adresse("decision"), jeton: jeton) {
      version
      HTMLList(champs.map { AnyHTML($0) })
      Boutons(Bouton("Enregistrer la décision", .premier))
    }
  }

  // MARK: Discipline

  @HTMLBuilder var discipline: some HTML {
    if let choix = inscription.choix {
      p {
        Typographie.phrase(
          "\(choix.discipline), choisie le \(choix.jour.enLettres) "
            + (choix.parLeCandidat ? "par le candidat." : "par le secrétariat pour le candidat.")
        )
      }
    }
    if !estClose, inscription.oraux[.general] == nil, fiche.droits.contains(.deposerUneDemande) {
      ChoixDeDiscipline(fiche, saisie, vers: adresse("discipline"), jeton)
    }
  }
}
