/// The graph of « after », in which a cycle leaves no calendar.
struct OrdreDesEpreuves {
  private let nombre: Int
  /// For each exam, those it comes after, with the rank of the relation that says so.
  private var avant: [Int: [(epreuve: Int, relation: Int)]] = [:]

  init(_ relations: [Relation], nombre: Int) {
    self.nombre = nombre
    for (rang, relation) in relations.enumerated() {
      switch relation {
      case .apres(let a, let b): avant[a, default: []].append((b, rang))
      case .coincidence, .exclusion: continue
      }
    }
  }

  /// The last relation of a cycle, and its exams, if there is one.
  func cycle() -> (relation: Int, epreuves: [Int])? {
    var etat = [UInt8](repeating: 0, count: nombre)
    for depart in avant.keys.sorted() where etat[depart] == 0 {
      var pile = [(depart, 0)]
      etat[depart] = 1
      while let (sommet, suivant) = pile.last {
        let arcs = avant[sommet] ?? []
        guard suivant < arcs.count else {
          etat[sommet] = 2
          pile.removeLast()
          continue
        }
        pile[pile.count - 1].1 += 1
        let arc = arcs[suivant]
        if etat[arc.epreuve] == 1 {
          let chemin = pile.map(\.0)
          let debut = chemin.firstIndex(of: arc.epreuve) ?? 0
          return (arc.relation, Array(chemin[debut...]))
        }
        if etat[arc.epreuve] == 0 {
          etat[arc.epreuve] = 1
          pile.append((arc.epreuve, 0))
        }
      }
    }
    return nil
  }
}
