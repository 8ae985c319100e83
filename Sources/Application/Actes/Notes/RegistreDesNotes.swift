/// Tests and marks.
public protocol RegistreDesNotes {
  func evaluation(_ id: Identifiant<EvaluationDeModule>) throws -> EvaluationDeModule?
  /// The tests of a promotion, in the order of their numbers.
  func evaluations(_ promotion: Identifiant<Promotion>) throws -> [EvaluationDeModule]
  /// How many students sit each test of a promotion, and for how many something stands.
  func avancement(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<EvaluationDeModule>: (attendus: Int, saisies: Int)]
  func ajouter(_ evaluations: [EvaluationDeModule], _ ecriture: Ecriture) throws
  /// Replaces what is planned.
  /// - Returns: whether the version was still the one given.
  func remplacer(_ evaluation: EvaluationDeModule, _ ecriture: Ecriture) throws -> Bool
  /// How many slots and incidents refer to a test.
  func citations(_ evaluation: Identifiant<EvaluationDeModule>) throws
    -> (seances: Int, incidents: Int)
  /// Takes away a test without marks.
  func supprimer(_ evaluation: Identifiant<EvaluationDeModule>, _ ecriture: Ecriture) throws

  func note(_ evaluation: Identifiant<EvaluationDeModule>, _ etudiant: Identifiant<Etudiant>) throws
    -> NoteSignee?
  func notes(_ evaluation: Identifiant<EvaluationDeModule>) throws -> [NoteInscrite]
  /// Lends every mark of a promotion, in any order.
  func notes(
    promotion: Identifiant<Promotion>,
    _ corps: (NoteInscrite) throws -> Void,
  ) throws
  /// How many students of a promotion who have not left have something that stands, test by test.
  func saisies(promotion: Identifiant<Promotion>) throws -> [Identifiant<EvaluationDeModule>: Int]
  func notes(etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) throws
    -> [NoteInscrite]
  /// The marks of a student as they stood at a moment.
  func notes(etudiant: Identifiant<Etudiant>, a horodatage: Horodatage) throws -> [NoteSignee]
  /// Everything that stood for a student at a test, the first to the last.
  func histoire(
    _ evaluation: Identifiant<EvaluationDeModule>,
    _ etudiant: Identifiant<Etudiant>,
  ) throws -> [NoteSignee]

  /// Writes a mark where none stood (version 1) or over the version before, which is kept.
  /// - Returns: whether the version before was still the last.
  func ecrire(_ note: NoteInscrite, _ ecriture: Ecriture) throws -> Bool
  /// Writes marks where none stood, in bulk, in the order of tests and students.
  func charger(_ notes: [NoteInscrite], _ ecriture: Ecriture) throws
  /// The digest that the journal keeps of marks written together.
  func empreinte(_ notes: [NoteInscrite]) -> String
}
