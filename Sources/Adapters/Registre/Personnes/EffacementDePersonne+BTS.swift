internal import SQL

extension EffacementDePersonne {
  /// The words about a candidate to a BTS.
  static let bts: [Effacement] = [
    (
      "resultat_bts",
      """
      UPDATE resultat_bts SET piece = CASE WHEN piece IS NULL THEN NULL ELSE 'effacée' END
      WHERE etablissement = ?1 AND ?3 >= 1 AND candidat IN
        (SELECT candidat FROM candidat_bts WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "accompagnement_bts",
      """
      UPDATE accompagnement_bts SET texte = 'effacé'
      WHERE etablissement = ?1 AND ?3 >= 1 AND candidat IN
        (SELECT candidat FROM candidat_bts WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "reouverture_bts",
      """
      UPDATE reouverture_bts SET preuve = 'effacée', motif = 'effacé'
      WHERE etablissement = ?1 AND ?3 >= 1 AND candidat IN
        (SELECT candidat FROM candidat_bts WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "candidat_bts",
      """
      UPDATE candidat_bts SET livret = '',
        motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        retard = CASE WHEN retard IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
  ]
}
