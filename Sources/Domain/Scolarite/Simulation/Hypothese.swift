/// Something supposed of the last year of a dossier: « and if R103 were 11? ».
public enum Hypothese: Hashable, Sendable {
  /// Another entry at a test; with no test named, the whole module is worth this entry.
  case note(module: CodeModule, evaluation: String?, Entree)
  /// Another raw average of a UE.
  case moyenne(CodeUE, Decimale)
  /// What would be sat at session 2: a UE, or a module in the UE open to the student.
  case session2(SujetDeSession2, Entree)
  /// Other hours of absence in a semester, of one sort or both.
  case heures(NumeroSemestre, abi: Decimale?, abj: Decimale?)
  /// So many hours of unjustified absence accepted as justified.
  case justificatif(NumeroSemestre, heures: Decimale)
  /// The slots of a day accepted as justified.
  case jourJustifie(Jour)
  /// Other points of sport.
  case sport(Decimale)
  /// Other points for a type of engagement; 0 takes it away.
  case engagement(type: String, Decimale)
  /// The « avis contraire » that lifts the 30 % rule.
  case avisContraire(NumeroSemestre, ActeMotive)

  /// What is sat again.
  public enum SujetDeSession2: Hashable, Sendable {
    case ue(CodeUE)
    case module(CodeModule)
  }

  /// Why something cannot be supposed.
  public enum Refus: Error, Hashable, Sendable {
    case anneeAbsente
    case moduleInconnu(CodeModule)
    case evaluationInconnue(CodeModule, String)
    case ueInconnue(CodeUE)
    /// No UE open at session 2 has the module.
    case moduleFerme(CodeModule)
    /// The average of every UE of the module is given without its marks.
    case moyenneDonnee(CodeModule)
    case semestreNonSuivi(NumeroSemestre)
    /// More hours than the semester has of unjustified ones.
    case tropDHeures(NumeroSemestre, restantes: Decimale)
    /// The absences of the semester are given slot by slot.
    case creneauxSaisis(NumeroSemestre)
    case jourSansAbsence(Jour)
  }
}

extension Dossier {
  /// The same dossier, some things of its last year supposed otherwise.
  ///
  /// - Parameters:
  ///   - hypotheses: taken in order.
  ///   - ouvertes: the UE open at session 2, in which a module is sat again.
  /// - Returns: the dossier supposed; the one it is made from is unchanged.
  /// - Throws: what the year does not have.
  public func supposant(
    _ hypotheses: [Hypothese],
    ouvertes: [CodeUE] = [],
  ) throws(Hypothese.Refus) -> Dossier {
    guard var annee = annees.last else { throw .anneeAbsente }
    for hypothese in hypotheses { annee = try annee.supposant(hypothese, ouvertes) }
    return Dossier(
      etudiant: etudiant,
      annees: annees.dropLast() + [annee],
      redoublement: redoublement,
    )
  }
}

extension Dossier {
  /// The same dossier supposed otherwise, each hypothesis under what the ones before it gave: a
  /// module is sat again in the UE that are then open.
  public func supposant(
    _ hypotheses: [Hypothese],
    _ reglement: Reglement,
  ) throws(Hypothese.Refus) -> Dossier {
    var suppose = self
    for hypothese in hypotheses {
      guard case .session2(.module, _) = hypothese else {
        suppose = try suppose.supposant([hypothese])
        continue
      }
      suppose = try suppose.supposant([hypothese], ouvertes: suppose.ouvertes(reglement))
    }
    guard !suppose.annees.isEmpty else { throw .anneeAbsente }
    return suppose
  }

  /// The UE open at session 2 of the last year.
  private func ouvertes(_ reglement: Reglement) -> [CodeUE] {
    let derniere = Deliberation<SansPreuve>.resultats(self, reglement).annees.last
    return derniere?.session1?.ouvertes ?? derniere?.finale.ouvertes ?? []
  }
}

extension AnneeSuivie {
  fileprivate func supposant(
    _ hypothese: Hypothese,
    _ ouvertes: [CodeUE],
  ) throws(Hypothese.Refus) -> AnneeSuivie {
    switch hypothese {
    case .note(let module, let evaluation, let entree):
      return try avec(module, evaluation, entree)
    case .moyenne(let code, let moyenne):
      guard let ue = programme.ue(code) else { throw .ueInconnue(code) }
      return try changer(ue.semestre) { semestre throws(Hypothese.Refus) in
        let connue = SemestreSuivi.MoyenneConnue.moyenne(Fraction(moyenne))
        return semestre.avec(\.moyennes, semestre.moyennes.merging([code: connue]) { $1 })
      }
    case .session2(let sujet, let entree):
      return try avec(sujet, entree, ouvertes)
    case .heures(let numero, let abi, let abj):
      return try changer(numero) { semestre throws(Hypothese.Refus) in
        let absences = semestre.absences
        guard absences.creneaux.isEmpty else { throw .creneauxSaisis(numero) }
        let heures = Absences(
          heuresABI: abi ?? absences.heuresABI,
          heuresABJ: abj ?? absences.heuresABJ,
        )
        return semestre.avec(\.absences, heures)
      }
    case .justificatif(let numero, let heures):
      return try changer(numero) { semestre throws(Hypothese.Refus) in
        try semestre.justifiant(heures)
      }
    case .jourJustifie(let jour): return try justifiant(jour)
    case .sport(let points):
      return avec(\.bonus, Bonus(sport: .points(points), engagements: bonus.engagements))
    case .engagement(let type, let points):
      let autres = bonus.engagements.filter { $0.type != type }
      let nouveau = points > 0 ? [Bonus.Engagement(type: type, points: points)] : []
      return avec(\.bonus, Bonus(sport: bonus.sport, engagements: autres + nouveau))
    case .avisContraire(let numero, let acte):
      return try changer(numero) { semestre throws(Hypothese.Refus) in
        semestre.avec(\.avisContraire, acte)
      }
    }
  }

