internal import SQL

extension EffacementDePersonne {
  /// What the student said about session 2, and its copies.
  static let sessionDeux: [Effacement] = [
    (
      "contrainte_de_session2",
      """
      DELETE FROM contrainte_de_session2
      WHERE etablissement = ?1 AND etudiant = ?2 AND entree <= ?3
      """,
    ),
    (
      "signalement_de_session2",
      """
      UPDATE signalement_de_session2 SET texte = '',
        reponse = CASE WHEN reponse IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "convocation_changee",
      """
      UPDATE convocation_changee SET avant = '', apres = '', entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "emargement_de_session2",
      """
      UPDATE emargement_de_session2 SET observation = '', version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "inscription_tardive",
      """
      UPDATE inscription_tardive SET texte = 'effacé', fichier = NULL,
        motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "ecart_d_amenagement",
      """
      UPDATE ecart_d_amenagement SET precisions = '', motif = 'effacé', version = version + 1,
        entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "consultation_de_copie",
      """
      UPDATE consultation_de_copie SET texte = '',
        observations = CASE WHEN observations IS NULL THEN NULL ELSE 'effacé' END,
        motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        preuve = CASE WHEN preuve IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
    (
      "lecture_de_copie",
      """
      UPDATE lecture_de_copie SET motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END
      WHERE etablissement = ?1 AND ?3 >= 1 AND EXISTS (
        SELECT 1 FROM copie c WHERE c.etablissement = ?1 AND c.etudiant = ?2
          AND c.epreuve = lecture_de_copie.epreuve AND c.numero = lecture_de_copie.numero)
      """,
    ),
  ]
}
