/// Resit sessions of an IUT that does not exist, made from a seed.
///
/// A calendar is drawn first, then exams, rooms and students that it suits: it is hidden in the
/// problem, so that one without any clash is known to exist.
public struct SessionFictive: Sendable {
  public var formations = 12
  public var inscrits = 1_500
  public var epreuves = 220
  public var salles = 25
  public var jours = 3
  public var periodesParJour = 4
  /// Students enrolled in two exams that others fixed in one period: as many clashes are certain.
  public var contraries = 0

  public init() {}

  /// The problem, with clashes at a price, and the calendar hidden in it.
  public func tirer(graine: UInt64) throws(ProblemeDExamens.Faute) -> (
    probleme: ProblemeDExamens, cache: [Int]
  ) {
    var alea = Alea(graine: graine)
    let nombre = jours * periodesParJour
    // Exams of one formation go round the periods, so that each has some in all of them.
    let cache = (0..<epreuves).map { e in
      (e / formations + (e % formations) * 5) % nombre
    }
    let candidats = (0..<inscrits).map { candidat($0, &alea) }
    var listes = inscriptions(cache, &alea)
    let fixees = contrarier(&listes, cache, &alea)
    let epreuves = (0..<epreuves).map { e in
      Epreuve(
        nom: "R\(e / formations + 1).\(e % formations + 1)",
        duree: [60, 90, 90, 120][alea.rang(4)],
        candidats: listes[e],
        sallesAuPlus: 3,
        periodes: fixees.contains(e) ? [cache[e]] : nil,
        surveillantsParSalle: 1,
        intitule: "Ressource \(e / formations + 1)",
        formation: "Formation \(e % formations + 1)",
      )
    }
    let probleme = try ProblemeDExamens(
      epreuves: epreuves,
      periodes: periodes,
      salles: sallesFictives(),
      candidats: candidats,
      surveillants: (0..<90).map { Surveillant(nom: "Surveillant \($0 + 1)") },
      poids: .deSession,
      horaire: .parHeure,
    )
    return (probleme, cache)
  }

  private var periodes: [Periode] {
    (0..<jours).flatMap { jour in
      (0..<periodesParJour).map { k in
        // Gaps of 45 minutes: extra time of a two-hour exam ends before the next period.
        Periode(date: date(jour), debut: (8 * 60 + k * 165) * 60, duree: 120)
      }
    }
  }

  /// From Monday 6 July 2026 on, weekends included.
  private func date(_ jour: Int) -> String {
    jour < 26 ? "2026-07-\(jour < 4 ? "0" : "")\(6 + jour)" : "jour \(jour + 1)"
  }

  private func sallesFictives() -> [Salle] {
    (0..<salles).map { r in
      Salle(nom: "Salle \(r + 1)", capacite: r == 0 ? 120 : [16, 24, 30, 45, 60][r % 5])
    }
  }

  private func candidat(_ rang: Int, _ alea: inout Alea) -> Candidat {
    let amenage = alea.rang(20) == 0
    return Candidat(
      nom: "\(22_400_001 + rang)",
      majoration: amenage ? .tiersTemps : .aucune,
      installation: amenage && alea.rang(3) == 0 ? .aPart : .commune,
      identite: "Étudiant \(rang + 1)",
    )
  }

  /// For each exam, its candidates: a few of their formation, in different hidden periods.
  private func inscriptions(_ cache: [Int], _ alea: inout Alea) -> [[Int]] {
    var listes: [[Int]] = Array(repeating: [], count: epreuves)
    for c in 0..<inscrits {
      let formation = c % formations
      let possibles = (0..<epreuves).filter { $0 % formations == formation }
      let voulues = 1 + alea.rang(4)
      var prises: Set<Int> = []
      var tranches: Set<Int> = []
      for _ in 0..<(voulues * 4) where prises.count < voulues {
        let e = possibles[alea.rang(possibles.count)]
        if tranches.insert(cache[e]).inserted { prises.insert(e) }
      }
      for e in prises.sorted() { listes[e].append(c) }
    }
    return listes
  }

  /// Gives some students two exams at once, and returns the exams so fixed.
  private func contrarier(
    _ listes: inout [[Int]],
    _ cache: [Int],
    _ alea: inout Alea,
  ) -> Set<Int> {
    var fixees: Set<Int> = []
    for c in 0..<min(contraries, inscrits) {
      for e in listes.indices { listes[e].removeAll { $0 == c } }
      let premiere = alea.rang(epreuves)
      let autres = (0..<epreuves).filter { $0 != premiere && cache[$0] == cache[premiere] }
      guard !autres.isEmpty else { continue }
      let seconde = autres[alea.rang(autres.count)]
      for e in [premiere, seconde] {
        listes[e].append(c)
        fixees.insert(e)
      }
    }
    return fixees
  }
}
