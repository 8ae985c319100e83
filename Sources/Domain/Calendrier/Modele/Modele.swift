/// A problem compiled to flat tables of numbers: groups of parts that share their period.
///
/// A binary condition or cost between two groups is an edge of a class; a class gives, for both
/// periods, whether they are forbidden and what one student costs.
struct Modele: Sendable {
  let probleme: ProblemeDExamens
  let parties: [Partie]
  /// How many periods; rows of tables are padded to `pas`.
  let periodes: Int
  let pas: Int
  /// Group of each part, and the parts of each group.
  private(set) var groupe: [Int] = []
  private(set) var membres: [[Int]] = []
  /// Cost of each group in each period on its own, and whether it may not be there.
  private(set) var statique: [Int32] = []
  private(set) var interdit: [Bool] = []
  private(set) var liens = Liens()
  /// Suitable rooms of each part, cheapest first, then smallest.
  private(set) var sallesPossibles: [[Int]] = []
  /// Periods for which a part holds its room, by part and first period.
  private(set) var tenues: [Int32] = []
  /// Supervisors that each group needs, and those who are there.
  private(set) var besoins: [Int] = []
  private(set) var presents: [Int] = []
  /// Costs that no calendar avoids: students of exams tied together.
  private(set) var coutFixe = 0
  /// Ranks of exams tied together that share students though that is forbidden.
  private(set) var liesEtIncompatibles: [(Int, Int)] = []

  init(_ probleme: ProblemeDExamens) {
    self.probleme = probleme
    parties = probleme.parties()
    periodes = probleme.periodes.count
    pas = (probleme.periodes.count + 3) & ~3
    (groupe, membres) = Regroupement(probleme, parties).groupes()
    liens = LiensEnCours(self).achever()
    (coutFixe, liesEtIncompatibles) = coutsInternes()
    sallesPossibles = parties.map { sallesPour($0) }
    tenues = tableDesTenues()
    besoins = membres.map { $0.map { parties[$0].besoinDePersonnes }.reduce(0, +) }
    presents = (0..<periodes).map { p in
      probleme.surveillants.count { !$0.indisponible.contains(p) }
    }
    statique = Array(repeating: 0, count: membres.count * pas)
    interdit = Array(repeating: true, count: membres.count * pas)
    remplir()
  }

  var nombreDeGroupes: Int { membres.count }
}

extension Partie {
  var besoinDePersonnes: Int { surveillants.count + renforts }
}

extension Modele {
  private func sallesPour(_ partie: Partie) -> [Int] {
    guard let places = partie.places else { return [] }
    let salles = probleme.salles
    return (probleme.epreuves[partie.epreuve].salles ?? Array(salles.indices))
      .filter { salles[$0].capacite >= places }
      .sorted {
        (salles[$0].penalite, salles[$0].capacite, $0)
          < (salles[$1].penalite, salles[$1].capacite, $1)
      }
  }

  private func tableDesTenues() -> [Int32] {
    parties.flatMap { partie in
      (0..<pas).map { p in
        p < periodes
          ? Int32(probleme.periodesTenues(depuis: p, minutes: partie.tenue)) : 1
      }
    }
  }

  /// What students pay for exams that are always at once.
  private func coutsInternes() -> (Int, [(Int, Int)]) {
    var prix = 0
    var fautes: [(Int, Int)] = []
    for membres in membres where membres.count > 1 {
      for (i, a) in membres.enumerated() {
        for b in membres[(i + 1)...] where parties[a].epreuve != parties[b].epreuve {
          let communs = Set(parties[a].candidats).intersection(parties[b].candidats).count
          guard communs > 0 else { continue }
          if probleme.epreuves[parties[a].epreuve].forme == .projet
            || probleme.epreuves[parties[b].epreuve].forme == .projet
          {
            continue
          }
          if let tarif = probleme.poids.chevauchement {
            prix += tarif * communs
          } else {
            fautes.append((parties[a].epreuve, parties[b].epreuve))
          }
        }
      }
    }
    return (prix, fautes)
  }

  private mutating func remplir() {
    let grandes = probleme.grandesEpreuves()
    let tardives = periodes - min(probleme.poids.chargeFinale.periodes, periodes)
    for g in membres.indices {
      for p in 0..<periodes
      where besoins[g] <= presents[p] && membres[g].allSatisfy({ convient($0, p) }) {
        interdit[g * pas + p] = false
        var prix = 0
        for e in Set(membres[g].map { parties[$0].epreuve }) {
          if p >= tardives, grandes.contains(e) { prix += probleme.poids.chargeFinale.prix }
        }
        for m in membres[g] {
          prix += probleme.periodes[p].penalite
          prix += (probleme.poids.indisponibilite ?? 0) * absents(m, p)
        }
        statique[g * pas + p] = Int32(clamping: prix)
      }
    }
  }

  /// Whether a part may begin in a period, whatever the others do.
  private func convient(_ m: Int, _ p: Int) -> Bool {
    let partie = parties[m]
    let e = probleme.epreuves[partie.epreuve]
    if let permises = e.periodes, !permises.contains(p) { return false }
    guard partie.duree <= probleme.periodes[p].duree else { return false }
    let fin = p + Int(tenues[m * pas + p])
    for s in partie.surveillants
    where probleme.surveillants[s].indisponible.contains(where: { (p..<fin).contains($0) }) {
      return false
    }
    if partie.places != nil {
      let libre = sallesPossibles[m].contains { r in
        !probleme.salles[r].indisponible.contains { (p..<fin).contains($0) }
      }
      guard libre else { return false }
    }
    return probleme.poids.indisponibilite != nil || absents(m, p) == 0
  }

  /// How many candidates of a part declared that they cannot come.
  func absents(_ m: Int, _ p: Int) -> Int {
    parties[m].candidats.count { probleme.estAbsent($0, parties[m], p) }
  }
}

extension ProblemeDExamens {
  /// Ranks of the exams with most candidates, as the front load counts them.
  func grandesEpreuves() -> Set<Int> {
    let ordre = epreuves.indices.sorted {
      (-epreuves[$0].candidats.count, $0) < (-epreuves[$1].candidats.count, $1)
    }
    return Set(ordre.prefix(poids.chargeFinale.epreuves))
  }

  /// Whether a candidate declared a period impossible that this part takes.
  func estAbsent(_ c: Int, _ partie: Partie, _ p: Int) -> Bool {
    guard !candidats[c].indisponible.isEmpty, let minutes = dureePour(c, partie) else {
      return false
    }
    let fin = p + periodesTenues(depuis: p, minutes: minutes)
    return candidats[c].indisponible.contains { (p..<fin).contains($0) }
  }
}
