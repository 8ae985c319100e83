extension Deliberation {
  /// The state of a year, with or without what session 2 and the jury brought.
  func etat(
    _ contexte: ContexteDAnnee<M>,
    session2: SessionDeux?,
    decisions: [DecisionDeJury],
  ) -> (etat: EtatDAnnee<M>, acquis: [CodeUE: ResultatUE<M>]) {
    let annee = contexte.annee
    var passe = Passe(deliberation: self, contexte: contexte)
    for ue in annee.programme.ues {
      guard let semestre = annee.semestre(de: ue) else { continue }
      passe.poser(resultat(ue, semestre, contexte, session2: session2))
    }
    passe.regrouper()
    passe.appliquer(decisions)
    passe.induire()
    return (passe.etat(decisions), passe.toutes)
  }
}

/// One pass over a year: UE, then RCUE and compensation, then decisions, then upper levels.
struct Passe<M: Motivation> {
  private let moteur: Moteur<M>
  private let contexte: ContexteDAnnee<M>
  /// Every UE known, of this year and of those before.
  private(set) var toutes: [CodeUE: ResultatUE<M>]
  /// The UE known before this year.
  private let avant: [CodeUE: ResultatUE<M>]
  private var rcues: [CleRCUE: ResultatRCUE<M>] = [:]
  /// The codes of the UE of this year.
  private var deLAnnee: [CodeUE] = []
  private var parSonRCUE: Set<CodeUE> = []

  init(deliberation: Deliberation<M>, contexte: ContexteDAnnee<M>) {
    moteur = deliberation.moteur
    toutes = deliberation.acquis
    avant = deliberation.acquis
    self.contexte = contexte
  }

  mutating func poser(_ resultat: ResultatUE<M>) {
    toutes[resultat.ue.code] = resultat
    deLAnnee.append(resultat.ue.code)
  }

  /// The UE of an RCUE, of whatever year, in the order of the semesters.
  private func membres(_ cle: CleRCUE) -> [ResultatUE<M>] {
    toutes.values.filter { $0.ue.rcue == cle }.sorted { $0.ue.semestre < $1.ue.semestre }
  }

  private var clesDeLAnnee: [CleRCUE] {
    Set(deLAnnee.compactMap { toutes[$0]?.ue.rcue }).sorted()
  }
}

// MARK: - RCUE and compensation

extension Passe {
  mutating func regrouper() {
    for cle in clesDeLAnnee {
      let membres = membres(cle)
      let rcue = rcue(cle, membres)
      rcues[cle] = rcue
      guard rcue.valide, !rcue.valideAutrement else { continue }
      for membre in membres where !membre.acquise { compenser(membre, rcue) }
      qualifier(cle)
    }
  }

  /// An RCUE takes both semesters of its level: until then it has no average.
  private func rcue(_ cle: CleRCUE, _ membres: [ResultatUE<M>]) -> ResultatRCUE<M> {
    let codes = membres.map(\.ue.code)
    let annees = membres.map(\.annee)
    func sans(_ valide: Bool, _ code: String) -> ResultatRCUE<M> {
      ResultatRCUE(
        cle: cle,
        ues: codes,
        annees: annees,
        moyenne: nil,
        valide: valide,
        valideAutrement: valide,
        code: code,
        trace: M.trace {
          Preuve(
            .validationRCUE,
            "\(cle.nom) niveau \(cle.niveau.valeur)",
            termes: membres.map { .init($0.ue.code.texte, .verdict($0.acquise)) },
            conclusion: valide ? .verdict(true) : .texte("incomplet"),
          )
        },
      )
    }
    let paire = membres.count == 2
    let retenues = membres.compactMap { membre in
      membre.moyenne.map { UERetenue<M>(ue: membre.ue, moyenne: $0, annee: membre.annee) }
    }
    guard paire, retenues.count == 2 else {
      let toutesAcquises = paire && membres.allSatisfy(\.acquise)
      return sans(toutesAcquises, toutesAcquises ? "ADM" : "ATT")
    }
    let bonus = moteur.bonusDuRCUE(contexte.annee.bonus, sport: contexte.sport.valeur)
    guard let moyenne = moteur.moyenneRCUE(cle, retenues, bonus: bonus) else {
      return sans(false, "ATT")
    }
    let bloque = membres.contains { $0.bloque && !$0.acquise }
    let valide = moteur.valide(cle, moyenne, bloque: bloque)
    return ResultatRCUE(
      cle: cle,
      ues: codes,
      annees: annees,
      moyenne: moyenne,
      valide: valide.valeur,
      valideAutrement: false,
      code: bloque ? "ATJ" : "AJ",
      trace: valide.trace,
    )
  }

