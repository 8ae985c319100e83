internal import SQL

extension EffacementDePersonne {
  /// The files, the account, what the journal holds about the student.
  static let compte: [Effacement] = [
    (
      "depot_de_fichier",
      """
      DELETE FROM depot_de_fichier WHERE etablissement = ?1 AND etudiant = ?2 AND entree <= ?3
      """,
    ),
    (
      "connexion",
      """
      DELETE FROM connexion WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "serrure",
      """
      DELETE FROM serrure WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "code_unique",
      """
      DELETE FROM code_unique WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "jeton",
      """
      DELETE FROM jeton WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "nouvelles_lues",
      """
      DELETE FROM nouvelles_lues WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "courrier",
      """
      DELETE FROM courrier WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "adresse_de_courrier",
      """
      DELETE FROM adresse_de_courrier WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "sujet_coupe",
      """
      DELETE FROM sujet_coupe WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "avis_par_courrier",
      """
      DELETE FROM avis_par_courrier WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
      """,
    ),
    (
      "adresse_de_calendrier",
      """
      DELETE FROM adresse_de_calendrier WHERE etablissement = ?1 AND ?3 >= 1 AND utilisateur IN
        (SELECT utilisateur FROM utilisateur WHERE etablissement = ?1 AND etudiant = ?2)
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
}
