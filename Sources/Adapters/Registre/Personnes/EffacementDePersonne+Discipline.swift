internal import SQL

extension EffacementDePersonne {
  /// The words of incidents and of their procedures.
  static let discipline: [Effacement] = [
    (
      "etape_disciplinaire",
      """
      UPDATE etape_disciplinaire SET texte = '', par = ''
      WHERE etablissement = ?1 AND etudiant = ?2 AND ?3 >= 1
      """,
    ),
    (
      "signature_de_pv",
      """
      UPDATE signature_de_pv SET nom = 'effacé'
      WHERE etablissement = ?1 AND etudiant = ?2 AND ?3 >= 1
      """,
    ),
    (
      "constat_de_salle",
      """
      UPDATE constat_de_salle SET texte = '', entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
  ]
}