  private mutating func compenser(_ membre: ResultatUE<M>, _ rcue: ResultatRCUE<M>) {
    let compensee = moteur.compensee(
      membre.ue.code,
      directe: Etabli(false, trace: membre.trace),
      rcue: Etabli(true, trace: rcue.trace),
      bloquee: membre.bloque,
    )
    guard compensee.valeur else { return }
    acquerir(membre.ue.code, .compensation, compensee.trace)
  }

  private mutating func acquerir(_ code: CodeUE, _ mode: ModeDAcquisition, _ trace: M.Trace) {
    toutes[code]?.mode = mode
    toutes[code]?.code = mode.code(parSonRCUE: parSonRCUE.contains(code))
    toutes[code]?.trace = trace
  }

  /// The code of an RCUE from the state of its UE.
  private mutating func qualifier(_ cle: CleRCUE) {
    guard let rcue = rcues[cle], rcue.valide else { return }
    let membres = membres(cle)
    if membres.allSatisfy({ $0.mode == .niveauSuperieur }) {
      rcues[cle]?.code = "ADSUP"
    } else if membres.contains(where: { parSonRCUE.contains($0.ue.code) }) {
      rcues[cle]?.code = "ADJ"
    } else {
      let directes = membres.allSatisfy { $0.mode == .directe || $0.mode == .equivalence }
      rcues[cle]?.code = directes ? "ADM" : "CMP"
    }
  }
}

// MARK: - Decisions and upper levels

extension Passe {
  mutating func appliquer(_ decisions: [DecisionDeJury]) {
    for decision in decisions {
      switch decision.sur {
      case .ue(let code): appliquer(decision, a: code)
      case .rcue(let competence): appliquer(decision, auRegroupement: competence)
      case .annee, .passage: continue
      }
    }
  }

  private mutating func appliquer(_ decision: DecisionDeJury, a code: CodeUE) {
    guard let ue = toutes[code] else { return }
    let decidee = Etabli<Bool, M>(decision.code == .adj) {
      self.preuve(decision, code.texte, premisses: [ue.trace])
    }
    if decision.code == .adj {
      acquerir(code, .jury, decidee.trace)
    } else {
      toutes[code]?.mode = nil
      toutes[code]?.code = decision.code.rawValue
      toutes[code]?.trace = decidee.trace
    }
  }

