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
  /// judged by the rules.
  /// - Parameters:
  ///   - objectif: what is to be reached.
  ///   - pas: the step of marks: a hundredth, a quarter of a point. It divides 20.
  /// - Returns: the set and its marks, or why there is none.
  public func moindreEnsemble(_ objectif: Objectif, pas: Decimale) -> Reponse {
    guard !objectif.estAtteint(depart) else { return .dejaAtteint }
    guard !epreuves.isEmpty else { return .aucuneEpreuve }
    let crans = Crans(pas)
    let toutes = Array(epreuves.indices)
    guard atteint(objectif, toutes, crans.plafond) else {
      return .impossible(motifs(objectif, toutes.map { ($0, crans.plafond) }))
    }
    var trouve = plusPetit(objectif, crans.plafond)
    var (bas, haut) = (-1, crans.nombre)
    while haut - bas > 1 {
      let milieu = (bas + haut) / 2
      if let ensemble = ensemble(objectif, crans.note(milieu), taille: trouve.count) {
        (trouve, haut) = (ensemble, milieu)
      } else {
        bas = milieu
      }
    }
    return reponse(objectif, trouve.sorted(), haut, crans)
  }

  private func reponse(
    _ objectif: Objectif,
    _ ensemble: [Int],
    _ cran: Int,
    _ crans: Crans,
  ) -> Reponse {
    let note = crans.note(cran)
    let demandees = ensemble.map { test in
      let autres = ensemble.filter { $0 != test }.map { ($0, note) }
      let moins = crans.premier { estAtteint(objectif, autres + [(test, $0)]) }
      return MoindreEnsemble.EpreuveDemandee(
        epreuve: epreuves[test],
        auMoins: crans.note(moins ?? cran).valeur,
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

  /// A smallest set that does with that mark; one exists.
  private func plusPetit(_ objectif: Objectif, _ note: Note) -> [Int] {
    for taille in 1...epreuves.count {
      if let ensemble = ensemble(objectif, note, taille: taille) { return ensemble }
    }
    return Array(epreuves.indices)
  }

  /// A set of that size that does with that mark at each.
  private func ensemble(_ objectif: Objectif, _ note: Note, taille: Int) -> [Int]? {
    for exigences in exigences(objectif) {
      let (couverture, obligatoires) = couverture(exigences, note: note.surVingt)
      guard obligatoires.count <= taille else { continue }
      let places = taille - obligatoires.count
      let trouve = couverture.premiere(places, avec: obligatoires) { ensemble in
        atteint(objectif, ensemble, note)
      }
      if let trouve { return trouve }
    }
    return nil
  }

  private func atteint(_ objectif: Objectif, _ ensemble: [Int], _ note: Note) -> Bool {
    estAtteint(objectif, ensemble.map { ($0, note) })
  }

  /// Whether the objective is reached with those marks, each at the test of that rank.
  public func estAtteint(_ objectif: Objectif, _ notes: [(epreuve: Int, note: Note)]) -> Bool {
    objectif.estAtteint(etat(notes))
  }

  /// The grounds of the objective, under those marks.
  func motifs(_ objectif: Objectif, _ notes: [(epreuve: Int, note: Note)]) -> [Preuve] {
    motive(notes).preuves(objectif)
  }
}

extension Situation {
  /// Whether marks may go by that step: at least a hundredth, and 20 is a whole number of them.
  public static func admet(pas: Decimale) -> Bool {
    pas.millioniemes >= 10_000 && Decimale(20).millioniemes % pas.millioniemes == 0
  }
}

/// The marks from 0 to 20, one step after another.
struct Crans {
  let pas: Decimale
  /// The rank of 20.
  let nombre: Int

  /// - Parameter pas: at least a hundredth; 20 is a whole number of them.
  init(_ pas: Decimale) {
    precondition(Situation.admet(pas: pas), "the step of marks does not divide 20")
    self.pas = pas
    nombre = Int(Decimale(20).millioniemes / pas.millioniemes)
  }

  /// The mark of a rank, from 0 to `nombre`.
  func note(_ cran: Int) -> Note {
    guard let note = Note(Decimale(millioniemes: Int64(cran) * pas.millioniemes)) else {
      preconditionFailure("a rank of a mark lies between 0 and 20")
    }
    return note
  }

  var plafond: Note { note(nombre) }

  /// The first mark that does, where every higher mark does too; `nil` when 20 does not.
  func premier(_ fait: (Note) -> Bool) -> Int? {
    guard fait(plafond) else { return nil }
    var (bas, haut) = (-1, nombre)
    while haut - bas > 1 {
      let milieu = (bas + haut) / 2
      if fait(note(milieu)) { haut = milieu } else { bas = milieu }
    }
    return haut
  }
}