  // MARK: Marks

  private func avec(
    _ module: CodeModule,
    _ evaluation: String?,
    _ entree: Entree,
  ) throws(Hypothese.Refus) -> AnneeSuivie {
    let code = module.canonique
    let siens = programme.ues.filter { ue in ue.modules.contains { $0.code.canonique == code } }
    guard
      let numero = siens.map(\.semestre).first(where: { numero in
        semestres.contains { $0.numero == numero }
      })
    else { throw .moduleInconnu(module) }
    return try changer(numero) { semestre throws(Hypothese.Refus) in
      guard siens.contains(where: { semestre.moyennes[$0.code] == nil }) else {
        throw .moyenneDonnee(module)
      }
      var notes = semestre.notes
      guard let evaluation else {
        notes[code] = [Evaluation(nom: code, entree: entree, coefficient: 1)]
        return semestre.avec(\.notes, notes)
      }
      guard let rang = notes[code]?.firstIndex(where: { $0.nom == evaluation }),
        let ancienne = notes[code]?[rang]
      else { throw .evaluationInconnue(module, evaluation) }
      notes[code]?[rang] = Evaluation(
        nom: evaluation,
        entree: entree,
        coefficient: ancienne.coefficient,
      )
      return semestre.avec(\.notes, notes)
    }
  }

  private func avec(
    _ sujet: Hypothese.SujetDeSession2,
    _ entree: Entree,
    _ ouvertes: [CodeUE],
  ) throws(Hypothese.Refus) -> AnneeSuivie {
    var inscriptions = session2?.inscriptions ?? []
    var notesUE = session2?.notesUE ?? [:]
    var notesModules = session2?.notesModules ?? [:]
    switch sujet {
    case .ue(let code):
      guard programme.ue(code) != nil else { throw .ueInconnue(code) }
      if !inscriptions.contains(code) { inscriptions.append(code) }
      notesUE[code] = entree
    case .module(let module):
      let siennes = programme.ues.filter { ue in
        ue.modules.contains { $0.code.canonique == module.canonique }
      }
      guard !siennes.isEmpty else { throw .moduleInconnu(module) }
      guard siennes.contains(where: { ouvertes.contains($0.code) }) else {
        throw .moduleFerme(module)
      }
      inscriptions += siennes.map(\.code).filter {
        ouvertes.contains($0) && !inscriptions.contains($0)
      }
      notesModules[module.canonique] = entree
    }
    return avec(
      \.session2,
      SessionDeux(
        date: session2?.date,
        inscriptions: inscriptions,
        notesUE: notesUE,
        notesModules: notesModules,
      ),
    )
  }

  // MARK: Absences

  private func justifiant(_ jour: Jour) throws(Hypothese.Refus) -> AnneeSuivie {
    var trouvee = false
    let semestres = semestres.map { semestre in
      let creneaux = semestre.absences.creneaux.map { creneau in
        guard creneau.debut.jour == jour, creneau.motif != .justifiee else { return creneau }
        trouvee = true
        return Absences.Creneau(debut: creneau.debut, heures: creneau.heures, motif: .justifiee)
      }
      return semestre.avec(
        \.absences,
        Absences(
          heuresABI: semestre.absences.heuresABI,
          heuresABJ: semestre.absences.heuresABJ,
          creneaux: creneaux,
        ),
      )
    }
    guard trouvee else { throw .jourSansAbsence(jour) }
    return avec(\.semestres, semestres)
  }

  private func changer(
    _ numero: NumeroSemestre,
    _ changer: (SemestreSuivi) throws(Hypothese.Refus) -> SemestreSuivi,
  ) throws(Hypothese.Refus) -> AnneeSuivie {
    guard let rang = semestres.firstIndex(where: { $0.numero == numero }) else {
      throw .semestreNonSuivi(numero)
    }
    var changes = semestres
    changes[rang] = try changer(semestres[rang])
    return avec(\.semestres, changes)
  }
}

extension SemestreSuivi {
  /// So many hours of unjustified absence counted as justified.
  fileprivate func justifiant(_ heures: Decimale) throws(Hypothese.Refus) -> SemestreSuivi {
    guard heures <= absences.heuresABI else {
      throw .tropDHeures(numero, restantes: absences.heuresABI)
    }
    return avec(
      \.absences,
      Absences(
        heuresABI: absences.heuresABI - heures,
        heuresABJ: absences.heuresABJ + heures,
        creneaux: absences.creneaux,
      ),
    )
  }
}
