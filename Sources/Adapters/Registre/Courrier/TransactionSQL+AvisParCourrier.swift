internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func releveDuCourrier() throws -> (cle: String, entree: Int64)? {
    try connexion.first(
      "SELECT cle, entree FROM releve_de_courrier WHERE etablissement = ?1",
      [ici],
    ) { ($0.text(0), $0.integer(1)) }
  }

  func releverLeCourrier(cle: String, jusqua entree: Int64) throws {
    try connexion.execute(
      """
      INSERT INTO releve_de_courrier (etablissement, cle, entree) VALUES (?1, ?2, ?3)
      ON CONFLICT (etablissement) DO UPDATE SET entree = excluded.entree
      """,
      [ici, .text(cle), .integer(entree)],
    )
  }

  func objets(desActes actes: Set<String>, apres: Int64, depuis: Horodatage) throws
    -> [(acte: String, objet: String)]
  {
    // Names of acts are words and hyphens: none is a pattern.
    try connexion.rows(
      """
      SELECT DISTINCT acte, objet FROM journal
      WHERE etablissement = ?1 AND numero > ?2 AND horodatage >= ?3
        AND ?4 LIKE '% ' || acte || ' %'
      """,
      [
        ici, .integer(apres), .integer(depuis.millisecondes),
        .text(" \(actes.sorted().joined(separator: " ")) "),
      ],
    ) { (acte: $0.text(0), objet: $0.text(1)) }
  }

  // MARK: Notices

  private static let inserer: SQLText = """
    INSERT INTO avis_par_courrier (etablissement, utilisateur, propos, objet, entree, horodatage,
      traite)

    """

  /// A thing that changed again is told again.
  private static let denouveau: SQLText = """

    ON CONFLICT (etablissement, utilisateur, propos, objet) DO UPDATE SET
      entree = excluded.entree, horodatage = excluded.horodatage, traite = 0
    """

  private static let uneFois: SQLText = """

    ON CONFLICT (etablissement, utilisateur, propos, objet) DO NOTHING
    """

  func aviser(
    desNotes evaluation: Identifiant<EvaluationDeModule>,
    toutes: Bool,
    apres: Int64,
    jusqua: Int64,
    a moment: Horodatage,
  ) throws {
    try connexion.execute(
      Self.inserer + """
        SELECT n.etablissement, u.utilisateur, 'notes', ?6,
          CASE WHEN ?4 = 1 THEN CAST(?7 AS BIGINT) ELSE max(n.entree) END, CAST(?5 AS BIGINT), 0
        FROM evaluation v
        JOIN note n ON n.etablissement = v.etablissement AND n.evaluation = v.evaluation
        JOIN utilisateur u ON u.etablissement = n.etablissement AND u.etudiant = n.etudiant
        WHERE v.etablissement = ?1 AND v.evaluation = ?2 AND v.publiee = 1 AND u.actif = 1
          AND n.mot <> 'ATT' AND (n.entree > ?3 OR ?4 = 1)
        GROUP BY n.etablissement, u.utilisateur
        """ + Self.denouveau,
      [
        ici, SQLValue(evaluation), .integer(apres), SQLValue(toutes),
        .integer(moment.millisecondes), .text("evaluation/\(evaluation)"), .integer(jusqua),
      ],
    )
  }

  func aviser(
    _ sujet: SujetDAvis,
    desActes actes: Set<String>,
    apres: Int64,
    depuis: Horodatage,
  ) throws {
    try connexion.execute(
      Self.inserer + """
        SELECT j.etablissement, u.utilisateur, ?5, j.objet, max(j.numero), max(j.horodatage), 0
        FROM journal j
        JOIN utilisateur u ON u.etablissement = j.etablissement AND u.etudiant = j.sujet
        WHERE j.etablissement = ?1 AND j.numero > ?2 AND j.horodatage >= ?3
          AND ?4 LIKE '% ' || j.acte || ' %' AND u.actif = 1
        GROUP BY j.etablissement, u.utilisateur, j.objet
        """ + Self.denouveau,
      [
        ici, .integer(apres), .integer(depuis.millisecondes),
        .text(" \(actes.sorted().joined(separator: " ")) "), .text(sujet.rawValue),
      ],
    )
  }

  func aviserDesAbsences(annonceesPar acte: String, apres: Int64, depuis: Horodatage) throws {
    try connexion.execute(
      Self.inserer + """
        SELECT j.etablissement, u.utilisateur, 'absences', j.objet, max(j.numero),
          max(j.horodatage), 0
        FROM journal j
        JOIN signalement_d_absence d ON d.etablissement = j.etablissement AND d.entree = j.numero
        JOIN inscription i ON i.etablissement = d.etablissement AND i.etudiant = d.etudiant
        JOIN seance s ON s.etablissement = i.etablissement AND s.promotion = i.promotion
          AND s.debut BETWEEN d.du AND d.au
        JOIN utilisateur u ON u.etablissement = s.etablissement AND u.utilisateur = s.enseignant
        WHERE j.etablissement = ?1 AND j.numero > ?2 AND j.horodatage >= ?3 AND j.acte = ?4
          AND u.actif = 1 AND i.fin IS NULL
          AND (NOT EXISTS (
              SELECT 1 FROM seance_groupe g
              WHERE g.etablissement = s.etablissement AND g.seance = s.seance
            ) OR EXISTS (
              SELECT 1 FROM seance_groupe g
              JOIN membre m ON m.etablissement = g.etablissement AND m.groupe = g.groupe
              WHERE g.etablissement = s.etablissement AND g.seance = s.seance
                AND m.etudiant = d.etudiant
            ))
        GROUP BY j.etablissement, u.utilisateur, j.objet
        """ + Self.denouveau,
      [ici, .integer(apres), .integer(depuis.millisecondes), .text(acte)],
    )
  }

  func aviserDesJurys(du premier: Jour, au dernier: Jour, a moment: Horodatage) throws {
    try connexion.execute(
      Self.inserer + """
        SELECT DISTINCT j.etablissement, u.utilisateur, 'jurys', 'jury/' || j.jury, 0, CAST(?4 AS BIGINT), 0
        FROM jury j
        JOIN membre_de_jury m ON m.etablissement = j.etablissement AND m.jury = j.jury
        JOIN utilisateur u ON u.etablissement = m.etablissement AND u.utilisateur = m.utilisateur
        WHERE j.etablissement = ?1 AND j.clos = 0 AND j.jour BETWEEN ?2 AND ?3 AND u.actif = 1
        """ + Self.uneFois,
      [ici, SQLValue(premier), SQLValue(dernier), .integer(moment.millisecondes)],
    )
  }

  func aviserDeLaSession2(de premier: Instant, a dernier: Instant, _ moment: Horodatage) throws {
    try connexion.execute(
      Self.inserer + """
        SELECT DISTINCT c.etablissement, u.utilisateur, 'session2', 'campagne/' || c.campagne, 0,
          CAST(?4 AS BIGINT), 0
        FROM campagne c
        JOIN inscription i ON i.etablissement = c.etablissement AND i.promotion = c.promotion
        JOIN utilisateur u ON u.etablissement = i.etablissement AND u.etudiant = i.etudiant
        WHERE c.etablissement = ?1 AND c.nature = 'session2' AND c.ouverture <= ?2
          AND c.cloture BETWEEN ?2 AND ?3 AND i.fin IS NULL AND u.actif = 1
          AND NOT EXISTS (
            SELECT 1 FROM session2 s WHERE s.etablissement = i.etablissement
              AND s.promotion = i.promotion AND s.etudiant = i.etudiant
          )
          AND (NOT EXISTS (
            SELECT 1 FROM session_de_rattrapage r WHERE r.etablissement = c.etablissement
              AND r.campagne = c.campagne
          ) OR EXISTS (
            SELECT 1 FROM admissibilite a WHERE a.etablissement = c.etablissement
              AND a.campagne = c.campagne AND a.etudiant = i.etudiant AND a.ouverte = 1
          ))
        """ + Self.uneFois,
      [
        ici, .text(premier.description), .text(dernier.description),
        .integer(moment.millisecondes),
      ],
    )
  }

  func aviser(_ avis: [AvisParCourrier]) throws {
    for un in avis {
      try connexion.execute(
        Self.inserer + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)" + Self.uneFois,
        [
          ici, SQLValue(un.utilisateur), .text(un.sujet.rawValue), .text(un.objet),
          .integer(un.entree), .integer(un.horodatage.millisecondes),
        ],
      )
    }
  }

  func avisMurs(calmes: Horodatage, anciens: Horodatage, personnes: Int) throws
    -> [AvisParCourrier]
  {
    try connexion.rows(
      """
      SELECT v.utilisateur, v.propos, v.objet, v.entree, v.horodatage FROM avis_par_courrier v
      WHERE v.etablissement = ?1 AND v.traite = 0 AND v.utilisateur IN (
        SELECT w.utilisateur FROM avis_par_courrier w
        WHERE w.etablissement = ?1 AND w.traite = 0 GROUP BY w.utilisateur
        HAVING max(w.horodatage) <= ?2 OR min(w.horodatage) <= ?3
        ORDER BY w.utilisateur LIMIT ?4
      )
      ORDER BY v.utilisateur, v.propos, v.objet
      """,
      [
        ici, .integer(calmes.millisecondes), .integer(anciens.millisecondes),
        SQLValue(personnes),
      ],
    ) { ligne in
      AvisParCourrier(
        utilisateur: try ligne.identifiant(0),
        sujet: try ligne.lu(SujetDAvis(rawValue: ligne.text(1))),
        objet: ligne.text(2),
        entree: ligne.integer(3),
        horodatage: ligne.horodatage(4),
      )
    }
  }

  func marquerTraites(_ avis: [AvisParCourrier]) throws {
    for un in avis {
      try connexion.execute(
        """
        UPDATE avis_par_courrier SET traite = 1
        WHERE etablissement = ?1 AND utilisateur = ?2 AND propos = ?3 AND objet = ?4 AND entree = ?5
        """,
        [
          ici, SQLValue(un.utilisateur), .text(un.sujet.rawValue), .text(un.objet),
          .integer(un.entree),
        ],
      )
    }
  }
}
