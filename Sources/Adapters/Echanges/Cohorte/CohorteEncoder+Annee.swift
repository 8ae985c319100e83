internal import Scolarite
internal import Text

/// What happens in the year of the cohort.
extension CohorteEncoder {
  mutating func ecrireLesNotes(_ annee: AnneeSuivie, _ etudiant: EtudiantLu) {
    let nom = etudiant.identifiant
    let doubles = Set(annee.semestres.flatMap(\.notes.keys)).count
    let codes = annee.semestres.map(\.notes.count).reduce(0, +)
    exiger(doubles == codes, .notes, etudiant, "un code de module dans deux semestres")
    for semestre in annee.semestres {
      for (module, evaluations) in semestre.notes.sorted(by: { $0.key < $1.key }) {
        exiger(!evaluations.isEmpty, .notes, etudiant, "un module sans évaluation")
        for evaluation in evaluations {
          let cellule = evaluation.entree.cellule
          let relue = Entree(cellule: cellule)
          exiger(relue == evaluation.entree, .notes, etudiant, "« \(cellule) » pour une note")
          let coefficient = evaluation.coefficient.description
          ligne(.notes, [nom, module, evaluation.nom, cellule, coefficient])
        }
      }
    }
  }

  mutating func ecrireLesAbsences(_ semestre: SemestreSuivi, _ etudiant: EtudiantLu) {
    let absences = semestre.absences
    let debut = [etudiant.identifiant, String(semestre.numero.valeur)]
    let heures = [absences.heuresABI, absences.heuresABJ]
    if heures.contains(where: { $0 != .zero }) || semestre.avisContraire != nil {
      let avis = semestre.avisContraire?.cellules ?? ["", "", ""]
      ligne(.absences, debut + heures.map(\.description) + avis + ["", "", "", ""])
    }
    for creneau in absences.creneaux {
      let cellules = [creneau.debut.description, creneau.heures.description]
      ligne(.absences, debut + ["", "", "", "", ""] + cellules + creneau.motif.cellules)
    }
  }

  mutating func ecrire(_ bonus: Bonus, _ etudiant: EtudiantLu) {
    let nom = etudiant.identifiant
    switch bonus.sport {
    case nil: break
    case .points(let points):
      ligne(.bonus, [nom, CohorteDecoder.sport, points.description, ""])
    case .seances(let seances): ligne(.bonus, [nom, CohorteDecoder.sport, "", String(seances)])
    }
    for engagement in bonus.engagements {
      let seLit = engagement.type.folded != CohorteDecoder.sport && !engagement.type.isEmpty
      exiger(seLit, .bonus, etudiant, "un engagement nommé « \(engagement.type) »")
      ligne(.bonus, [nom, engagement.type, engagement.points.description, ""])
    }
  }

  /// An enrolment has its row, and each mark of a module stands with the first UE that has it.
  ///
  /// No mark of a module enters the UE that were granted.
  mutating func ecrire(
    _ session2: SessionDeux,
    _ accordees: Set<CodeUE>,
    _ etudiant: EtudiantLu,
  ) {
    let nom = etudiant.identifiant
    exiger(!session2.inscriptions.isEmpty, .session2, etudiant, "une session 2 sans inscription")
    exiger(session2.date == entete.session2, .session2, etudiant, "une date qui lui est propre")
    var notesModules = session2.notesModules
    var notesUE = session2.notesUE
    for code in session2.inscriptions {
      let sienne = notesUE.removeValue(forKey: code)
      let accordee = accordees.contains(code)
      let modules = accordee ? [] : programmes.first?.ue(code)?.modules ?? []
      ligne(.session2, [nom, code.texte, sienne == nil ? "" : code.texte, sienne?.cellule ?? ""])
      for module in modules {
        guard let entree = notesModules.removeValue(forKey: module.code.canonique) else { continue }
        ligne(.session2, [nom, code.texte, module.code.canonique, entree.cellule])
      }
    }
    let reste = notesUE.isEmpty && notesModules.isEmpty
    exiger(reste, .session2, etudiant, "une note hors des UE de l’inscription")
  }
}

extension Absences.Motif {
  /// The word, and the moment of the declaration.
  fileprivate var cellules: [String] {
    switch self {
    case .injustifiee: ["ABI", ""]
    case .justifiee: ["ABJ", ""]
    case .indisponibilite(let declaree): ["ITI", declaree?.description ?? ""]
    }
  }
}

extension ActeMotive {
  /// Author, date, reason.
  var cellules: [String] { [auteur, date.description, motif] }
}

extension DecisionDeJury {
  /// Code, author, date, reason.
  var cellules: [String] { [code.rawValue] + acte.cellules }
}
