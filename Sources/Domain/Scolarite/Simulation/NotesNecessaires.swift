/// What one test alone would need, and what it can cost.
public struct NoteNecessaire: Sendable {
  public let epreuve: Epreuve
  /// The least mark that is enough by itself; `nil` when even 20 is not.
  public let auMoins: Decimale?
  /// The marks under which something now held would be lost; empty where replacing cannot hurt.
  public let risques: [Risque]

  /// What is lost under a mark.
  public struct Risque: Sendable {
    public let perdu: Perte
    /// The least mark that keeps it.
    public let sous: Decimale
  }

  /// What a resit can cost.
  public enum Perte: Hashable, Sendable {
    /// The average of the UE falls.
    case moyenne(CodeUE)
    case passage
    case rcue(CleRCUE)
    /// A UE that the RCUE compensates now.
    case ue(CodeUE)
  }
}

extension Situation {
  /// For each test alone: the mark that reaches the objective, and what a low mark would cost.
  ///
  /// - Parameters:
  ///   - objectif: what is to be reached.
  ///   - pas: the step of marks; it divides 20.
  /// - Returns: one for each test, in the order of `epreuves`.
  public func notesNecessaires(_ objectif: Objectif, pas: Decimale) -> [NoteNecessaire] {
    let crans = Crans(pas)
    let juge = JugeEnColonnes(self)
    return epreuves.indices.map { test in
      let cran = crans.premier { note in
        juge?.estAtteint(objectif, [(test, note)]) ?? estAtteint(objectif, [(test, note)])
      }
      return NoteNecessaire(
        epreuve: epreuves[test],
        auMoins: cran.map { crans.note($0).valeur },
        risques: risques(test, crans),
      )
    }
  }

  /// What is held now and would be lost under some mark at one test.
  private func risques(_ test: Int, _ crans: Crans) -> [NoteNecessaire.Risque] {
    guard terrain != .notes else { return [] }
    let plusBas = etat([(test, crans.note(0))])
    var risques = pertes(plusBas).compactMap { perte, garde -> NoteNecessaire.Risque? in
      let cran = crans.premier { garde(etat([(test, $0)])) }
      return cran.map { .init(perdu: perte, sous: crans.note($0).valeur) }
    }
    for ue in epreuves[test].ues {
      guard let moyenne = depart.ues[ue]?.moyenne?.valeur,
        let apres = plusBas.ues[ue]?.moyenne?.valeur, apres < moyenne
      else { continue }
      let cran = crans.premier { note in
        (etat([(test, note)]).ues[ue]?.moyenne?.valeur ?? 0) >= moyenne
      }
      if let cran { risques.append(.init(perdu: .moyenne(ue), sous: crans.note(cran).valeur)) }
    }
    return risques
  }

  /// What the worst mark loses, each with how to see that it is kept.
  private func pertes(
    _ plusBas: EtatDAnnee<SansPreuve>
  ) -> [(NoteNecessaire.Perte, (EtatDAnnee<SansPreuve>) -> Bool)] {
    var pertes: [(NoteNecessaire.Perte, (EtatDAnnee<SansPreuve>) -> Bool)] = []
    if Objectif.passage.estAtteint(depart), !Objectif.passage.estAtteint(plusBas) {
      pertes.append((.passage, Objectif.passage.estAtteint))
    }
    for (cle, rcue) in depart.rcues.sorted(by: { $0.key < $1.key }) where rcue.valide {
      guard plusBas.rcues[cle]?.valide == false else { continue }
      pertes.append((.rcue(cle), { $0.rcues[cle]?.valide ?? false }))
    }
    for (code, ue) in depart.ues.sorted(by: { $0.key.texte < $1.key.texte }) where ue.acquise {
      guard plusBas.ues[code]?.acquise == false else { continue }
      pertes.append((.ue(code), { $0.ues[code]?.acquise ?? false }))
    }
    return pertes
  }
}

