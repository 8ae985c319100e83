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
    (
      "bonus",
      """
      UPDATE bonus SET motif = 'effacé',
        activite = CASE WHEN activite IS NULL THEN NULL ELSE 'effacée' END, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
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
      "demande_d_amenagement",
      """
      UPDATE demande_d_amenagement SET situation = 'autre', texte = 'effacé', fichier = NULL,
        motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
      """,
    ),
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
      "candidat_bts",
      """
      UPDATE candidat_bts SET livret = '',
        motif = CASE WHEN motif IS NULL THEN NULL ELSE 'effacé' END,
        retard = CASE WHEN retard IS NULL THEN NULL ELSE 'effacé' END,
        version = version + 1, entree = ?3
      WHERE etablissement = ?1 AND etudiant = ?2
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

  /// What nobody is left to claim: files that no student deposited any more.
  ///
  /// `?1` is the establishment.
  static let orphelins: [SQLText] = [
    """
    DELETE FROM fichier WHERE etablissement = ?1 AND NOT EXISTS
      (SELECT 1 FROM depot_de_fichier d
       WHERE d.etablissement = fichier.etablissement AND d.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM justificatif j
       WHERE j.etablissement = fichier.etablissement AND j.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM autorisation_d_absence a
       WHERE a.etablissement = fichier.etablissement AND a.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM demande d
       WHERE d.etablissement = fichier.etablissement AND d.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM piece_d_engagement p
       WHERE p.etablissement = fichier.etablissement AND p.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM demande_d_amenagement a
       WHERE a.etablissement = fichier.etablissement AND a.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM inscription_tardive i
       WHERE i.etablissement = fichier.etablissement AND i.fichier = fichier.fichier)
    AND NOT EXISTS
      (SELECT 1 FROM redoublement r
       WHERE r.etablissement = fichier.etablissement
         AND (r.fichier = fichier.fichier OR r.supplement_fichier = fichier.fichier))
    """
  ]

  /// The tables that remain as they are, under the number of the student: marks, memberships, what
  /// a jury sealed.
  ///
  /// They hold no word about the person, but for two: the reason of a mark that cannot be sat again,
  /// which the digest of marks written together covers, and the reasons of sealed decisions, which
  /// the seal covers.
  static let gardees: Set<String> = [
    "note", "note_ancienne", "membre", "statut", "habilitation", "journal_contenu", "session2",
    "note_session2", "copie", "note_publiee_de_session2",
    "inscription_au_soutien", "membre_de_jury", "etudiant_rectifie", "projet", "scelle", "decision",
    "inscription_faite", "document", "indisponibilite", "admissibilite", "silence_session2",
    "oral_bts",
  ]
}
