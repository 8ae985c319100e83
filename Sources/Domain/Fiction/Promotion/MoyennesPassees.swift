internal import Scolarite

/// The averages of a past year, by rank of UE, in hundredths on 20.
struct MoyennesPassees {
  let plan: PlanDAnnee
  private(set) var centiemes: [Int]

  init(_ plan: PlanDAnnee, centiemes: [Int]) {
    self.plan = plan
    self.centiemes = centiemes.map { min(max($0, 0), 2000) }
  }

  /// The UE acquired, directly or by compensation.
  var acquises: Set<Int> {
    Set(centiemes.indices.filter { centiemes[$0] >= 1000 || aLaMoyenne(plan.rcue(de: $0)) })
  }

  /// The mean of an RCUE, rounded down.
  func moyenne(_ rcue: [Int]) -> Int { rcue.reduce(0) { $0 + centiemes[$1] } / rcue.count }

  /// An RCUE of two UE whose mean reaches 10.
  private func aLaMoyenne(_ rcue: [Int]) -> Bool { rcue.count == 2 && moyenne(rcue) >= 1000 }

  /// Whether the averages let the student into the next year (4.5).
  var autoriseLePassage: Bool {
    let moyennes = plan.rcues.map(moyenne)
    return 2 * moyennes.count { $0 >= 1000 } > moyennes.count && moyennes.allSatisfy { $0 >= 800 }
  }

  /// Brings the mean of an RCUE near a value, its UE as far from each other as they were.
  mutating func porter(_ rcue: [Int], a moyenne: Int) {
    let ecart = moyenne - self.moyenne(rcue)
    for ue in rcue { centiemes[ue] = min(max(centiemes[ue] + ecart, 0), 2000) }
  }

  /// The year as a dossier keeps it: averages without marks.
  func annee(
    _ annee: AnneeUniversitaire,
    _ statut: Statut,
    decisions: [DecisionDeJury],
  ) -> AnneeSuivie {
    AnneeSuivie(
      annee: annee,
      anneeBUT: plan.anneeBUT,
      programme: plan.programme,
      semestres: plan.semestres.map { semestre in
        SemestreSuivi(
          numero: semestre.numero,
          statut: statut,
          moyennes: semestre.rangs.mapValues { Self.connues[centiemes[$0]] },
        )
      },
      decisions: decisions,
    )
  }

  /// From 0 to 20, reduced once.
  private static let connues: [SemestreSuivi.MoyenneConnue] = (0...2000).map {
    .moyenne(Fraction(Decimale(milliemes: 10 * $0)))
  }
}

extension Hasard {
  mutating func moyennesPassees(_ plan: PlanDAnnee, _ portrait: Portrait) -> MoyennesPassees {
    let centiemes = plan.competences.map { portrait.aptitudes[$0] + ecart(type: 70) }
    return MoyennesPassees(plan, centiemes: centiemes)
  }

  /// Raises every RCUE that does not reach 10.
  mutating func reussir(_ moyennes: inout MoyennesPassees) {
    for rcue in moyennes.plan.rcues where moyennes.moyenne(rcue) < 1000 {
      moyennes.porter(rcue, a: 1005 + entier(0...80))
    }
  }

  /// Lowers an RCUE below 8 when the averages let the student go on.
  mutating func echouer(_ moyennes: inout MoyennesPassees) {
    guard moyennes.autoriseLePassage else { return }
    moyennes.porter(parmi(moyennes.plan.rcues), a: 500 + entier(0...250))
  }
}
