internal import SQL

extension EffacementDePersonne {
  /// What the student asked for, and what was answered.
  static let demandes: [Effacement] = [
    (
      "demande",
      """
      UPDATE demande SET texte = 'effacé', fichier = NULL,
        force_majeure = CASE WHEN force_majeure IS NULL THEN NULL ELSE 'effacé' END,
        motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "piece_d_engagement",
      """
      DELETE FROM piece_d_engagement WHERE etablissement = ?1 AND ?3 >= 1 AND engagement IN
        (SELECT engagement FROM engagement WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "travail_d_engagement",
      """
      DELETE FROM travail_d_engagement WHERE etablissement = ?1 AND ?3 >= 1 AND engagement IN
        (SELECT engagement FROM engagement WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "engagement",
      """
      UPDATE engagement SET activite = 'effacée', organisme = 'effacé', description = 'effacée',
        complement = CASE WHEN complement IS NULL THEN NULL ELSE 'effacé' END,
        assiduite = CASE WHEN assiduite IS NULL THEN NULL ELSE 'effacé' END,
        motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "bonus",
      """
      UPDATE bonus SET motif = 'effacé',
        activite = CASE WHEN activite IS NULL THEN NULL ELSE 'effacée' END, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "demande_d_amenagement",
      """
      UPDATE demande_d_amenagement SET situation = 'autre', texte = 'effacé', fichier = NULL,
        motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
  ]
}