  /// ADJ on an RCUE acquires its UE (ADJR); ATJ refuses what its average had given.
  private mutating func appliquer(_ decision: DecisionDeJury, auRegroupement competence: Int) {
    guard let cle = clesDeLAnnee.last(where: { $0.competence == competence }),
      let rcue = rcues[cle]
    else { return }
    let trace = M.trace { self.preuve(decision, cle.nom, premisses: [rcue.trace]) }
    rcues[cle]?.valide = decision.code == .adj
    rcues[cle]?.valideAutrement = decision.code == .adj
    rcues[cle]?.code = decision.code.rawValue
    rcues[cle]?.trace = trace
    for membre in membres(cle) {
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

  private func preuve(
    _ decision: DecisionDeJury,
    _ sujet: String,
    premisses: [M.Trace],
  ) -> Preuve {
    Preuve(
      .decisionDeJury,
      sujet,
      termes: [
        .init("code", .texte(decision.code.rawValue)),
        .init("auteur", .texte(decision.acte.auteur)),
        .init("date", .texte(decision.acte.date.description)),
        .init("motif", .texte(decision.acte.motif)),
      ],
      conclusion: .verdict(decision.code == .adj),
      premisses: premisses.flatMap(M.preuve),
    )
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
    for cle in rcues.keys { requalifier(cle) }
  }

  /// An RCUE all of whose UE are acquired otherwise than by its average is validated.
  private mutating func requalifier(_ cle: CleRCUE) {
    let membres = membres(cle)
    guard rcues[cle]?.valide == false, membres.count == 2, membres.allSatisfy(\.acquise) else {
      return
    }
    rcues[cle]?.valide = true
    rcues[cle]?.valideAutrement = true
    let superieur = membres.contains { $0.mode == .niveauSuperieur }
    rcues[cle]?.code = superieur ? "ADSUP" : "ADJ"
  }
}

// MARK: - The state of the year

extension Passe {
  func etat(_ decisions: [DecisionDeJury]) -> EtatDAnnee<M> {
    let annee = contexte.annee
    let ues = deLAnnee.compactMap { toutes[$0] }
    let pourCredits = ues.map { UEPourDiplome<M>(ue: $0.ue, acquise: $0.acquise, trace: $0.trace) }
    var etat = EtatDAnnee<M>(ects: moteur.credits("année \(annee.annee)", pourCredits))
    let changees = toutes.values.filter { ue in
      !deLAnnee.contains(ue.ue.code) && ue.acquise && avant[ue.ue.code]?.acquise == false
    }
    etat.ues = Dictionary(uniqueKeysWithValues: (ues + changees).map { ($0.ue.code, $0) })
    etat.rcues = rcues
    etat.semestres = semestres
    etat.ectsCumules = Fraction(toutes.values.filter(\.acquise).map(\.ue.ects).somme())
    etat.poursuite = poursuite(decisions)
    (etat.codeAnnee, etat.codeDecide) = codeDAnnee(etat.poursuite, decisions)
    etat.ouvertes = ouvertes(ues, decisions)
    etat.signalements = signalements(ues, etat.poursuite)
    etat.traces =
      (ues + changees.sorted { $0.ue.code.texte < $1.ue.code.texte }).map(\.trace)
      + rcues.keys.sorted().compactMap { rcues[$0]?.trace }
      + [etat.ects.trace] + (etat.poursuite.map { [$0.trace] } ?? [])
    return etat
  }

  private var semestres: [ResultatSemestre] {
    contexte.annee.semestres.map { semestre in
      let numero = semestre.numero
      return ResultatSemestre(
        numero: numero,
        heuresABI: contexte.decompte.heuresABI[numero] ?? .zero,
        heuresABJ: contexte.decompte.heuresABJ[numero] ?? .zero,
        malus: contexte.malus[numero]?.valeur ?? .zero,
        taux: contexte.absences[numero]?.taux,
        bloque: contexte.absences[numero]?.bloque.valeur ?? false,
        itiRestantes: moteur.itiRestantes(contexte.decompte),
      )
    }
  }

  private func poursuite(_ decisions: [DecisionDeJury]) -> Poursuite<M>? {
    guard let dernier = contexte.annee.semestres.map(\.numero).max(),
      let suivant = NumeroSemestre(dernier.valeur + 1)
    else { return nil }
    guard dernier.valeur % 2 == 0 else { return moteur.poursuitePaire(vers: suivant) }
    let conditions = moteur.poursuiteImpaire(
      vers: suivant,
      clesDeLAnnee.compactMap { cle in
        rcues[cle].map {
          RCUEPourPassage(cle: cle, moyenne: $0.moyenne, valideAutrement: $0.valideAutrement)
        }
      },
    )
    var proposee = conditions
    if suivant.valeur == 5 {
      let premieres = toutes.values.filter { $0.ue.semestre.valeur <= 2 }
        .sorted { $0.ue.code.texte < $1.ue.code.texte }
      proposee = moteur.poursuiteS5(
        conditions,
        ues: premieres.map { ($0.ue.code, $0.acquise, $0.trace) },
      )
    }
    guard let decision = decisions.last(where: \.autoriseLePassage) else { return proposee }
    return moteur.poursuite(proposee, decidee: decision, conditions: conditions.autorisee)
  }

  /// The code decided, or the one that the results give of themselves.
  private func codeDAnnee(
    _ poursuite: Poursuite<M>?,
    _ decisions: [DecisionDeJury],
  ) -> (String?, Bool) {
    if let decision = decisions.last(where: { $0.sur == .annee }) {
      return (decision.code.rawValue, true)
    }
    let dernier = contexte.annee.semestres.map(\.numero.valeur).max() ?? 1
    guard dernier % 2 == 0, !rcues.isEmpty else { return (nil, false) }
    if rcues.values.allSatisfy(\.valide) { return ("ADM", false) }
    return (
      poursuite?.autorisee == true && poursuite?.regle != .decisionDeJury ? "PASD" : nil, false,
    )
  }

  private func ouvertes(_ ues: [ResultatUE<M>], _ decisions: [DecisionDeJury]) -> [CodeUE] {
    let ajourne = decisions.contains { $0.sur == .annee && $0.code == .ajourne }
    return ues.filter { ue in
      moteur.ouverte(
        ue.ue.code,
        acquise: ue.acquise,
        acquisition: ue.trace,
        ajourne: ajourne,
        moyenneSemestrielle: moyenneSemestrielle(ue.ue.semestre, ues),
      ).valeur
    }.map(\.ue.code)
  }

  /// The average of a semester weighed by credits; `nil` while a UE has none.
  private func moyenneSemestrielle(
    _ semestre: NumeroSemestre,
    _ ues: [ResultatUE<M>],
  ) -> Fraction? {
    let siennes = ues.filter { $0.ue.semestre == semestre }
    let moyennes = siennes.compactMap { ue in ue.moyenne.map { $0.valeur * Fraction(ue.ue.ects) } }
    guard moyennes.count == siennes.count else { return nil }
    return moyennes.reduce(.zero, +).divise(par: Fraction(siennes.map(\.ue.ects).somme()))
  }

  /// What the jury must look at.
  private func signalements(_ ues: [ResultatUE<M>], _ poursuite: Poursuite<M>?) -> [String] {
    var textes = ues.filter { !$0.manque.isEmpty }.map {
      "\($0.ue.code.texte) incomplète : \($0.manque.joined(separator: ", "))"
    }
    let plancher = moteur.reglages.nombre(.plancherRCUE)
    for rcue in rcues.sorted(by: { $0.key < $1.key }).map(\.value) where !rcue.valide {
      if let moyenne = rcue.moyenne?.valeur, moyenne < plancher {
        let texte = moyenne.affichee(decimales: 2, sansFranchir: [plancher])
        textes.append("\(rcue.cle.nom) à \(texte), sous \(plancher.affichee(decimales: 0))")
      }
    }
    for semestre in semestres {
      if contexte.absences[semestre.numero]?.atteint == true {
        textes.append("S\(semestre.numero.valeur) : le seuil d’absence est atteint")
      }
      if semestre.malus > 0 || semestre.bloque,
        moteur.reglages.reglage(.decisionCFVU).valeur == .rien
      {
        textes.append("S\(semestre.numero.valeur) : base CFVU non enregistrée")
      }
    }
    if contexte.annee.semestres.contains(where: { !moteur.article3($0.statut) }),
      contexte.decompte.heuresABI.values.contains(where: { $0 > 0 })
    {
      textes.append("absences d’un alternant : règlement intérieur du CFA")
    }
    if poursuite?.hors45 == true {
      textes.append("passage décidé hors des conditions du point 4.5")
    }
    return textes
  }
}
