/// The year of a student as it can still move: what has been reached, what may be sat again.
public struct Situation: Sendable {
  /// What is supposed to change.
  public enum Terrain: Hashable, Sendable {
    /// Modules sat again at session 2, in the UE open to the student.
    case rattrapagesDeModules
    /// UE sat again at session 2, by an exam each: its mark goes to the modules that are named by
    /// their canonical codes, or to the average of a UE without any.
    case epreuves([CodeUE: [String]])
    /// The modules themselves, as if their marks had been others.
    case notes

    /// Whole UE sat again at session 2.
    public static let rattrapagesDUE = Terrain.epreuves([:])
  }

  public let terrain: Terrain
  /// What the year gives before anything is sat again.
  public let depart: EtatDAnnee<SansPreuve>
  public let epreuves: [Epreuve]
  let annee: AnneeSuivie
  let moteur: Moteur<SansPreuve>
  let dossier: Dossier
  let reglement: Reglement
  /// Every UE known, of this year and of those before.
  let connues: [ResultatUE<SansPreuve>]
  private let deliberation: Deliberation<SansPreuve>
  let contexte: ContexteDAnnee<SansPreuve>

  /// The last year of a dossier; what its session 2 gave, if it was held, is left out.
  ///
  /// `nil` for a dossier without year.
  public init?(_ dossier: Dossier, _ reglement: Reglement, _ terrain: Terrain) {
    guard let derniere = dossier.annees.last else { return nil }
    let annee = derniere.avec(\.session2, nil)
    var deliberation = Deliberation<SansPreuve>.apres(dossier.annees.dropLast(), reglement)
    let moteur = Moteur<SansPreuve>(reglement.reglages(annee.annee))
    deliberation.entrer(annee, moteur)
    let contexte = ContexteDAnnee(annee, moteur)
    let (depart, toutes) = deliberation.etat(
      contexte,
      session2: nil,
      decisions: annee.decisions,
    )
    self.terrain = terrain
    self.annee = annee
    self.moteur = moteur
    self.dossier = Dossier(
      etudiant: dossier.etudiant,
      annees: dossier.annees.dropLast() + [annee],
    )
    self.reglement = reglement
    self.deliberation = deliberation
    self.contexte = contexte
    self.depart = depart
    connues = Array(toutes.values)
    epreuves = Self.epreuves(terrain, annee, moteur, contexte, depart)
  }

  private static func epreuves(
    _ terrain: Terrain,
    _ annee: AnneeSuivie,
    _ moteur: Moteur<SansPreuve>,
    _ contexte: ContexteDAnnee<SansPreuve>,
    _ depart: EtatDAnnee<SansPreuve>,
  ) -> [Epreuve] {
    let concernees = annee.programme.ues.filter { ue in
      guard let resultat = depart.ues[ue.code], let suivi = annee.semestre(de: ue) else {
        return false
      }
      guard terrain == .notes else { return depart.ouvertes.contains(ue.code) }
      return !resultat.capitalisee && suivi.moyennes[ue.code] == nil
    }
    if case .epreuves(let portees) = terrain {
      return concernees.map { ue in
        if let siens = portees[ue.code], !siens.isEmpty {
          return epreuve(ue, siens, concernees, annee, moteur, contexte)
        }
        let deLAnnee = depart.ues[ue.code]?.tentatives.last { $0.annee == annee.annee }
        return Epreuve(
          sujet: .ue(ue.code),
          ues: [ue.code],
          actuelle: deLAnnee?.brute,
          parts: [1],
        )
      }
    }
    var ordre: [CodeModule] = []
    var parts: [String: [(CodeUE, Fraction)]] = [:]
    for ue in concernees where annee.semestre(de: ue)?.moyennes[ue.code] == nil {
      let siennes = moteur.parts(ue)
      for module in ue.modules {
        guard let part = siennes[module.code.canonique] else { continue }
        if parts[module.code.canonique] == nil { ordre.append(module.code) }
        parts[module.code.canonique, default: []].append((ue.code, part))
      }
    }
    return ordre.map { code in
      let siennes = parts[code.canonique] ?? []
      return Epreuve(
        sujet: .module(code),
        ues: siennes.map(\.0),
        actuelle: contexte.connue(code),
        parts: siennes.map(\.1),
      )
    }
  }

  /// The exam of a UE whose mark goes to some of its modules, wherever else these count.
  private static func epreuve(
    _ ue: UEDeProgramme,
    _ modules: [String],
    _ concernees: [UEDeProgramme],
    _ annee: AnneeSuivie,
    _ moteur: Moteur<SansPreuve>,
    _ contexte: ContexteDAnnee<SansPreuve>,
  ) -> Epreuve {
    let siens = ue.modules.map(\.code).filter { modules.contains($0.canonique) }
    let autres = concernees.filter { $0.code != ue.code }
    let effets = ([ue] + autres).compactMap { ue -> Epreuve.Effet? in
      guard annee.semestre(de: ue)?.moyennes[ue.code] == nil else { return nil }
      let parts = moteur.parts(ue)
      let pesees = siens.compactMap { code in parts[code.canonique].map { (code, $0) } }
      guard !pesees.isEmpty else { return nil }
      return Epreuve.Effet(
        ue: ue.code,
        part: pesees.map(\.1).reduce(.zero, +),
        points: pesees.map { (contexte.connue($0) ?? 0) * $1 }.reduce(.zero, +),
      )
    }
    return Epreuve(
      ue: ue.code,
      modules: siens.map { ($0, contexte.connue($0)) },
      effets: effets,
    )
  }

