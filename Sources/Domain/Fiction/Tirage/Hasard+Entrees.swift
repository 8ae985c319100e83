public import Scolarite

/// How far a draw goes from what a real semester looks like.
public enum Etrangete: Sendable {
  /// Nothing is awaited: every average can be computed.
  case complete
  /// Everything that the types allow, mixed.
  case entiere
}

extension Hasard {
  /// Mostly a mark near 10, on 20 or on an odd scale, and now and then what stands for one.
  public mutating func entree(_ etrangete: Etrangete = .entiere) -> Entree {
    let sort = entier(1...100)
    if etrangete == .entiere, sort <= 8 {
      return parmi([
        .absenceInjustifiee, .absenceInjustifiee, .absenceInjustifiee, .enAttente,
        .absenceJustifiee, .sansObjet("DEM"), .sansObjet("DEF"),
      ])
    }
    if sort <= 16 { return neutralisee() }
    if sort <= 18 { return .nulle }
    let note = note()
    return sort <= 24 ? .rattrapee(note) : .note(note)
  }

  private mutating func neutralisee() -> Entree {
    parmi([.excuse, .indisponibilite, .sansRattrapage(motif: "refus")])
  }

  /// A mark, often within two points of 10 out of 20, whatever its scale.
  private mutating func note() -> Note {
    let bareme: Decimale =
      chance(surCent: 70) ? 20 : parmi([7, 13, 15, 33, 10, 40, Decimale(milliemes: 12_500)])
    let milliemes = Int(bareme.millioniemes / 1000)
    let pas = parmi([250, 250, 250, 500, 100, 1])
    let plage = chance(surCent: 60) ? milliemes * 2 / 5...milliemes * 3 / 5 : 0...milliemes
    let valeur = chance(surCent: 3) ? parmi([0, milliemes]) : entier(plage) / pas * pas
    guard let note = Note(Decimale(milliemes: valeur), sur: bareme) else {
      preconditionFailure("a mark is drawn within its scale")
    }
    return note
  }

  /// One to four tests; coefficients mostly in quarters, some zero, some with three decimals.
  public mutating func evaluations(_ etrangete: Etrangete = .entiere) -> [Evaluation] {
    let neutralisees = etrangete == .entiere && chance(surCent: 2)
    return (1...entier(1...4)).map { rang in
      let entree = neutralisees ? neutralisee() : entree(etrangete)
      return Evaluation(nom: "E\(rang)", entree: entree, coefficient: poids(etrangete))
    }
  }

  private mutating func poids(_ etrangete: Etrangete) -> Decimale {
    let sort = entier(1...100)
    if etrangete == .entiere, sort <= 4 { return .zero }
    return sort <= 8 ? Decimale(milliemes: entier(1...3999)) : quarts(1...12)
  }
}
