/// Calendars of sessions 2, and the day of their exams.
public protocol RegistreDuCalendrierDeSession2 {
  func lieuxDeSession2(_ campagne: Identifiant<Campagne>) throws -> LieuxDeSession2?
  /// Writes rooms and hours where none stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ lieux: LieuxDeSession2, _ ecriture: Ecriture) throws -> Bool

  /// The versions of the calendar, the first to the last.
  func calendriersDeSession2(_ campagne: Identifiant<Campagne>) throws -> [CalendrierDeSession2]
  func ajouter(_ calendrier: CalendrierDeSession2, _ ecriture: Ecriture) throws
  /// - Returns: whether the version was still the one given.
  func remplacer(_ calendrier: CalendrierDeSession2, _ ecriture: Ecriture) throws -> Bool

  func ajouter(_ changement: ConvocationChangee, _ ecriture: Ecriture) throws
  /// What publications changed for a student, the last first.
  func convocationsChangees(
    _ etudiant: Identifiant<Etudiant>,
    _ campagne: Identifiant<Campagne>,
  ) throws -> [ConvocationChangee]

  /// In the order in which they were declared.
  func contraintesDeSession2(_ campagne: Identifiant<Campagne>) throws -> [ContrainteDeSession2]
  func contrainteDeSession2(_ id: Identifiant<ContrainteDeSession2>) throws
    -> ContrainteDeSession2?
  func ajouter(_ contrainte: ContrainteDeSession2, _ ecriture: Ecriture) throws
  func retirer(_ contrainte: Identifiant<ContrainteDeSession2>, _ ecriture: Ecriture) throws

  /// In the order in which they were made.
  func signalementsDeSession2(_ campagne: Identifiant<Campagne>) throws -> [SignalementDeSession2]
  func signalementDeSession2(_ id: Identifiant<SignalementDeSession2>) throws
    -> SignalementDeSession2?
  func ajouter(_ signalement: SignalementDeSession2, _ ecriture: Ecriture) throws
  /// - Returns: whether the version was still the one given.
  func remplacer(_ signalement: SignalementDeSession2, _ ecriture: Ecriture) throws -> Bool

  /// The seed from which seats are drawn; `nil` while they are not.
  func tirageDesPlaces(_ campagne: Identifiant<Campagne>) throws -> UInt64?
  /// Over the seed before, where there is one.
  func tirerLesPlaces(_ campagne: Identifiant<Campagne>, graine: UInt64, _ ecriture: Ecriture)
    throws

  /// Who signed in at an exam, in the order of students.
  func emargementsDeSession2(_ campagne: Identifiant<Campagne>) throws -> [EmargementDeSession2]
  /// Writes what is noted of a student where nothing stood (version 1) or over the version before.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ emargement: EmargementDeSession2, _ ecriture: Ecriture) throws -> Bool
}
