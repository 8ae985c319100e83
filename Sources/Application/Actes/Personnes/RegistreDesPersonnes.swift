public import Scolarite

/// Everything that is kept about a person, and its end.
public protocol RegistreDesPersonnes {
  /// Everything about a student, as JSON; but for disciplinary procedures, where they are not asked
  /// for.
  func toutSur(_ etudiant: Identifiant<Etudiant>, discipline: Bool, handicap: Bool) throws
    -> String
  /// Empties what names a student, the number and the marks remaining.
  /// - Returns: how many contents of the journal are gone.
  func effacer(_ etudiant: Identifiant<Etudiant>, _ ecriture: Ecriture) throws -> Int
  /// Empties the account of an incident, there and in the journal.
  func effacer(_ incident: Identifiant<Incident>, _ ecriture: Ecriture) throws
  /// Takes away the papers of an incident that were handed over, and empties what the journal says of
  /// those and of who read it; of one student, or of all.
  func effacerLesPapiers(
    _ incident: Identifiant<Incident>,
    de etudiant: Identifiant<Etudiant>?,
    _ ecriture: Ecriture,
  ) throws
  /// Empties what names a user who may no longer sign in.
  func effacer(_ utilisateur: Identifiant<Utilisateur>, _ ecriture: Ecriture) throws

  func conservations() throws -> [Conservation]
  func fixer(_ conservation: Conservation, _ ecriture: Ecriture) throws
  func lever(_ categorie: Conservation.Categorie, _ ecriture: Ecriture) throws
  /// The students who are not erased and whose last day in any promotion comes before a day.
  func etudiantsPartis(avant jour: Jour) throws -> [PersonneAEffacer]
  /// The users who may no longer sign in, not erased, whose last change comes before a moment.
  func comptesFermes(avant horodatage: Horodatage) throws -> [Utilisateur]
  /// The last entry before a moment that still has a content.
  func derniereEntreePleine(avant horodatage: Horodatage) throws -> Identifiant<EntreeDeJournal>?
  /// Erases the contents of the journal up to an entry.
  /// - Returns: how many.
  func effacerLesContenus(jusqua entree: Identifiant<EntreeDeJournal>, _ ecriture: Ecriture) throws
    -> Int
}
