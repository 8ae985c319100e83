/// A module of the year that waits for marks.
public struct ModuleAttendu: Hashable, Sendable {
  public let code: CodeModule
  public let semestre: NumeroSemestre
  /// The UE where it counts.
  public let ues: [CodeUE]
  /// Its tests whose mark is awaited; 0 where it has no test yet.
  public let attendues: Int
  /// The average of the marks that are known; `nil` where there is none.
  public let connue: Fraction?
}

/// The last year of a dossier with a mark supposed for each module that waits for some.
///
/// A supposed mark stands at every awaited test of its module: the average of the module is then a
/// straight line, worked out once, so that a state costs no more than the UE and what rests on them.
public struct Projection: Sendable {
  /// A tenth of a point: the step of marks that is asked of people.
  public static let pas = Decimale(millioniemes: 100_000)

  /// The modules that wait, in the order of the curriculum.
  public let modules: [ModuleAttendu]
  /// The year as its marks stand.
  public let situation: Situation
  /// The year as if each module that waits were worth the marks that are known of it.
  let presente: EtatDAnnee<SansPreuve>
  /// By canonical code, the average of the module with 0 and with 20 at its awaited tests.
  private let droites: [String: (bas: Fraction, haut: Fraction)]

  /// Marks supposed, by canonical code of module.
  public typealias Notes = [String: Note]

  /// `nil` for a dossier without year.
  public init?(_ dossier: Dossier, _ reglement: Reglement) {
    guard let situation = Situation(dossier, reglement, .notes),
      let zero = Note(0), let vingt = Note(20)
    else { return nil }
    self.situation = situation
    var modules: [ModuleAttendu] = []
    var droites: [String: (bas: Fraction, haut: Fraction)] = [:]
    for semestre in situation.annee.semestres {
      for module in situation.modulesPeses(semestre) {
        let attendu = ModuleAttendu(module, semestre, situation)
        let siennes = semestre.notes[module.canonique] ?? []
        let statut = semestre.statut
        guard situation.attend(siennes, statut), droites[module.canonique] == nil,
          let bas = situation.moyenne(module.canonique, siennes, zero, statut),
          let haut = situation.moyenne(module.canonique, siennes, vingt, statut)
        else { continue }
        modules.append(attendu)
        droites[module.canonique] = (bas, haut)
      }
    }
    self.modules = modules
    self.droites = droites
    let connues = modules.compactMap { module in
      module.connue.map { (module: module.code.canonique, $0) }
    }
    presente = situation.passe(moyennes: connues).etat
  }

  /// What the year gives with those marks; a module without one still waits.
  public func etat(_ notes: Notes) -> EtatDAnnee<SansPreuve> {
    situation.passe(moyennes: moyennes(notes)).etat
  }

  /// The average of a module with a mark at each of its awaited tests.
  public func moyenne(_ module: String, _ note: Note) -> Fraction? {
    droites[module].map { droite in
      let part = note.surVingt.divise(par: 20) ?? 0
      return droite.bas + (droite.haut - droite.bas) * part
    }
  }

  /// What the absences of each semester cost.
  public func absences(_ reglages: Reglages) -> [CoutDesAbsences] {
    situation.depart.semestres.compactMap { resultat in
      let suivi = situation.annee.semestres.first { $0.numero == resultat.numero }
      return suivi.map { suivi in
        let volume = situation.annee.programme.volumes[resultat.numero]
        return reglages.cout(resultat, suivi.statut, volume: volume)
      }
    }
  }

  /// Whether an objective is reached with those marks.
  public func estAtteint(_ objectif: Objectif, _ notes: Notes) -> Bool {
    objectif.estAtteint(situation.passe(moyennes: moyennes(notes)))
  }

  /// The least mark that, had wherever one is awaited, is enough; `nil` when 20 is not.
  public func partout(_ objectif: Objectif, pas: Decimale) -> Decimale? {
    let crans = Crans(pas)
    let cran = crans.premier { note in
      estAtteint(objectif, Dictionary(uniqueKeysWithValues: droites.keys.map { ($0, note) }))
    }
    return cran.map { crans.note($0).valeur }
  }

  /// The least mark that is enough in each module alone while the others have theirs, by canonical
  /// code; none where 20 is not.
  public func auMoins(_ objectif: Objectif, avec notes: Notes, pas: Decimale) -> [String: Decimale]
  {
    let crans = Crans(pas)
    let essai = situation.essai(moyennes: moyennes(notes))
    var auMoins: [String: Decimale] = [:]
    for module in modules.map(\.code.canonique) {
      func suffit(_ note: Note) -> Bool {
        moyenne(module, note).map { objectif.estAtteint(essai.passe(module, $0)) } ?? false
      }
      // Most often any mark does, or none: either is known at once.
      let cran = suffit(crans.note(0)) ? 0 : crans.premier(suffit)
      if let cran { auMoins[module] = crans.note(cran).valeur }
    }
    return auMoins
  }

