/// The edges between groups, sorted by group then neighbour, and their classes.
struct Liens: Sendable {
  /// First edge of each group, and one past the last.
  var debut: [Int] = []
  var voisin: [Int32] = []
  var poids: [Int32] = []
  var classe: [Int32] = []
  var classes: [ClasseDeLien] = []
  /// For each class, 1 where both periods are forbidden: class, own period, that of the other.
  var interdits: [Int16] = []
  /// For each class, the cost of one student: class, own period, that of the other.
  var prix: [Int32] = []
}

/// What an edge asks of the periods of its two groups.
struct ClasseDeLien: Hashable, Sendable {
  enum Nature: Hashable, Sendable {
    /// Not at once.
    case incompatible
    /// Not at once, at a price for each student.
    case chevauchement
    /// This group later than the other, or the other way round.
    case apres
    case avant
  }

  let nature: Nature
  /// Minutes for which this group and the other take those who are common to both.
  let minutes: Int
  let minutesDeLAutre: Int

  /// The same edge seen from the other end.
  var inverse: ClasseDeLien {
    let nature: Nature =
      switch self.nature {
      case .incompatible: .incompatible
      case .chevauchement: .chevauchement
      case .apres: .avant
      case .avant: .apres
      }
    return ClasseDeLien(nature: nature, minutes: minutesDeLAutre, minutesDeLAutre: minutes)
  }

  /// Whether it forbids the same period and nothing else.
  var estSimple: Bool { nature == .incompatible && minutes == 0 && minutesDeLAutre == 0 }

  func interdit(_ probleme: ProblemeDExamens, _ p: Int, _ q: Int) -> Bool {
    switch nature {
    case .incompatible: recouvre(probleme, p, q)
    case .chevauchement: false
    case .apres: p <= q || recouvre(probleme, p, q)
    case .avant: p >= q || recouvre(probleme, p, q)
    }
  }

  func prix(_ probleme: ProblemeDExamens, _ p: Int, _ q: Int) -> Int {
    let poids = probleme.poids
    var prix = poids.prixDeLaPaire(p, q, memeJour: probleme.jours[p] == probleme.jours[q])
    if nature == .chevauchement, recouvre(probleme, p, q) { prix += poids.chevauchement ?? 0 }
    return prix
  }

  private func recouvre(_ probleme: ProblemeDExamens, _ p: Int, _ q: Int) -> Bool {
    probleme.seRecouvrent(p, minutes: minutes, q, minutes: minutesDeLAutre)
  }
}
