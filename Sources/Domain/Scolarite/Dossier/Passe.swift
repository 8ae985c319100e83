/// One pass over a year: UE and what the jury says of them, RCUE and compensation, then RCUE that
/// the jury decides, then the lower levels.
struct Passe<M: Motivation> {
  let moteur: Moteur<M>
  let contexte: ContexteDAnnee<M>
  let decisions: [DecisionDeJury]
  /// Every UE known, of this year and of those before.
  var toutes: [CodeUE: ResultatUE<M>]
  /// The UE known before this year.
  let avant: [CodeUE: ResultatUE<M>]
  /// Every UE of the programmes met so far.
  let programme: [CodeUE: UEDeProgramme]
  var rcues: [CleRCUE: ResultatRCUE<M>] = [:]
  /// The codes of the UE of this year.
  var deLAnnee: [CodeUE] = []
  /// Decisions that could have no effect, and why.
  var sansEffet: [String] = []
  private let valides: [CleRCUE: ResultatRCUE<M>]
  var parSonRCUE: Set<CodeUE> = []
  var decidees: Set<CleRCUE> = []

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

  /// Gives a UE that was set another result, before anything rests on it.
  mutating func remplacer(_ resultat: ResultatUE<M>) { toutes[resultat.ue.code] = resultat }

  /// What rests on the UE, in the order of the rules.
  mutating func achever() {
    deciderDesUE()
    regrouper()
    deciderDesRegroupements()
    induire()
  }

  /// The UE of an RCUE, of whatever year, in the order of the semesters.
  func membres(_ cle: CleRCUE) -> [ResultatUE<M>] {
    toutes.values.filter { $0.ue.rcue == cle }.sorted { $0.ue.semestre < $1.ue.semestre }
  }

  /// The RCUE of the year, in the order of the competences.
  var clesDeLAnnee: [CleRCUE] { Set(deLAnnee.compactMap { toutes[$0]?.ue.rcue }).sorted() }

  mutating func acquerir(_ code: CodeUE, _ mode: ModeDAcquisition, _ trace: M.Trace) {
    toutes[code]?.mode = mode
    toutes[code]?.code = mode.code(parSonRCUE: parSonRCUE.contains(code))
    toutes[code]?.trace = trace
  }
}

// MARK: - RCUE and compensation

extension Passe {
  mutating func regrouper() {
    for cle in clesDeLAnnee {
      let membres = membres(cle)
      if let ancien = valides[cle], membres.allSatisfy({ avant[$0.ue.code]?.acquise == true }) {
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
          cle.sujet,
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
  mutating func qualifier(_ cle: CleRCUE) {
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
