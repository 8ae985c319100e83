internal import Actes
internal import HTML
internal import HTTPServer
internal import Habillage
internal import Scolarite

extension Visite {
  // MARK: One student

  /// `saisie`, `preparation`: what was typed and could not be taken.
  func examen(
    _ examen: ExaminerUnEtudiant.Examen,
    _ saisie: FormulaireDeDecision? = nil,
    preparation: FormulaireDePreparation? = nil,
    _ statut: HTTPStatus = .ok,
  ) -> HTTPResponse {
    let (seance, ligne) = (examen.seance, examen.ligne)
    let vue = VueDeJury(seance, filtre: question("filtre"), groupe: question("groupe"))
    let voisins = Voisins(ligne, vue, seance)
    let adresse = Chemin.examen(seance.session.id, ligne.etudiant.id)
    return page(
      ligne.etudiant.nomAffiche,
      fil: fil(seance.session, seance.promotion, jusquAuJury: true),
      scripts: [Fichiers.script("jury.js")],
      statut: statut,
    ) {
      navigation(voisins, vue, seance)
    } contenu: {
      div(.id("examen"), .class("examen")) {
        etiquettes(ligne, examen, voisins)
        HTMLGroup(situations(examen), commissionDite(ligne), revues(ligne))
        div(.class("examen-faits")) {
          tableau(examen)
          Chiffres(bilan(examen))
        }
        div(.class("examen-decision")) {
          aRegarder(examen)
          if !seance.session.close {
            let formulaire = saisie ?? FormulaireDeDecision(examen, voisins.suivant, vue.question)
            if seance.peutDecider {
              Carte("Décider") { formulaire.corps(vers: adresse, jeton: jeton) }
            }
            if seance.peutPreparer {
              let preparation = preparation ?? FormulaireDePreparation(examen)
              Carte("Préparer") { preparation.corps(jeton: jeton) }
            }
          }
        }
        Carte("Parcours") { parcours(examen) }
        InterrupteurDeTouches()
      }
    }
  }

  /// Who comes before and after, in what is looked at.
  struct Voisins {
    let rang: Int?
    let total: Int
    let precedent: Identifiant<Etudiant>?
    let suivant: Identifiant<Etudiant>?

    init(_ ligne: SeanceDeJury.Ligne, _ vue: VueDeJury, _ seance: SeanceDeJury) {
      let ids = vue.lignes.map(\.etudiant.id)
      total = ids.count
      rang = ids.firstIndex(of: ligne.etudiant.id)
      guard let rang else {
        // Decided, the student has left what is looked at: go on after their name.
        let tous = seance.lignes.map(\.etudiant.id)
        let place = tous.firstIndex(of: ligne.etudiant.id) ?? 0
        precedent = tous[..<place].last { ids.contains($0) }
        suivant = tous[(place + 1)...].first { ids.contains($0) }
        return
      }
      precedent = rang > 0 ? ids[rang - 1] : nil
      suivant = rang + 1 < ids.count ? ids[rang + 1] : nil
    }
  }

  @HTMLBuilder private func navigation(
    _ voisins: Voisins,
    _ vue: VueDeJury,
    _ seance: SeanceDeJury,
  ) -> some HTML {
    if let precedent = voisins.precedent {
      Bouton(
        "Précédent",
        .discret,
        vers: Chemin.avec(Chemin.examen(seance.session.id, precedent), vue.question),
        touche: "ArrowLeft",
      )
    }
    Bouton(
      "Liste",
      .discret,
      vers: Chemin.avec(Chemin.jury(seance.session.id, "deliberation"), vue.question),
      touche: "l",
    )
    if let suivant = voisins.suivant {
      Bouton(
        "Suivant",
        .discret,
        vers: Chemin.avec(Chemin.examen(seance.session.id, suivant), vue.question),
        touche: "ArrowRight",
      )
    }
  }

  private func etiquettes(
    _ ligne: SeanceDeJury.Ligne,
    _ examen: ExaminerUnEtudiant.Examen,
    _ voisins: Voisins,
  ) -> some HTML {
    let seance = examen.seance
    let groupes = seance.groupes.filter { ligne.groupes.contains($0.id) }.map(\.nom)
    let place = voisins.rang.map { "\($0 + 1) sur \(voisins.total)" } ?? ""
    return p(.class("etiquettes")) {
      Pastille(ligne.position, ligne.projet == nil ? .attention : .succes)
      if !groupes.isEmpty { Pastille(groupes.joined(separator: ", ")) }
      if let statut = examen.statut, statut != .initial { Pastille(statut.phrase) }
      if ligne.estRedoublant { Pastille("redouble cette année", .information) }
      if let depart = ligne.depart { Pastille("parti le \(depart.enLettres)", .attention) }
      span(.class("aide")) { place }
    }
  }

  // MARK: What it has

