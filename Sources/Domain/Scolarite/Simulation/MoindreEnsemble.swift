/// The fewest tests that reach an objective, and the marks that they need.
public struct MoindreEnsemble: Sendable {
  public let epreuves: [EpreuveDemandee]
  /// The least mark that, had at each of them, is enough.
  public let note: Decimale
  /// What the year gives with that mark at each.
  public let etat: EtatDAnnee<AvecPreuve>
  /// What the year gives with one step less at each: not enough.
  public let dessous: EtatDAnnee<AvecPreuve>?

  /// A test of the set.
  public struct EpreuveDemandee: Sendable {
    public let epreuve: Epreuve
    /// The least mark that is enough while the others have `note`.
    public let auMoins: Decimale
  }
}

/// What can be answered to « what do I still need? ».
public enum Reponse: Sendable {
  case dejaAtteint
  /// No test may be sat again.
  case aucuneEpreuve
  /// Not even with the highest mark at every test: marks only raise results, so that this is a
  /// proof; the grounds say what is missing.
  case impossible([Preuve])
  case ensemble(MoindreEnsemble)
}

extension Situation {
  /// The fewest tests that reach an objective, then among those sets one with the lowest mark.
  ///
  /// Exact: sets are left out only when a bound shows that they cannot do, and every set kept is
  /// judged, in columns or by the rules; the grounds given are those of the rules.
  /// - Parameters:
  ///   - objectif: what is to be reached.
  ///   - pas: the step of marks: a hundredth, a quarter of a point. It divides 20.
  /// - Returns: the set and its marks, or why there is none.
  public func moindreEnsemble(_ objectif: Objectif, pas: Decimale) -> Reponse {
    guard !objectif.estAtteint(depart) else { return .dejaAtteint }
    guard !epreuves.isEmpty else { return .aucuneEpreuve }
    let crans = Crans(pas)
    let toutes = epreuves.indices.map { ($0, crans.plafond) }
    guard estAtteint(objectif, toutes) else { return .impossible(motifs(objectif, toutes)) }
    let recherche = Recherche(self, objectif, crans)
    let (ensemble, cran) = recherche.moindre()
    return reponse(recherche, ensemble.sorted(), cran, crans)
  }

  private func reponse(
    _ recherche: Recherche,
    _ ensemble: [Int],
    _ cran: Int,
    _ crans: Crans,
  ) -> Reponse {
    let note = crans.note(cran)
    let demandees = ensemble.map { test in
      MoindreEnsemble.EpreuveDemandee(
        epreuve: epreuves[test],
        auMoins: crans.note(recherche.auMoins(test, parmi: ensemble, cran)).valeur,
      )
    }
    return .ensemble(
      MoindreEnsemble(
        epreuves: demandees,
        note: note.valeur,
        etat: motive(ensemble.map { ($0, note) }),
        dessous: cran > 0 ? motive(ensemble.map { ($0, crans.note(cran - 1)) }) : nil,
      )
    )
  }

  /// Whether the objective is reached with those marks, each at the test of that rank.
  public func estAtteint(_ objectif: Objectif, _ notes: [(epreuve: Int, note: Note)]) -> Bool {
    objectif.estAtteint(passe(notes))
  }

  /// The grounds of the objective, under those marks.
  func motifs(_ objectif: Objectif, _ notes: [(epreuve: Int, note: Note)]) -> [Preuve] {
    motive(notes).preuves(objectif)
  }
}