/// What the marks still awaited must be.
public enum NotesAttendues: Sendable {
  case dejaAtteint
  /// No mark is awaited.
  case aucune
  /// Whatever they are, the objective is reached.
  case assure([String])
  /// The least mark that, had at each of them, is enough.
  case auMoins(Decimale, [String])
  /// Not even 20 at each is enough; the grounds say what is missing.
  case impossible([Preuve], [String])
}

extension Situation {
  /// The mark needed at every test whose result is awaited, the same at each.
  ///
  /// - Parameters:
  ///   - objectif: what is to be reached.
  ///   - pas: the step of marks; it divides 20.
  /// - Returns: the least mark, or why there is none to give.
  public func notesAttendues(_ objectif: Objectif, pas: Decimale) -> NotesAttendues {
    guard !objectif.estAtteint(depart) else { return .dejaAtteint }
    let attendues = attendues
    guard !attendues.isEmpty else { return .aucune }
    let noms = attendues.map { $0.nom }
    let crans = Crans(pas)
    let cran = crans.premier { note in
      let suppose: EtatDAnnee<SansPreuve> = avecNotes(attendues, note)
      return objectif.estAtteint(suppose)
    }
    guard let cran else {
      let comblees: EtatDAnnee<AvecPreuve> = avecNotes(attendues, crans.plafond)
      return .impossible(comblees.preuves(objectif), noms)
    }
    return cran == 0 ? .assure(noms) : .auMoins(crans.note(cran).valeur, noms)
  }

  /// The tests of the year whose result is awaited, and the modules without any.
  private var attendues: [Attendue] {
    annee.semestres.flatMap { semestre -> [Attendue] in
      let modules = annee.programme.ues.filter {
        $0.semestre == semestre.numero && semestre.moyennes[$0.code] == nil
          && depart.ues[$0.code]?.capitalisee == false
      }.flatMap(\.modules).filter { $0.coefficient > 0 }
      var vus: Set<String> = []
      return modules.filter { vus.insert($0.code.canonique).inserted }.flatMap { module in
        let evaluations = semestre.notes[module.code.canonique] ?? []
        guard !evaluations.isEmpty else { return [Attendue(semestre.numero, module.code, nil)] }
        return evaluations.filter { evaluation in
          if case .sansObjet = evaluation.entree { return false }
          return moteur.valeur(evaluation.entree, semestre.statut) == .attendue
        }.map { Attendue(semestre.numero, module.code, $0.nom) }
      }
    }
  }

  private struct Attendue {
    let semestre: NumeroSemestre
    let module: CodeModule
    /// `nil` for a module without any test.
    let evaluation: String?

    init(_ semestre: NumeroSemestre, _ module: CodeModule, _ evaluation: String?) {
      self.semestre = semestre
      self.module = module
      self.evaluation = evaluation
    }

    var nom: String {
      guard let evaluation, evaluation != module.canonique, evaluation != module.imprime else {
        return module.imprime
      }
      return "\(module.imprime) (\(evaluation))"
    }
  }

  /// The year with that mark at each awaited test.
  private func avecNotes<M: Motivation>(_ attendues: [Attendue], _ note: Note) -> EtatDAnnee<M> {
    let semestres = annee.semestres.map { semestre in
      let siennes = attendues.filter { $0.semestre == semestre.numero }
      return semestre.avec(
        \.notes,
        siennes.reduce(into: semestre.notes) { notes, attendue in
          let code = attendue.module.canonique
          let nouvelle = Evaluation(nom: code, entree: .note(note), coefficient: 1)
          notes[code] =
            notes[code]?.map { evaluation in
              guard evaluation.nom == attendue.evaluation else { return evaluation }
              return Evaluation(
                nom: evaluation.nom,
                entree: .note(note),
                coefficient: evaluation.coefficient,
              )
            } ?? [nouvelle]
        },
      )
    }
    return etat(annee.avec(\.semestres, semestres), session2: nil)
  }
}