  /// What the year would give, each test sat with that mark.
  func etat(_ notes: [(epreuve: Int, note: Note)]) -> EtatDAnnee<SansPreuve> { passe(notes).etat }

  /// The UE and RCUE of the same.
  func passe(_ notes: [(epreuve: Int, note: Note)]) -> Passe<SansPreuve> {
    guard terrain == .notes else {
      let session2 = session2(notes)
      return deliberation.passe(contexte, session2: session2, decisions: annee.decisions)
    }
    return passe(
      moyennes: notes.compactMap { sat in
        guard case .module(let code) = epreuves[sat.epreuve].sujet else { return nil }
        return (code.canonique, sat.note.surVingt)
      }
    )
  }

  /// The year with some modules worth those averages, ready for others to be tried.
  func essai(moyennes: [(module: String, Fraction)]) -> Essai {
    let suppose = contexte.supposant(moyennes)
    let posee = deliberation.posee(suppose, session2: nil, decisions: annee.decisions)
    return Essai(deliberation: deliberation, contexte: suppose, posee: posee)
  }

  /// A year whose UE are worked out, in which one module at a time is worth something else: only
  /// the UE where it counts are worked out again, then what rests on them.
  struct Essai {
    fileprivate let deliberation: Deliberation<SansPreuve>
    fileprivate let contexte: ContexteDAnnee<SansPreuve>
    fileprivate let posee: Passe<SansPreuve>

    func passe(_ module: String, _ moyenne: Fraction) -> Passe<SansPreuve> {
      let suppose = contexte.supposant([(module, moyenne)])
      var passe = posee
      for ue in suppose.annee.programme.ues
      where ue.modules.contains(where: { $0.code.canonique == module }) {
        guard let semestre = suppose.annee.semestre(de: ue) else { continue }
        passe.remplacer(deliberation.resultat(ue, semestre, suppose, session2: nil))
      }
      passe.achever()
      return passe
    }
  }

  /// The UE and RCUE of the year, some modules worth those averages.
  func passe(moyennes: [(module: String, Fraction)]) -> Passe<SansPreuve> {
    deliberation.passe(
      contexte.supposant(moyennes),
      session2: nil,
      decisions: annee.decisions,
    )
  }

  /// The grounds of the same.
  func motive(_ notes: [(epreuve: Int, note: Note)]) -> EtatDAnnee<AvecPreuve> {
    guard terrain == .notes else { return etat(annee, session2: session2(notes)) }
    let supposee = notes.reduce(annee) { annee, sat in
      guard case .module(let code) = epreuves[sat.epreuve].sujet else { return annee }
      let entiere = Evaluation(nom: code.canonique, entree: .note(sat.note), coefficient: 1)
      let semestres = annee.semestres.map { semestre in
        annee.programme.enseigne(code.canonique, semestre.numero)
          ? semestre.avec(\.notes, semestre.notes.merging([code.canonique: [entiere]]) { $1 })
          : semestre
      }
      return annee.avec(\.semestres, semestres)
    }
    return etat(supposee, session2: nil)
  }

  /// What the last year would give if it were another, the decisions of the jury as they are.
  func etat<M: Motivation>(_ annee: AnneeSuivie, session2: SessionDeux?) -> EtatDAnnee<M> {
    var deliberation = Deliberation<M>.apres(dossier.annees.dropLast(), reglement)
    let moteur = Moteur<M>(reglement.reglages(annee.annee))
    deliberation.entrer(annee, moteur)
    let contexte = ContexteDAnnee(annee, moteur)
    return deliberation.etat(contexte, session2: session2, decisions: annee.decisions).etat
  }

  /// Enrolled where the tests count, with their marks.
  private func session2(_ notes: [(epreuve: Int, note: Note)]) -> SessionDeux {
    var inscriptions: [CodeUE] = []
    var notesUE: [CodeUE: Entree] = [:]
    var notesModules: [String: Entree] = [:]
    for (rang, note) in notes {
      for ue in epreuves[rang].ues where !inscriptions.contains(ue) { inscriptions.append(ue) }
      for module in epreuves[rang].modules { notesModules[module.canonique] = .note(note) }
      switch epreuves[rang].sujet {
      case .ue(let code):
        if epreuves[rang].modules.isEmpty { notesUE[code] = .note(note) }
      case .module(let code): notesModules[code.canonique] = .note(note)
      }
    }
    return SessionDeux(
      date: nil,
      inscriptions: inscriptions,
      notesUE: notesUE,
      notesModules: notesModules,
    )
  }
}

extension Programme {
  /// Whether a UE of a semester has the module of that canonical code.
  fileprivate func enseigne(_ module: String, _ semestre: NumeroSemestre) -> Bool {
    ues.contains { ue in
      ue.semestre == semestre && ue.modules.contains { $0.code.canonique == module }
    }
  }
}

extension ContexteDAnnee {
  /// The average of a module; `nil` where none is known.
  func connue(_ module: CodeModule) -> Fraction? {
    modules.values.lazy.compactMap { $0[module.canonique] }.first?.valeur.connue
  }

  /// The same, some modules worth something else.
  fileprivate func supposant(_ moyennes: [(module: String, Fraction)]) -> ContexteDAnnee {
    var copie = self
    for (module, moyenne) in moyennes {
      for semestre in copie.annee.semestres.map(\.numero)
      where copie.annee.programme.enseigne(module, semestre) {
        copie.modules[semestre, default: [:]][module] = Etabli(.valeur(moyenne)) {
          Preuve(.moyenneModule, module, conclusion: .nombre(moyenne))
        }
      }
    }
    return copie
  }
}
