internal import SQL

extension EffacementDePersonne {
  /// What juries, commissions and heads of studies wrote.
  static let jury: [Effacement] = [
    (
      "avis",
      """
      UPDATE avis SET motif = 'effacé', version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "suite",
      """
      UPDATE suite SET motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END
      WHERE etablissement = ?1 AND etudiant = ?2 AND ?3 >= 1
      """,
    ),
    (
      "redoublement",
      """
      UPDATE redoublement SET motif = 'effacé', fichier = NULL, supplement_fichier = NULL,
        supplement_motif = CASE WHEN supplement_motif IS NULL THEN NULL ELSE 'effacé' END,
        derogation = CASE WHEN derogation IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "reponse_de_redoublement",
      """
      UPDATE reponse_de_redoublement SET motivation = 'effacé', conseils = 'effacé'
      WHERE etablissement = ?1 AND ?3 >= 1 AND redoublement IN
        (SELECT redoublement FROM redoublement WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "suite_choisie",
      """
      UPDATE suite_choisie SET motif = 'effacé', version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "ligne_de_projet",
      """
      UPDATE ligne_de_projet SET motif = 'effacé'
      WHERE etablissement = ?1 AND etudiant = ?2 AND ?3 >= 1
      """,
    ),
    (
      "preparation",
      """
      UPDATE preparation SET avis = 'effacé', version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "ligne_de_preparation",
      """
      UPDATE ligne_de_preparation SET motif = 'effacé'
      WHERE etablissement = ?1 AND etudiant = ?2 AND ?3 >= 1
      """,
    ),
    (
      "situation",
      """
      UPDATE situation SET texte = 'effacé', entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
  ]
}
