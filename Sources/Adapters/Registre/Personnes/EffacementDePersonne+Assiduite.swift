internal import SQL

extension EffacementDePersonne {
  /// Absences, their reasons and what signs a presence.
  static let assiduite: [Effacement] = [
    (
      "justificatif",
      """
      UPDATE justificatif SET nature = 'autre', fichier = NULL,
        motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "presence",
      """
      UPDATE presence SET motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "signature_de_presence",
      """
      DELETE FROM signature_de_presence
      WHERE etablissement = ?1 AND etudiant = ?2 AND entree <= ?3
      """,
    ),
    (
      "signalement_d_absence",
      """
      UPDATE signalement_d_absence SET texte = '', entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "autorisation_d_absence",
      """
      UPDATE autorisation_d_absence SET motif = 'effacé', fichier = NULL,
        responsable = CASE WHEN responsable IS NULL THEN NULL ELSE 'effacé' END,
        reponse = CASE WHEN reponse IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "rattrapage",
      """
      UPDATE rattrapage SET motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
  ]
}
