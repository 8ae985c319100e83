extension Deliberation {
  /// The state of a year, with or without what session 2 and the jury brought.
  func etat(
    _ contexte: ContexteDAnnee<M>,
    session2: SessionDeux?,
    decisions: [DecisionDeJury],
  ) -> (etat: EtatDAnnee<M>, acquis: [CodeUE: ResultatUE<M>]) {
    let annee = contexte.annee
    var passe = Passe(deliberation: self, contexte: contexte, decisions: decisions)
    for ue in annee.programme.ues {
      guard let semestre = annee.semestre(de: ue) else { continue }
      passe.poser(resultat(ue, semestre, contexte, session2: session2))
    }
    passe.deciderDesUE()
    passe.regrouper()
    passe.deciderDesRegroupements()
    passe.induire()
    return (passe.etat, passe.toutes)
  }
}

/// One pass over a year: UE and what the jury says of them, RCUE and compensation, then RCUE that
/// the jury decides, then the lower levels.
struct Passe<M: Motivation> {
  let moteur: Moteur<M>
  let contexte: ContexteDAnnee<M>
  let decisions: [DecisionDeJury]
  /// Every UE known, of this year and of those before.
  private(set) var toutes: [CodeUE: ResultatUE<M>]
  /// The UE known before this year.
  let avant: [CodeUE: ResultatUE<M>]
  /// Every UE of the programmes met so far.
  let programme: [CodeUE: UEDeProgramme]
  private(set) var rcues: [CleRCUE: ResultatRCUE<M>] = [:]
  /// The codes of the UE of this year.
  private(set) var deLAnnee: [CodeUE] = []
  /// Decisions that could have no effect, and why.
  private(set) var sansEffet: [String] = []
  private let valides: [CleRCUE: ResultatRCUE<M>]
  private var parSonRCUE: Set<CodeUE> = []
  private var decidees: Set<CleRCUE> = []

  init(
    deliberation: Deliberation<M>,
    contexte: ContexteDAnnee<M>,
    decisions: [DecisionDeJury],
  ) {
    moteur = deliberation.moteur
    toutes = deliberation.acquis
    avant = deliberation.acquis
    valides = deliberation.valides
    programme = deliberation.programme
    self.contexte = contexte
    self.decisions = decisions
  }

  mutating func poser(_ resultat: ResultatUE<M>) {
    toutes[resultat.ue.code] = resultat
    deLAnnee.append(resultat.ue.code)
  }

  /// The UE of an RCUE, of whatever year, in the order of the semesters.
  func membres(_ cle: CleRCUE) -> [ResultatUE<M>] {
    toutes.values.filter { $0.ue.rcue == cle }.sorted { $0.ue.semestre < $1.ue.semestre }
  }

  /// The RCUE of the year, in the order of the competences.
  var clesDeLAnnee: [CleRCUE] { Set(deLAnnee.compactMap { toutes[$0]?.ue.rcue }).sorted() }

  private mutating func acquerir(_ code: CodeUE, _ mode: ModeDAcquisition, _ trace: M.Trace) {
    toutes[code]?.mode = mode
    toutes[code]?.code = mode.code(parSonRCUE: parSonRCUE.contains(code))
    toutes[code]?.trace = trace
  }
}

// MARK: - Decisions on UE

extension Passe {
  mutating func deciderDesUE() {
    for decision in decisions {
      if case .ue(let code) = decision.sur { decider(decision, de: code) }
      if decision.sur == .annee, decision.code.constateUnDepart { constater(decision) }
    }
  }

  /// ADJ acquires the UE; any other code keeps its average from acquiring it.
  private mutating func decider(_ decision: DecisionDeJury, de code: CodeUE) {
    guard let ue = toutes[code] else {
      sansEffet.append(
        "\(code.texte) : décision \(decision.code.rawValue) sans effet, l’UE n’a pas été suivie"
      )
      return
    }
    guard !ue.capitalisee || decision.code == .adj else {
      sansEffet.append(
        "\(code.texte) : décision \(decision.code.rawValue) sans effet, l’UE est définitivement acquise"
      )
      return
    }
    let trace = M.trace { self.preuve(decision, code.texte, premisses: [ue.trace]) }
    guard decision.code != .adj else {
      acquerir(code, .jury, trace)
      return
    }
    toutes[code]?.ecartee = true
    toutes[code]?.mode = nil
    toutes[code]?.code = decision.code.rawValue
    toutes[code]?.trace = trace
  }

