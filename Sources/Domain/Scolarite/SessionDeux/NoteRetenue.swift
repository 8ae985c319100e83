extension Regle {
  static let noteSession2 = Regle(
    "note-session2",
    .session2("2"),
    exigences: ["R0.9", "R0.10", "R0.19"],
    lectures: ["A21"],
    """
    La note de session 2 remplace celle de session 1, sauf où le descriptif de l’UE garde la \
    meilleure ; une absence injustifiée y vaut zéro, une absence justifiée laisse la session 1.
    """,
  )
}

extension Moteur {
  /// The value kept after session 2 for a UE or a module; session 1's where nothing was sat.
  func retenue(
    _ sujet: String,
    ue: CodeUE,
    session1: Etabli<Issue<Fraction>, M>,
    session2: Entree?,
  ) -> Etabli<Issue<Fraction>, M> {
    guard let session2, let note = valeurDeSession2(session2) else { return session1 }
    let reglage = reglages.reglage(.modeNoteSession2, ue: ue)
    let avant = session1.valeur.connue
    let retenue = reglage.valeur == .mot("meilleure") ? max(avant ?? note, note) : note
    return Etabli(.valeur(retenue)) {
      let premiere = avant.map { [Preuve.Terme("session1", .nombre($0), premisse: 0)] } ?? []
      return Preuve(
        .noteSession2,
        sujet,
        termes: premiere + [.init("session2", .nombre(note))],
        parametres: [reglage],
        conclusion: .nombre(retenue),
        premisses: avant == nil ? [] : session1.preuves,
      )
    }
  }

  /// What a resit is worth; `nil` where session 1 stays (justified absence, nothing entered).
  private func valeurDeSession2(_ entree: Entree) -> Fraction? {
    switch entree {
    case .note(let note), .rattrapee(let note): note.surVingt
    case .absenceInjustifiee, .nulle: 0
    case .excuse, .enAttente, .absenceJustifiee, .sansRattrapage, .indisponibilite, .sansObjet: nil
    }
  }
}