  private func moyennes(_ notes: Notes) -> [(module: String, Fraction)] {
    notes.compactMap { module, note in moyenne(module, note).map { (module, $0) } }
  }
}

extension ModuleAttendu {
  fileprivate init(_ code: CodeModule, _ semestre: SemestreSuivi, _ situation: Situation) {
    let siennes = semestre.notes[code.canonique] ?? []
    self.code = code
    self.semestre = semestre.numero
    ues = situation.annee.programme.ues.filter { ue in
      ue.semestre == semestre.numero
        && ue.modules.contains { $0.code.canonique == code.canonique && $0.coefficient > 0 }
    }.map(\.code)
    attendues = siennes.count { situation.estAttendue($0, semestre.statut) }
    connue =
      situation.moteur.moyenneModule(
        code.canonique,
        siennes.filter { !situation.estAttendue($0, semestre.statut) },
        semestre.statut,
      ).valeur.connue
  }
}

extension Situation {
  /// The modules that weigh in a UE of a semester that marks can still move.
  fileprivate func modulesPeses(_ semestre: SemestreSuivi) -> [CodeModule] {
    var vus: Set<String> = []
    return annee.programme.ues.filter {
      $0.semestre == semestre.numero && semestre.moyennes[$0.code] == nil
        && depart.ues[$0.code]?.capitalisee == false
    }.flatMap(\.modules).filter { $0.coefficient > 0 && vus.insert($0.code.canonique).inserted }
      .map(\.code)
  }

  fileprivate func estAttendue(_ evaluation: Evaluation, _ statut: Statut) -> Bool {
    if case .sansObjet = evaluation.entree { return false }
    return moteur.valeur(evaluation.entree, statut) == .attendue
  }

  /// Whether a module with those tests waits for a mark: a module without test does.
  fileprivate func attend(_ evaluations: [Evaluation], _ statut: Statut) -> Bool {
    evaluations.isEmpty || evaluations.contains { estAttendue($0, statut) }
  }

  /// The average with a mark at each awaited test; `nil` where there would still be none.
  fileprivate func moyenne(
    _ module: String,
    _ evaluations: [Evaluation],
    _ note: Note,
    _ statut: Statut,
  ) -> Fraction? {
    guard !evaluations.isEmpty else { return note.surVingt }
    let supposees = evaluations.map { evaluation in
      guard estAttendue(evaluation, statut) else { return evaluation }
      return Evaluation(
        nom: evaluation.nom,
        entree: .note(note),
        coefficient: evaluation.coefficient,
      )
    }
    return moteur.moyenneModule(module, supposees, statut).valeur.connue
  }
}

extension Projection {
  /// What can be aimed at in the year: all of it, the next year, each RCUE, each UE.
  public var objectifs: [Objectif] {
    let depart = situation.depart
    let rcues = depart.rcues.keys.sorted().map { Objectif.rcue(competence: $0.competence) }
    let ues = situation.annee.programme.ues.filter { depart.ues[$0.code] != nil }
      .map { Objectif.ue($0.code) }
    let suite: [Objectif] = situation.annee.anneeBUT.valeur < 3 ? [.passage] : []
    return (rcues.isEmpty ? [] : [.annee] + suite + rcues) + ues
  }

  /// The same year, its modules sat again at session 2.
  public func rattrapages(_ reglement: Reglement) -> Situation? {
    Situation(situation.dossier, reglement, .rattrapagesDeModules)
  }
}

extension Objectif {
  /// « UE12 », « C2 », « passage » or « annee ».
  public var nom: String {
    switch self {
    case .ue(let code): code.texte
    case .rcue(let competence): "C\(competence)"
    case .passage: "passage"
    case .annee: "annee"
    }
  }

  /// Reads what `nom` writes.
  public init?(nom: String) {
    switch DecisionDeJury.Objet(nom) {
    case .ue(let code): self = .ue(code)
    case .rcue(let competence): self = .rcue(competence: competence)
    case .passage: self = .passage
    case .annee: self = .annee
    case nil: return nil
    }
  }
}

extension Reglages {
  /// Whether a session 2 is held.
  public var aUneSession2: Bool { actif(.session2Active) }
}
