internal import Actes
internal import HTML
internal import Habillage
internal import Scolarite

// What a student has behind them, as a jury reads it: credits, passage, diplomas, earlier years.

extension Visite {
  func bilan(_ examen: ExaminerUnEtudiant.Examen) -> [ChiffreCle] {
    let decidee = examen.ligne.decidee
    var chiffres: [ChiffreCle] = []
    if examen.seance.session.nature == .annee {
      let code = decidee.codeAnnee ?? "à décider"
      chiffres.append(
        ChiffreCle("Année", code, precision: (decidee.codeAnnee ?? "sans code").sensDAnnee)
      )
      if let vers = decidee.vers {
        let passe =
          switch decidee.autorisee {
          case true?: "oui"
          case false?: "non"
          case nil: "en attente"
          }
        chiffres.append(
          ChiffreCle(
            "Passage en S\(vers.valeur)",
            passe,
            precision: "\(decidee.rcueValides) regroupements sur \(decidee.rcues.count)",
          )
        )
      }
      for (nom, acquis) in diplomes(examen) {
        chiffres.append(ChiffreCle(nom, acquis ? "acquis" : "non acquis"))
      }
    }
    chiffres.append(
      ChiffreCle(
        "Crédits de l’année",
        decidee.ects.affichee(decimales: 0),
        unite: "ECTS",
        precision: "\(decidee.ectsCumules.affichee(decimales: 0)) depuis le début",
      )
    )
    for semestre in decidee.semestres where semestre.heuresABI > .zero {
      chiffres.append(
        ChiffreCle(
          "Absences S\(semestre.numero.valeur)",
          "\(semestre.heuresABI) h",
          precision: "injustifiées ; malus \(semestre.malus.surDeuxDecimales)",
        )
      )
    }
    return chiffres
  }

  /// The diplomas that the year may give.
  private func diplomes(_ examen: ExaminerUnEtudiant.Examen) -> [(String, Bool)] {
    switch examen.seance.promotion.anneeBUT.valeur {
    case 2: [("DUT", examen.resultats.dut.valeur)]
    case 3: [("BUT", examen.resultats.but.valeur)]
    case _: []
    }
  }

  func parcours(_ examen: ExaminerUnEtudiant.Examen) -> some HTML {
    HTMLGroup(
      Tableau(
        "Années suivies",
        colonnes: [
          .init("Année"), .init("BUT"), .init("UE acquises", .chiffres), .init("Code"),
          .init("Crédits", .chiffres),
        ],
        lignes: examen.resultats.annees.map { annee in
          let ues = annee.finale.ues.values
          return .init([
            "\(annee.annee)", "BUT \(annee.anneeBUT.valeur)",
            "\(ues.count(where: \.acquise)) sur \(ues.count)",
            "\(annee.finale.codeAnnee ?? (annee.ensuite.annee ? "ADSUP" : "–"))",
            "\(annee.finale.ects.valeur.affichee(decimales: 0))",
          ])
        },
      ),
      decisionsAnterieures(examen.decisions),
      p {
        Lien("Dossier complet", vers: Chemin.etudiant(examen.ligne.etudiant.id))
      },
    )
  }

  @HTMLBuilder private func decisionsAnterieures(_ decisions: [DecisionDeJury]) -> some HTML {
    if !decisions.isEmpty {
      h3 { "Décisions déjà prises cette année" }
      ul {
        for decision in decisions {
          li {
            "\(decision.sur.titre) : \(decision.code.rawValue), \(decision.acte.motif) (\(decision.acte.auteur), \(decision.acte.date.enLettres))"
              .enPhraseSuite
          }
        }
      }
    }
  }
}
