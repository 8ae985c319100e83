/// Which parts must share their period: those of one exam, and those of coincident exams.
struct Regroupement {
  private let parties: [Partie]
  private var pere: [Int]

  init(_ probleme: ProblemeDExamens, _ parties: [Partie]) {
    self.parties = parties
    pere = Array(parties.indices)
    var premiere = [Int](repeating: -1, count: probleme.epreuves.count)
    for (m, partie) in parties.enumerated() {
      if premiere[partie.epreuve] < 0 { premiere[partie.epreuve] = m }
      if probleme.epreuves[partie.epreuve].forme == .ecrit { unir(premiere[partie.epreuve], m) }
    }
    for relation in probleme.relations {
      switch relation {
      case .coincidence(let a, let b):
        // As the benchmark has it: exams that share students are not tied.
        let communs = Set(probleme.epreuves[a].candidats)
        if communs.isDisjoint(with: probleme.epreuves[b].candidats) {
          unir(premiere[a], premiere[b])
        }
      case .exclusion, .apres: continue
      }
    }
  }

  private mutating func unir(_ a: Int, _ b: Int) {
    let (x, y) = (racine(a), racine(b))
    pere[max(x, y)] = min(x, y)
  }

  private func racine(_ m: Int) -> Int {
    var m = m
    while pere[m] != m { m = pere[m] }
    return m
  }

  /// The group of each part and the parts of each group.
  func groupes() -> (groupe: [Int], membres: [[Int]]) {
    var groupe = [Int](repeating: -1, count: parties.count)
    var membres: [[Int]] = []
    for m in parties.indices {
      let r = racine(m)
      if r == m {
        groupe[m] = membres.count
        membres.append([])
      } else {
        groupe[m] = groupe[r]
      }
      membres[groupe[m]].append(m)
    }
    return (groupe, membres)
  }
}
