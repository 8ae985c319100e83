internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

// What the commission de passage and the secretariat prepare for the jury.

extension Visite {
  @HTMLBuilder func situations(_ examen: ExaminerUnEtudiant.Examen) -> some HTML {
    for situation in examen.ligne.situations {
      Encart(.attention, titre: "Situation signalée.") {
        p { situation.texte }
        if examen.seance.peutPreparer, !examen.seance.session.close {
          Formulaire(
            vers: Chemin.jury(
              examen.seance.session.id,
              "situations",
              "\(situation.id)",
              "lever",
            ),
            jeton: jeton,
          ) { Boutons(Bouton("Ne plus signaler", .discret)) }
        }
      }
    }
  }

  @HTMLBuilder func commissionDite(_ ligne: SeanceDeJury.Ligne) -> some HTML {
    if let commission = ligne.commission, commission.aQuelqueChoseADire {
      Encart(.information, titre: "La commission de passage propose.") {
        if !commission.avis.isEmpty { p { commission.avis } }
        ul {
          for decision in commission.decisions {
            li {
              "\(decision.sur.titre) : \(decision.code.rawValue), \(decision.motif)".enPhraseSuite
            }
          }
        }
      }
    }
  }

  func preparation(_ examen: ExaminerUnEtudiant.Examen, _ vue: VueDeJury) -> some HTML {
    let (seance, ligne) = (examen.seance, examen.ligne)
    let adresse = Chemin.examen(seance.session.id, ligne.etudiant.id, "commission")
    let annee = ligne.commission?.decisions.first { $0.sur == .annee }
    return details(.class("preparation")) {
      summary { "Commission de passage, situation à signaler, avis contraire" }
      Formulaire(vers: adresse, jeton: jeton) {
        input(.type("hidden"), .name("version"), .value("\(ligne.commission?.version ?? 0)"))
        Champ(
          "avis",
          "Ce que la commission dit au jury",
          .texteLong(ligne.commission?.avis ?? "", lignes: 2),
          estFacultatif: true,
        )
        if seance.session.nature == .annee {
          Champ(
            "code",
            "Ce qu’elle propose pour l’année",
            .choix(Self.codesDAnnee, choisi: annee?.code.rawValue ?? ""),
            estFacultatif: true,
            cle: "commission-code",
          )
          Champ(
            "motif",
            "Pourquoi",
            .texte(annee?.motif ?? ""),
            estFacultatif: true,
            cle: "commission-motif",
          )
        }
        Boutons(Bouton("Enregistrer la proposition"))
      }
      Formulaire(
        vers: Chemin.examen(seance.session.id, ligne.etudiant.id, "situations"),
        jeton: jeton,
      ) {
        Champ(
          "situation",
          "Situation à signaler au jury",
          .texteLong(lignes: 2),
          aide: "Santé, deuil, travail… Les membres du jury la liront.",
        )
        Boutons(Bouton("Signaler"))
      }
      if seance.peutDonnerUnAvis {
        HTMLList(
          ligne.proposition.semestres.filter(\.seuilAtteint).map {
            AnyHTML(avisContraire($0.numero, examen))
          }
        )
      }
    }
  }

  private static let codesDAnnee: [Choix] =
    [Choix("", "Ce que propose le règlement")]
    + DecisionDeJury.codes(.annee).map {
      Choix($0.rawValue, "\($0.rawValue), \(SensDesCodes.decision[$0] ?? "")")
    }

  private func avisContraire(_ semestre: NumeroSemestre, _ examen: ExaminerUnEtudiant.Examen)
    -> some HTML
  {
    Formulaire(
      vers: Chemin.examen(examen.seance.session.id, examen.ligne.etudiant.id, "avis"),
      jeton: jeton,
    ) {
      input(.type("hidden"), .name("semestre"), .value("\(semestre.valeur)"))
      Champ(
        "motif",
        "Avis contraire à la règle des 30 % au semestre \(semestre.valeur)",
        .texte(),
        aide: "Il permet de valider le semestre malgré les absences ; le motif est scellé.",
        cle: "avis-\(semestre.valeur)",
      )
      Boutons(Bouton("Donner l’avis contraire"))
    }
  }
}

extension PropositionDeCommission {
  var aQuelqueChoseADire: Bool { !avis.isEmpty || !decisions.isEmpty }
}
