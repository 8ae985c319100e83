internal import Actes
internal import Scolarite

/// The slots of a semester on which hours counted as a total are spread.
struct Horaire {
  /// Two hours each, at times that the slots of the fiction do not take.
  private let longs: [Instant]
  /// Half an hour each.
  private let courts: [Instant]
  /// How many of the first slots are taken in another order by each student.
  private let bloc: Int
  /// The days of courses; `nil` where any will do.
  private let ouvres: Set<Jour>?

  /// Any day, the same first slots for everybody: as few slots as can be.
  init(_ semestre: NumeroSemestre, _ annee: AnneeUniversitaire) {
    let impair = semestre.valeur % 2 == 1
    let jours = (impair ? 9...12 : 2...6).flatMap { mois in
      (1...28).compactMap { Jour(annee.debut + (impair ? 0 : 1), mois, $0) }
    }
    longs = jours.flatMap { jour in ["10:15", "15:45", "17:45"].compactMap { jour.a($0) } }
    courts = jours.flatMap { jour in
      ["12:30", "13:00", "19:45", "20:15"].compactMap { jour.a($0) }
    }
    bloc = 0
    ouvres = nil
  }

  /// Days of courses only, each student beginning on another one.
  init(_ jours: [Jour]) {
    longs = ["10:15", "15:45", "17:45"].flatMap { heure in jours.compactMap { $0.a(heure) } }
    courts = ["12:30", "13:00", "19:45", "20:15"].flatMap { heure in
      jours.compactMap { $0.a(heure) }
    }
    bloc = jours.count
    ouvres = Set(jours)
  }

  /// The slots of a student: those that are told one by one, then the totals spread.
  func creneaux(_ absences: Absences, rang: Int) -> [Absences.Creneau] {
    let totaux: [(Decimale, Absences.Motif)] = [
      (absences.heuresABI, .injustifiee), (absences.heuresABJ, .justifiee),
    ]
    var creneaux = absences.creneaux.filter { ouvres?.contains($0.debut.jour) ?? true }
    var (long, court) = (0, 0)
    for (total, motif) in totaux {
      var demies = total.millioniemes / 500_000
      while demies > 0 {
        let entier = demies >= 4 && long < longs.count
        guard entier || court < courts.count else { break }
        let debut = entier ? longs[place(long, rang)] : courts[place(court, rang)]
        creneaux.append(.init(debut: debut, heures: entier ? 2 : Decimale.demie, motif: motif))
        (long, court) = entier ? (long + 1, court) : (long, court + 1)
        demies -= entier ? 4 : 1
      }
    }
    return creneaux
  }

  /// The slot that a student takes in that turn.
  private func place(_ tour: Int, _ rang: Int) -> Int {
    tour < bloc ? (tour + rang * Self.pas) % bloc : tour
  }

  /// How many days part the first absences of two students in a row.
  private static let pas = 11
}

extension Jour {
  /// That time of the day.
  func a(_ heure: String) -> Instant? { Instant("\(self)T\(heure)") }
}

extension Decimale {
  fileprivate static let demie = Decimale(enMillioniemes: 500_000) ?? .zero
}
