/// Something that the jury must look at before it decides on a student.
public enum PointAVoir: Hashable, Sendable {
  /// A mark is awaited.
  case incomplete([CodeUE])
  /// An average a little under the threshold that would acquire the UE.
  case limiteUE(CodeUE, moyenne: Fraction)
  /// An average a little under the threshold at which an RCUE compensates.
  case limiteRCUE(CleRCUE, moyenne: Fraction)
  /// An RCUE under the floor of progression (4.5).
  case sousLePlancher(CleRCUE, moyenne: Fraction)
  /// The threshold of absence is reached.
  case absences(NumeroSemestre, bloquees: [CodeUE])
  /// The passage would be refused.
  case passageRefuse(NumeroSemestre)

  /// How far under a threshold an average is worth a look: half a point.
  public static let marge = Decimale(millioniemes: 500_000)

  /// The points of one proposal.
  /// - Parameters:
  ///   - proposition: what the rules propose.
  ///   - reglages: those of the year.
  ///   - marge: what « a little under » means, in points.
  /// - Returns: none where the jury has nothing to look at.
  static func points(
    _ proposition: Proposition,
    _ reglages: Reglages,
    marge: Fraction,
  ) -> [PointAVoir] {
    var points: [PointAVoir] = []
    let incompletes = proposition.ues.filter(\.incomplete).map(\.code)
    if !incompletes.isEmpty { points.append(.incomplete(incompletes)) }
    points += proposition.semestres.filter(\.seuilAtteint).map { semestre in
      let bloquees = proposition.ues.filter { $0.bloquee && $0.code.semestre == semestre.numero }
      return .absences(semestre.numero, bloquees: bloquees.map(\.code))
    }
    if proposition.autorisee == false, let vers = proposition.vers {
      points.append(.passageRefuse(vers))
    }
    let plancher = reglages.nombre(.plancherRCUE)
    let seuil = reglages.nombre(.seuilRCUE)
    for rcue in proposition.rcues where !rcue.valide {
      guard let moyenne = rcue.moyenne else { continue }
      if moyenne < plancher {
        points.append(.sousLePlancher(rcue.cle, moyenne: moyenne))
      } else if moyenne < seuil, moyenne >= seuil - marge {
        points.append(.limiteRCUE(rcue.cle, moyenne: moyenne))
      }
    }
    let seuilUE = reglages.nombre(.seuilUE)
    points += proposition.ues.filter { !$0.acquise && !$0.bloquee }.compactMap { ue in
      guard let moyenne = ue.moyenne, moyenne < seuilUE, moyenne >= seuilUE - marge else {
        return nil
      }
      return .limiteUE(ue.code, moyenne: moyenne)
    }
    return points
  }
}

extension Propositions {
  /// The students that the jury must look at, with why, in the order of the promotion.
  /// - Parameter marge: how far under a threshold an average is still near it, in points.
  /// - Returns: the row of each of them, and at least one point.
  public func aVoir(marge: Decimale) -> [(rang: Int, points: [PointAVoir])] {
    (0..<cohorte.effectif).compactMap { rang in
      let points = PointAVoir.points(
        self[rang],
        cohorte.plan.moteur.reglages,
        marge: Fraction(marge),
      )
      return points.isEmpty ? nil : (rang: rang, points: points)
    }
  }
}