  private func tableau(_ examen: ExaminerUnEtudiant.Examen) -> some HTML {
    let (seance, ligne) = (examen.seance, examen.ligne)
    let semestres = Set(seance.ues.map(\.semestre)).sorted()
    let competences = Set(seance.ues.map(\.competence)).sorted()
    let parAnnee = seance.session.nature == .annee
    return Carte(parAnnee ? "UE et regroupements" : "UE du semestre") {
      Tableau(
        "UE par compétence",
        colonnes: [.init("Compétence")]
          + semestres.map { .init("Semestre \($0.valeur)", .chiffres) }
          + (parAnnee ? [.init("Regroupement", .chiffres)] : []),
        lignes: competences.map { competence in
          Tableau.Ligne(
            ["C\(competence)"]
              + semestres.map { semestre in
                let ue = seance.ues.first {
                  $0.competence == competence && $0.semestre == semestre
                }
                return Cellule(AnyHTML(caseDUE(ue, examen)))
              }
              + (parAnnee ? [Cellule(AnyHTML(caseDeRCUE(competence, ligne)))] : [])
          )
        },
      )
    }
  }

  @HTMLBuilder private func caseDUE(_ ue: UEDeProgramme?, _ examen: ExaminerUnEtudiant.Examen)
    -> some HTML
  {
    if let ue, let sienne = examen.ligne.decidee.ues.first(where: { $0.code == ue.code }) {
      a(
        .class("note-de-jury"),
        .href(Chemin.pourquoi(examen.seance.promotion.id, examen.ligne.etudiant.id, ue.code)),
        .aria("label", "Pourquoi \(ue.code.texte) ?"),
      ) { sienne.moyenne?.moyenneAffichee ?? "…" }
      " "
      Pastille(sienne.incomplete ? "incomplète" : sienne.mention, sienne.ton)
      small(.class("aide")) { detail(ue.code, examen) }
    } else {
      "–"
    }
  }

  /// What malus and bonuses did to the average.
  private func detail(_ ue: CodeUE, _ examen: ExaminerUnEtudiant.Examen) -> String {
    guard let resultat = examen.resultats.annees.last?.finale.ues[ue] else { return "" }
    var mots = [ue.texte]
    if resultat.malus > .zero { mots.append("malus \(resultat.malus.surDeuxDecimales)") }
    if resultat.bonus > .zero { mots.append("bonus \(resultat.bonus.surDeuxDecimales)") }
    if resultat.capitalisee { mots.append("capitalisée") }
    return mots.joined(separator: ", ")
  }

  @HTMLBuilder private func caseDeRCUE(_ competence: Int, _ ligne: SeanceDeJury.Ligne) -> some HTML
  {
    if let sien = ligne.decidee.rcues.first(where: { $0.cle.competence == competence }) {
      span(.class("note-de-jury")) { sien.moyenne?.moyenneAffichee ?? "…" }
      " "
      Pastille(
        sien.mention.isEmpty ? "incomplet" : sien.mention,
        sien.valide ? .succes : .attention,
      )
    } else {
      "–"
    }
  }

  private func bilan(_ examen: ExaminerUnEtudiant.Examen) -> [ChiffreCle] {
    let decidee = examen.ligne.decidee
    var chiffres: [ChiffreCle] = []
    if examen.seance.session.nature == .annee {
      let code = decidee.codeAnnee ?? "à décider"
      chiffres.append(
        ChiffreCle("Année", code, precision: SensDesCodes.annee[decidee.codeAnnee ?? "sans code"])
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

  @HTMLBuilder private func aRegarder(_ examen: ExaminerUnEtudiant.Examen) -> some HTML {
    let points = PointAVoir.phrases(examen.ligne.points)
    if !points.isEmpty || !examen.demiPoints.isEmpty {
      Carte("À regarder") {
        if !points.isEmpty {
          ul { for point in points { li { point.enPhraseSuite } } }
        }
        if !examen.demiPoints.isEmpty {
          h3 { "Un demi-point de plus" }
          ul {
            for point in examen.demiPoints {
              li {
                "sur \(point.ue.texte) : ".enPhraseSuite
                point.effets.map(\.phrase).joined(separator: " ; ").enPhraseSuite
              }
            }
          }
        }
      }
    }
  }

  @HTMLBuilder private func revues(_ ligne: SeanceDeJury.Ligne) -> some HTML {
    if !ligne.revues.isEmpty {
      Encart(
        .information,
        titre: "Des UE ont changé depuis le jury de semestre.",
        ligne.revues.map(\.phrase).joined(separator: " ; ").enPhrase,
      )
    }
  }

  private func parcours(_ examen: ExaminerUnEtudiant.Examen) -> some HTML {
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

extension PointsEnPlus.Effet {
  /// « UE12 : AJ devient ADM ».
  var phrase: String {
    "\(sujet) : \(avant.isEmpty ? "rien" : avant) devient \(apres.isEmpty ? "rien" : apres)"
  }
}

extension Proposition.UEProposee {
  fileprivate var ton: Ton {
    if acquise { return .succes }
    return incomplete ? .neutre : .attention
  }
}
