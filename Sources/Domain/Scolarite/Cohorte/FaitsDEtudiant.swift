/// The facts of a student's year that are not marks.
struct FaitsDEtudiant: Sendable {
  /// The semesters followed, as a mask of ranks.
  var suivis: UInt8 = 0
  /// Those with an « avis contraire » on the 30 % rule.
  var avis: UInt8 = 0
  /// By rank of semester, the rank of the status.
  var statuts: InlineArray<2, UInt8> = [0, 0]
  /// The rank of the bonus.
  var bonus: Int32 = 0
  /// The rank of what earlier years brought; −1 for none.
  var anterieur: Int32 = -1
  /// The rank of what is known of UE otherwise than by marks; −1 for nothing.
  var connues: Int32 = -1
  /// Millionths of an hour, by rank of semester.
  var abi: InlineArray<2, Int64> = [0, 0]
  var abj: InlineArray<2, Int64> = [0, 0]
}

/// A UE whose average comes from elsewhere than marks.
struct UEConnue: Sendable {
  let rang: Int
  /// Granted: acquired with its credits (A37); otherwise the raw average is given.
  let estAccordee: Bool
  /// 0/0 for a UE granted without a mark.
  let moyenne: EntiersDeFraction

  /// `nil` when the value does not fit.
  init?(_ rang: Int, _ connue: SemestreSuivi.MoyenneConnue) {
    let valeur: Fraction?
    switch connue {
    case .moyenne(let moyenne): (estAccordee, valeur) = (false, moyenne)
    case .equivalence(_, let note): (estAccordee, valeur) = (true, note)
    }
    guard let moyenne = EntiersDeFraction(valeur) else { return nil }
    self.rang = rang
    self.moyenne = moyenne
  }
}

/// What one bonus adds to each UE of the curriculum, and to the RCUE.
struct BonusEnColonnes: Sendable {
  let parUE: [EntiersDeFraction]
  let duRCUE: Fraction

  /// `nil` when its points do not fit.
  init?(_ bonus: Bonus, _ plan: Plan) {
    let sport = plan.moteur.pointsDeSport(bonus, plan.anneeBUT)
    var parUE: [EntiersDeFraction] = []
    for ue in plan.programme.ues {
      guard
        let points = EntiersDeFraction(plan.moteur.bonus(ue, bonus, sport: sport).valeur)
      else { return nil }
      parUE.append(points)
    }
    self.parUE = parUE
    duRCUE = plan.moteur.bonusDuRCUE(bonus, sport: sport.valeur)
  }
}

extension Plan {
  /// Whether the absences of a semester reach the threshold of the 30 % rule.
  func seuilAtteint(_ semestre: Int, _ fait: FaitsDEtudiant) -> Bool {
    let heures = fait.abi[semestre] + fait.abj[semestre]
    guard heures > 0, seuils.regle30, article3(fait.statuts[semestre]),
      let limite = limites[semestre]
    else { return false }
    return Fraction(Decimale(millioniemes: heures)) >= limite
  }

  /// What absences do to each semester followed.
  func semestres(_ fait: FaitsDEtudiant) -> [Proposition.SemestrePropose] {
    semestres.indices.filter { fait.suivis & 1 << UInt8($0) != 0 }.map { rang in
      let heures = Decimale(millioniemes: fait.abi[rang])
      let statut = Statut.allCases[Int(fait.statuts[rang])]
      return Proposition.SemestrePropose(
        numero: semestres[rang],
        heuresABI: heures,
        heuresABJ: Decimale(millioniemes: fait.abj[rang]),
        malus: moteur.malus(semestres[rang], heures: heures, statut).valeur,
        seuilAtteint: seuilAtteint(rang, fait),
      )
    }
  }
}
