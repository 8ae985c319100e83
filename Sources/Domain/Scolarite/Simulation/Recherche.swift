/// The search of a least set for one objective: bounds choose what is tried, then it is judged: in
/// columns where the year fits, by the rules themselves otherwise.
///
/// What bounds need is made once; a mark that bounds refuse is never tried. A class, for its parts
/// are many and each trial would copy them.
final class Recherche {
  private let situation: Situation
  private let objectif: Objectif
  private let crans: Crans
  private let voies: [Voie]
  private let juge: JugeEnColonnes?

  init(_ situation: Situation, _ objectif: Objectif, _ crans: Crans) {
    self.situation = situation
    self.objectif = objectif
    self.crans = crans
    juge = JugeEnColonnes(situation)
    var besoins: [Exigence: Manque] = [:]
    voies = situation.exigences(objectif).map { exigences in
      let siens = exigences.map { exigence in
        let besoin = besoins[exigence] ?? Manque(exigence, situation)
        besoins[exigence] = besoin
        return besoin
      }
      return Voie(siens, situation.epreuves)
    }.filter(\.estPossible)
  }

  /// A smallest set, among those one with the lowest mark, and the rank of the mark.
  ///
  /// 20 at every test reaches the objective.
  func moindre() -> (ensemble: [Int], cran: Int) {
    var (trouve, haut) = (plusPetit, crans.nombre)
    let taille = trouve.count
    let bas = premier(jusqua: haut) { peutSuffire($0, taille) }
    var refuse = bas - 1
    var pas = 1
    while haut - refuse > 1 {
      // From the bound up by growing steps, then by halves once a set is found.
      let essai = haut == crans.nombre ? min(refuse + pas, haut - 1) : (refuse + haut) / 2
      if let ensemble = ensemble(essai, taille) {
        (trouve, haut) = (ensemble, essai)
      } else {
        refuse = essai
        pas *= 4
      }
    }
    return (trouve, haut)
  }

  /// The least mark at one test of a set while the others have theirs.
  func auMoins(_ test: Int, parmi ensemble: [Int], _ cran: Int) -> Int {
    var notes = Array(repeating: crans.nano(cran), count: situation.epreuves.count)
    let borne = premier(jusqua: cran) { essai in
      notes[test] = crans.nano(essai)
      return voies.contains { $0.suffisent(ensemble, notes) }
    }
    let autres = ensemble.filter { $0 != test }.map { ($0, crans.note(cran)) }
    func suffit(_ essai: Int) -> Bool {
      estAtteint(autres + [(test, crans.note(essai))])
    }
    if suffit(borne) { return borne }
    return borne + 1 + premier(jusqua: cran - borne - 1) { suffit(borne + 1 + $0) }
  }

  /// Whether the objective is reached with those marks.
  private func estAtteint(_ notes: [(epreuve: Int, note: Note)]) -> Bool {
    juge?.estAtteint(objectif, notes) ?? situation.estAtteint(objectif, notes)
  }

  /// The first rank that does, where every higher one does too and the last one is known to.
  private func premier(jusqua dernier: Int, _ fait: (Int) -> Bool) -> Int {
    var (bas, haut) = (-1, dernier)
    while haut - bas > 1 {
      let milieu = (bas + haut) / 2
      if fait(milieu) { haut = milieu } else { bas = milieu }
    }
    return haut
  }

  /// A smallest set that does with 20 at each of its tests.
  private var plusPetit: [Int] {
    for taille in 1...situation.epreuves.count {
      if let ensemble = ensemble(crans.nombre, taille) { return ensemble }
    }
    return Array(situation.epreuves.indices)
  }

  /// Whether bounds leave room for a set of that size with that mark.
  private func peutSuffire(_ cran: Int, _ taille: Int) -> Bool {
    voies.contains { voie in
      voie.couverture(crans.nano(cran), taille: taille)?.premiere { _ in true } != nil
    }
  }

  /// A set of that size that does with that mark at each.
  private func ensemble(_ cran: Int, _ taille: Int) -> [Int]? {
    let note = crans.note(cran)
    for voie in voies {
      let couverture = voie.couverture(crans.nano(cran), taille: taille)
      let trouve = couverture?.premiere { ensemble in
        estAtteint(ensemble.map { ($0, note) })
      }
      if let trouve { return trouve }
    }
    return nil
  }
}
