extension ProblemeDExamens {
  /// A cost below which no calendar can be: what each student and each exam pays at least, alone.
  ///
  /// A student with k exams pays at least the cheapest choice of k periods, found by trying all;
  /// where there are too many choices the bound of fewer exams stands in.
  public func minorant() -> Int {
    var nombre = [Int](repeating: 0, count: candidats.count)
    for e in epreuves where e.forme != .projet {
      for c in e.candidats { nombre[c] += 1 }
    }
    var moindres: [Int: Int] = [:]
    var total = 0
    var precedent = 0
    for k in Set(nombre).sorted() {
      precedent = max(precedent, moindreCout(de: k, auMieux: precedent))
      moindres[k] = precedent
    }
    let certains = chevauchementsCertains()
    for (c, k) in nombre.enumerated() { total += max(moindres[k] ?? 0, certains[c]) }
    let periodeLaMoinsChere = periodes.map(\.penalite).min() ?? 0
    for e in epreuves {
      total += (e.periodes?.map { periodes[$0].penalite }.min() ?? periodeLaMoinsChere)
      guard !salles.isEmpty, e.forme != .projet else { continue }
      total += (e.salles ?? Array(salles.indices)).map { salles[$0].penalite }.min() ?? 0
    }
    return total
  }

  /// For each student, what exams fixed in one period cost at least.
  private func chevauchementsCertains() -> [Int] {
    var resultat = [Int](repeating: 0, count: candidats.count)
    guard let prix = poids.chevauchement else { return resultat }
    var fixees: [[Int]] = Array(repeating: [], count: candidats.count)
    for e in epreuves where e.forme == .ecrit {
      guard let permises = e.periodes, Set(permises).count == 1 else { continue }
      for c in e.candidats { fixees[c].append(permises[0]) }
    }
    for (c, periodes) in fixees.enumerated() {
      for (i, p) in periodes.enumerated() {
        resultat[c] += prix * periodes[(i + 1)...].count { $0 == p }
      }
    }
    return resultat
  }

  /// The least that one student with so many exams pays, knowing a lower bound of it.
  private func moindreCout(de nombre: Int, auMieux plancher: Int) -> Int {
    if nombre > periodes.count {
      // Some exams are at once: forbidden, or paid.
      return (poids.chevauchement ?? 0) * (nombre - periodes.count)
    }
    guard nombre > 1 else { return 0 }
    var recherche = MoindreCout(self, nombre)
    return recherche.resoudre(plancher) ?? plancher
  }
}

/// Tries all choices of periods for one student, leaving those that already cost too much.
private struct MoindreCout {
  private let probleme: ProblemeDExamens
  private let nombre: Int
  private var choix: [Int] = []
  private var moindre = Int.max
  private var essais = 300_000

  init(_ probleme: ProblemeDExamens, _ nombre: Int) {
    self.probleme = probleme
    self.nombre = nombre
  }

  /// The least cost; nil when there are too many choices to know.
  mutating func resoudre(_ plancher: Int) -> Int? {
    // One clash may be cheaper than any choice of different periods.
    moindre = probleme.poids.chevauchement ?? Int.max
    explorer(0, 0, plancher)
    return essais > 0 || moindre <= plancher ? moindre : nil
  }

  private mutating func explorer(_ p: Int, _ cout: Int, _ plancher: Int) {
    essais -= 1
    if cout >= moindre || moindre <= plancher || essais <= 0 { return }
    if choix.count == nombre {
      moindre = cout
      return
    }
    guard probleme.periodes.count - p >= nombre - choix.count else { return }
    var ajout = 0
    for q in choix {
      ajout += probleme.poids.prixDeLaPaire(
        p,
        q,
        memeJour: probleme.jours[p] == probleme.jours[q],
      )
    }
    if let plafond = probleme.poids.plafondParJour {
      let deja = choix.count { probleme.jours[$0] == probleme.jours[p] }
      if deja >= plafond.nombre { ajout += plafond.prix }
    }
    choix.append(p)
    explorer(p + 1, cout + ajout, plancher)
    choix.removeLast()
    explorer(p + 1, cout, plancher)
  }
}