  /// A departure noted for the year: the UE that still wait for a mark expect none any more.
  private mutating func constater(_ decision: DecisionDeJury) {
    for code in deLAnnee where toutes[code]?.moyenne == nil && toutes[code]?.acquise == false {
      toutes[code]?.code = decision.code.rawValue
    }
  }

  private func preuve(
    _ decision: DecisionDeJury,
    _ sujet: String,
    premisses: [M.Trace],
  ) -> Preuve {
    Preuve(
      .decisionDeJury,
      sujet,
      termes: decision.termes,
      conclusion: .verdict(decision.code == .adj),
      premisses: premisses.flatMap(M.preuve),
    )
  }
}

// MARK: - RCUE and compensation

extension Passe {
  mutating func regrouper() {
    for cle in clesDeLAnnee {
      let membres = membres(cle)
      if let ancien = valides[cle], membres.allSatisfy(\.capitalisee) {
        rcues[cle] = ancien
        continue
      }
      let (rcue, aLaMoyenne) = rcue(cle, membres)
      rcues[cle] = rcue
      if let aLaMoyenne, aLaMoyenne.valeur {
        for membre in membres where !membre.acquise { compenser(membre, aLaMoyenne) }
      }
      qualifier(cle)
    }
  }

  /// The RCUE, and whether it has the average: `nil` until both UE of its level have one.
  private func rcue(
    _ cle: CleRCUE,
    _ membres: [ResultatUE<M>],
  ) -> (ResultatRCUE<M>, aLaMoyenne: Etabli<Bool, M>?) {
    let retenues = membres.compactMap { membre in
      membre.moyenne.map { UERetenue<M>(ue: membre.ue, moyenne: $0, annee: membre.annee) }
    }
    let bonus = moteur.bonusDuRCUE(contexte.annee.bonus, sport: contexte.sport.valeur)
    guard membres.count == 2, retenues.count == 2,
      let moyenne = moteur.moyenneRCUE(cle, retenues, bonus: bonus)
    else { return (sansMoyenne(cle, membres), nil) }
    let aLaMoyenne = moteur.valide(cle, moyenne)
    let rcue = ResultatRCUE(
      cle: cle,
      ues: membres.map(\.ue.code),
      annees: membres.map(\.annee),
      moyenne: moyenne,
      valide: aLaMoyenne.valeur,
      valideAutrement: false,
      code: "AJ",
      trace: aLaMoyenne.trace,
    )
    return (rcue, aLaMoyenne)
  }

  /// An RCUE without average: validated when both its UE are acquired (A37), otherwise unknown.
  private func sansMoyenne(_ cle: CleRCUE, _ membres: [ResultatUE<M>]) -> ResultatRCUE<M> {
    let valide = membres.count == 2 && membres.allSatisfy(\.acquise)
    let attendue = membres.count < 2 || membres.contains { !$0.acquise && $0.moyenne == nil }
    return ResultatRCUE(
      cle: cle,
      ues: membres.map(\.ue.code),
      annees: membres.map(\.annee),
      moyenne: nil,
      valide: valide,
      valideAutrement: valide,
      code: valide ? "ADM" : (attendue ? "ATT" : "AJ"),
      trace: M.trace {
        Preuve(
          .validationRCUE,
          "\(cle.nom) niveau \(cle.niveau.valeur)",
          termes: membres.enumerated().map { rang, membre in
            .init(
              membre.ue.code.texte,
              M.conclusion(membre.trace, acquise: membre.acquise),
              premisse: rang,
            )
          },
          conclusion: valide ? .verdict(true) : .texte("incomplet"),
          premisses: membres.flatMap { M.preuve($0.trace) },
        )
      },
    )
  }

