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
    guard avant[code]?.acquise != true || decision.code == .adj else {
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
    var emportes: Set<CleRCUE> = []
    for cle in cles {
      let hauts = membres(cle)
      let siensSansJury = hauts.allSatisfy { $0.acquise && (parJury || $0.mode != .jury) }
      guard let dessous = Niveau(cle.niveau.valeur - 1), hauts.count == 2,
        siensSansJury || emportes.contains(cle)
      else { continue }
      let bas = CleRCUE(competence: cle.competence, niveau: dessous)
      emportes.insert(bas)
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
