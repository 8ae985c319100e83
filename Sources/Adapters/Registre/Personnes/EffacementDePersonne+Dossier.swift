internal import SQL

extension EffacementDePersonne {
  /// What the student is, and whom they trust.
  static let dossier: [Effacement] = [
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
  ]
}