  private mutating func compenser(_ membre: ResultatUE<M>, _ aLaMoyenne: Etabli<Bool, M>) {
    let compensee = moteur.compensee(
      membre.ue.code,
      directe: Etabli(false, trace: membre.trace),
      rcue: aLaMoyenne,
      bloquee: membre.bloque || membre.ecartee,
    )
    guard compensee.valeur else { return }
    acquerir(membre.ue.code, .compensation, compensee.trace)
  }

  /// The code of an RCUE from the state of its UE; one that the jury decided keeps its code.
  private mutating func qualifier(_ cle: CleRCUE) {
    guard let rcue = rcues[cle], !decidees.contains(cle) else { return }
    let membres = membres(cle)
    guard membres.count == 2, membres.allSatisfy(\.acquise) else {
      let refusee = membres.contains { $0.bloque || $0.ecartee }
      rcues[cle]?.valide = false
      rcues[cle]?.code = refusee ? "ATJ" : rcue.code
      return
    }
    let modes = Set(membres.compactMap(\.mode))
    rcues[cle]?.valideAutrement = !rcue.valide || rcue.valideAutrement
    rcues[cle]?.valide = true
    if modes.contains(.niveauSuperieur) {
      rcues[cle]?.code = "ADSUP"
    } else if modes.contains(.compensation) {
      rcues[cle]?.code = "CMP"
    } else {
      rcues[cle]?.code = modes.contains(.jury) ? "ADJ" : "ADM"
    }
  }
}

// MARK: - Decisions on RCUE, and the lower levels

extension Passe {
  mutating func deciderDesRegroupements() {
    for decision in decisions {
      guard case .rcue(let competence) = decision.sur else { continue }
      guard let cle = clesDeLAnnee.last(where: { $0.competence == competence }) else {
        sansEffet.append(
          "C\(competence) : décision \(decision.code.rawValue) sans effet, le regroupement n’est pas de l’année"
        )
        continue
      }
      decider(decision, du: cle)
    }
  }

  /// ADJ on an RCUE acquires its UE (ADJR); ATJ refuses what its average had given.
  private mutating func decider(_ decision: DecisionDeJury, du cle: CleRCUE) {
    guard let rcue = rcues[cle] else { return }
    let trace = M.trace { self.preuve(decision, cle.nom, premisses: [rcue.trace]) }
    decidees.insert(cle)
    rcues[cle]?.valide = decision.code == .adj
    rcues[cle]?.valideAutrement = decision.code == .adj
    rcues[cle]?.code = decision.code.rawValue
    rcues[cle]?.trace = trace
    for membre in membres(cle) where !membre.capitalisee {
      if decision.code == .adj, !membre.acquise {
        parSonRCUE.insert(membre.ue.code)
        acquerir(membre.ue.code, .jury, trace)
      } else if decision.code == .atj, membre.mode == .compensation {
        toutes[membre.ue.code]?.mode = nil
        toutes[membre.ue.code]?.code = decision.code.rawValue
        toutes[membre.ue.code]?.trace = trace
      }
    }
  }

  /// Both UE of a level validated carry the level below, and so on downwards (A5).
  mutating func induire() {
    let parJury = moteur.reglages.actif(.induiteParJury)
    let cles = Set(toutes.values.map(\.ue.rcue)).sorted { $0.niveau > $1.niveau }
    for cle in cles {
      let hauts = membres(cle)
      guard let dessous = Niveau(cle.niveau.valeur - 1), hauts.count == 2,
        hauts.allSatisfy({ $0.acquise && (parJury || $0.mode != .jury) })
      else { continue }
      let bas = CleRCUE(competence: cle.competence, niveau: dessous)
      for membre in membres(bas) where !membre.acquise {
        let induite = moteur.acquise(
          membre.ue.code,
          par: .validationInduite,
          termes: hauts.enumerated().map { rang, haut in
            .init(haut.ue.code.texte, .verdict(true), premisse: rang)
          },
          premisses: hauts.map(\.trace),
        )
        acquerir(membre.ue.code, .niveauSuperieur, induite.trace)
      }
    }
    for cle in rcues.keys { qualifier(cle) }
  }
}
