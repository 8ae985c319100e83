internal import SQL

/// What becomes of each table that speaks of a student when the student is erased: the one list.
///
/// A test holds it against the schema, so that no table is forgotten.
enum EffacementDePersonne {
  /// The tables of which something goes, and the statement that takes it away: `?1` is the
  /// establishment, `?2` the student, `?3` the entry of the journal.
  static let effacees: [(table: String, requete: SQLText)] = [
    (
      "etudiant",
      """
      UPDATE etudiant SET efface = 1, ine = NULL, nip = NULL, nom_civil = NULL,
        prenom_civil = NULL, nom_usage = NULL, prenom_usage = NULL, naissance = NULL,
        courriel = NULL, telephone = NULL, baccalaureat = NULL, version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "personne_de_confiance",
      """
      DELETE FROM personne_de_confiance
      WHERE etablissement = ?1 AND etudiant = ?2 AND entree <= ?3
      """,
    ),
    (
      "amenagement",
      """
      UPDATE amenagement SET precisions = '', entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "inscription",
      """
      UPDATE inscription SET motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "utilisateur",
      """
      UPDATE utilisateur SET actif = 0, identifiant = 'effacé-' || utilisateur,
        nom = 'compte effacé ' || utilisateur
      WHERE etablissement = ?1 AND etudiant = ?2 AND ?3 >= 1
      """,
    ),
    (
      "journal",
      """
      DELETE FROM journal_contenu WHERE etablissement = ?1 AND numero < ?3 AND numero IN
        (SELECT numero FROM journal WHERE etablissement = ?1 AND sujet = ?2)
      """,
    ),
  ]

  /// The tables that remain as they are, under the number of the student: they hold no word about
  /// the person, but for the reason of a mark that cannot be sat again, which the digest of marks
  /// written together covers.
  static let gardees: Set<String> = [
    "note", "note_ancienne", "membre", "statut", "habilitation", "journal_contenu",
  ]
}
