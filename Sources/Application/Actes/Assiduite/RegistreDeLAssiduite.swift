public import Scolarite

/// Slots, attendance and the documents that justify absences.
public protocol RegistreDeLAssiduite {
  func seance(_ id: Identifiant<Seance>) throws -> Seance?
  /// The slots of a promotion, the first to the last.
  func seances(_ promotion: Identifiant<Promotion>) throws -> [Seance]
  func ajouter(_ seances: [Seance], _ ecriture: Ecriture) throws
  /// Takes away a slot without attendance.
  func supprimer(_ seance: Identifiant<Seance>, _ ecriture: Ecriture) throws

  func presences(_ seance: Identifiant<Seance>) throws -> [Presence]
  func presence(_ seance: Identifiant<Seance>, _ etudiant: Identifiant<Etudiant>) throws
    -> Presence?
  /// What was seen of a student in every promotion, the first slot to the last.
  func presences(etudiant: Identifiant<Etudiant>) throws -> [PresenceSituee]
  /// Lends every absence of a promotion, student by student, the first slot to the last.
  func absences(
    promotion: Identifiant<Promotion>,
    _ corps: (PresenceSituee) throws -> Void,
  ) throws
  /// The same for one student.
  func absences(
    etudiant: Identifiant<Etudiant>,
    promotion: Identifiant<Promotion>,
    _ corps: (PresenceSituee) throws -> Void,
  ) throws
  /// Writes what was seen where nothing stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ presence: Presence, _ ecriture: Ecriture) throws -> Bool

  func justificatif(_ id: Identifiant<Justificatif>) throws -> Justificatif?
  func justificatifs(etudiant: Identifiant<Etudiant>) throws -> [Justificatif]
  /// Those of the students enrolled in a promotion, in the order of their numbers.
  func justificatifs(promotion: Identifiant<Promotion>) throws -> [Justificatif]
  func ajouter(_ justificatif: Justificatif, _ ecriture: Ecriture) throws
  /// Replaces what became of it.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ justificatif: Justificatif, _ ecriture: Ecriture) throws -> Bool
}

/// The absences of a student in a promotion, as results depend on them.
public struct AbsencesDEtudiant: Hashable, Sendable {
  public var parSemestre: [NumeroSemestre: [Absences.Creneau]] = [:]
  /// Those of days that no semester of the calendar holds: no result counts them.
  public var horsSemestre: [Absences.Creneau] = []

  public init() {}
}

extension RegistreDeLAssiduite where Self: RegistreDeLaStructure {
  /// The absences of every student of a promotion who has some.
  public func absences(_ promotion: Promotion) throws -> [Identifiant<Etudiant>: AbsencesDEtudiant]
  {
    let semestres = try semestresDates(promotion)
    var toutes: [Identifiant<Etudiant>: AbsencesDEtudiant] = [:]
    try absences(promotion: promotion.id) { absence in
      toutes[absence.presence.etudiant, default: AbsencesDEtudiant()]
        .ajouter(absence.creneau, semestres)
    }
    return toutes
  }

  /// The absences of a student in a promotion.
  public func absences(_ etudiant: Identifiant<Etudiant>, _ promotion: Promotion) throws
    -> AbsencesDEtudiant
  {
    let semestres = try semestresDates(promotion)
    var siennes = AbsencesDEtudiant()
    try absences(etudiant: etudiant, promotion: promotion.id) { absence in
      siennes.ajouter(absence.creneau, semestres)
    }
    return siennes
  }

  /// The semesters of the year of the BUT that the promotion follows, with their days.
  private func semestresDates(_ promotion: Promotion) throws -> [SemestreDate] {
    try annee(promotion.annee)?.periodes.compactMap { periode in
      guard case .semestre(let numero) = periode.nature, numero.annee == promotion.anneeBUT else {
        return nil
      }
      return SemestreDate(numero: numero, debut: periode.debut, fin: periode.fin)
    } ?? []
  }
}

/// The first and the last day of a semester.
private struct SemestreDate {
  let numero: NumeroSemestre
  let debut: Jour
  let fin: Jour
}

extension AbsencesDEtudiant {
  fileprivate mutating func ajouter(_ creneau: Absences.Creneau?, _ semestres: [SemestreDate]) {
    guard let creneau else { return }
    let jour = creneau.debut.jour
    if let semestre = semestres.first(where: { $0.debut <= jour && jour <= $0.fin }) {
      parSemestre[semestre.numero, default: []].append(creneau)
    } else {
      horsSemestre.append(creneau)
    }
  }
}

extension PresenceSituee {
  /// The slot missed, as results count it; `nil` where the student was there.
  fileprivate var creneau: Absences.Creneau? {
    guard presence.estUneAbsence, let heures = Seance.heures(minutes: minutesManquees) else {
      return nil
    }
    let motif: Absences.Motif =
      switch presence.justification {
      case .aucune: .injustifiee
      case .abj: .justifiee
      case .iti(let declaree): .indisponibilite(declaree: declaree)
      }
    return Absences.Creneau(debut: debut, heures: heures, motif: motif)
  }
}
