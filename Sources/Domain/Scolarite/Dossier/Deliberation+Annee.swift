extension Deliberation {
  /// The state of a year, with or without what session 2 and the jury brought.
  func etat(
    _ contexte: ContexteDAnnee<M>,
    session2: SessionDeux?,
    decisions: [DecisionDeJury],
  ) -> (etat: EtatDAnnee<M>, acquis: [CodeUE: ResultatUE<M>]) {
    let passe = passe(contexte, session2: session2, decisions: decisions)
    return (passe.etat, passe.toutes)
  }

  /// The UE and RCUE of the same, before anything is gathered from them.
  func passe(
    _ contexte: ContexteDAnnee<M>,
    session2: SessionDeux?,
    decisions: [DecisionDeJury],
  ) -> Passe<M> {
    var passe = posee(contexte, session2: session2, decisions: decisions)
    passe.achever()
    return passe
  }

  /// The UE of the year by their marks alone, before the jury and what rests on several UE.
  func posee(
    _ contexte: ContexteDAnnee<M>,
    session2: SessionDeux?,
    decisions: [DecisionDeJury],
  ) -> Passe<M> {
    let annee = contexte.annee
    var passe = Passe(deliberation: self, contexte: contexte, decisions: decisions)
    for ue in annee.programme.ues {
      guard let semestre = annee.semestre(de: ue) else { continue }
      passe.poser(resultat(ue, semestre, contexte, session2: session2))
    }
    return passe
  }
}
