public import Scolarite

/// What in the state of things keeps an act from happening.
public enum Etat: Hashable, Sendable {
  /// The evaluation is locked: its marks are those of the jury.
  case evaluationVerrouillee
  case evaluationDejaPubliee
  case evaluationNonPubliee
  /// Marks stand there: what they depend on cannot be taken away.
  case evaluationNotee(Int)
  /// A name already taken, in the same place.
  case nomDejaPris(String)
  /// An identifier (INE, NIP, login) already borne by somebody else.
  case identifiantDejaPris(String)
  /// The student is not enrolled there, or is no longer.
  case etudiantNonInscrit
  case dejaInscrit
  case inscriptionTerminee(Jour)
  /// Somebody who is enrolled at present is not erased unless it is asked knowingly.
  case inscriptionEnCours
  /// A curriculum or a règlement is fixed one month after the year began (L. 613-1).
  case figeDepuis(Jour)
  /// The curriculum does not hold that module.
  case moduleInconnu(String)
  /// A day out of the period where it must lie.
  case horsPeriode(du: Jour, au: Jour)
  /// A reason is required.
  case motifManquant
  /// The base is already in use, where an empty one is needed.
  case baseNonVide
  /// The last administrator cannot be removed.
  case dernierAdministrateur
  /// No règlement is in force for that year.
  case aucunReglement
}
