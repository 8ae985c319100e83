/// One exam changed by hand: what it costs, what it breaks, and the least changes that repair it.
public struct Reparation: Sendable {
  /// The calendar with this change alone.
  public let change: CalendrierDExamens
  public let bilan: Bilan
  /// The repaired calendar; nil when the change cannot be repaired, or needs no repair.
  public let repare: CalendrierDExamens?
  public let bilanRepare: Bilan?
  /// What else moves in the repaired calendar.
  public let deplacements: [Deplacement]
  public let impossibilite: Impossibilite?
}

/// A part of an exam that is not where it was.
public struct Deplacement: Hashable, Sendable {
  public let epreuve: Int
  public let avant: CalendrierDExamens.Placement?
  public let apres: CalendrierDExamens.Placement

  /// What differs between two calendars of one problem, part by part.
  public static func entre(_ avant: CalendrierDExamens, _ apres: CalendrierDExamens)
    -> [Deplacement]
  {
    var anciens: [Int: [CalendrierDExamens.Placement]] = [:]
    for p in avant.placements.reversed() { anciens[p.epreuve, default: []].append(p) }
    return apres.placements.compactMap { p in
      let ancien = anciens[p.epreuve]?.popLast()
      if let ancien, ancien.periode == p.periode, ancien.salle == p.salle { return nil }
      return Deplacement(epreuve: p.epreuve, avant: ancien, apres: p)
    }
  }
}

extension Recherche {
  /// Puts one exam in another period (and room), then repairs with as few changes as it can.
  ///
  /// Each other exam that changes period costs `prixDeplacement`, which outweighs everything a
  /// calendar is judged by unless the caller says otherwise.
  public func changer(
    _ epreuve: Int,
    a periode: Int,
    salle: Int? = nil,
    dans calendrier: CalendrierDExamens,
    prixDeplacement: Int = 20_000,
    propositions: Int = 2_000_000,
  ) throws(ProblemeDExamens.Faute) -> Reparation {
    let change = calendrier.avec(epreuve, a: periode, salle: salle)
    let bilan = probleme.bilan(change)
    var epreuves = probleme.epreuves
    var fixee = epreuves[epreuve].limitee(a: [periode])
    if let salle { fixee = fixee.limitee(auxSalles: [salle]) }
    epreuves[epreuve] = fixee
    let contraint = Recherche(try probleme.avec(epreuves: epreuves))
    do throws(Impossibilite) {
      let resultat = try contraint.reoptimiser(
        change,
        prixDePeriode: prixDeplacement,
        prixDeSalle: prixDeplacement / 20,
        Reglages(budget: .propositions(propositions)),
        horloge: { 0 },
      )
      return Reparation(
        change: change,
        bilan: bilan,
        repare: resultat.calendrier,
        bilanRepare: probleme.bilan(resultat.calendrier),
        deplacements: Deplacement.entre(change, resultat.calendrier),
        impossibilite: nil,
      )
    } catch {
      return Reparation(
        change: change,
        bilan: bilan,
        repare: nil,
        bilanRepare: nil,
        deplacements: [],
        impossibilite: error,
      )
    }
  }

  /// Searches from a published calendar, whose exams stay in place unless moving them pays.
  public func reoptimiser(
    _ publie: CalendrierDExamens,
    prixDePeriode: Int,
    prixDeSalle: Int,
    _ reglages: Reglages,
    horloge: () -> Int,
    suivre: (Progres) -> Bool = { _ in true },
  ) throws(Impossibilite) -> Resultat {
    var reglages = reglages
    // Hot enough at first to bring back what the start moved further than it had to.
    if reglages.temperatures == nil {
      reglages.temperatures = (max(8, Double(prixDePeriode) / 4), 0.5)
    }
    return try lancer(
      reglages,
      depart: Depart(
        calendrier: publie,
        prixDePeriode: prixDePeriode,
        prixDeSalle: prixDeSalle,
      ),
      horloge: horloge,
      suivre: suivre,
    )
  }
}

extension CalendrierDExamens {
  /// The same calendar with all parts of one exam in another period, the first in a given room.
  func avec(_ epreuve: Int, a periode: Int, salle: Int?) -> CalendrierDExamens {
    var premiere = true
    return CalendrierDExamens(
      placements: placements.map { p in
        guard p.epreuve == epreuve else { return p }
        defer { premiere = false }
        return Placement(
          epreuve: epreuve,
          candidats: p.candidats,
          periode: periode,
          salle: premiere && p.salle != nil ? salle ?? p.salle : p.salle,
        )
      }
    )
  }
}
