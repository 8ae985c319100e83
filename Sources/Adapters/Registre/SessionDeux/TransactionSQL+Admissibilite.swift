internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let admissibilite: SQLText = """
    SELECT campagne, etudiant, ue, raison, moyenne FROM admissibilite
    WHERE etablissement = ?1 AND campagne = ?2
    """

  func admissibilites(_ campagne: Identifiant<Campagne>) throws -> [AdmissibiliteDeSession2] {
    try connexion.rows(
      Self.admissibilite + " ORDER BY etudiant, ue",
      [ici, SQLValue(campagne)],
      AdmissibiliteDeSession2.init,
    )
  }

  func admissibilites(_ etudiant: Identifiant<Etudiant>, _ campagne: Identifiant<Campagne>) throws
    -> [AdmissibiliteDeSession2]
  {
    try connexion.rows(
      Self.admissibilite + " AND etudiant = ?3 ORDER BY ue",
      [ici, SQLValue(campagne), SQLValue(etudiant)],
      AdmissibiliteDeSession2.init,
    )
  }

  func ajouter(_ lignes: [AdmissibiliteDeSession2], _ ecriture: Ecriture) throws {
    for ligne in lignes {
      try connexion.execute(
        """
        INSERT INTO admissibilite (etablissement, campagne, etudiant, ue, ouverte, raison, moyenne,
          entree)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """,
        [
          ici, SQLValue(ligne.campagne), SQLValue(ligne.etudiant), .text(ligne.ue.texte),
          SQLValue(ligne.estOuverte), .text(ligne.raison.rawValue), SQLValue(ligne.moyenne),
          .integer(ecriture.numero),
        ],
      )
    }
  }

  func entreesDAdmissibilite(_ campagne: Identifiant<Campagne>) throws
    -> [Identifiant<Etudiant>: Int64]
  {
    let lues = try connexion.rows(
      """
      SELECT etudiant, max(entree) FROM admissibilite
      WHERE etablissement = ?1 AND campagne = ?2 GROUP BY etudiant
      """,
      [ici, SQLValue(campagne)],
    ) { (try $0.identifiant(0, Etudiant.self), $0.integer(1)) }
    return Dictionary(uniqueKeysWithValues: lues)
  }

  func remplacer(
    _ lignes: [AdmissibiliteDeSession2],
    de etudiant: Identifiant<Etudiant>,
    _ campagne: Identifiant<Campagne>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      """
      DELETE FROM admissibilite
      WHERE etablissement = ?1 AND campagne = ?2 AND etudiant = ?3 AND entree <= ?4
      """,
      [ici, SQLValue(campagne), SQLValue(etudiant), .integer(ecriture.numero)],
    )
    try ajouter(lignes, ecriture)
  }

  private static let revue: SQLText = """
    SELECT campagne, etudiant, limite, retirees, inscription FROM revue_d_admissibilite
    WHERE etablissement = ?1 AND campagne = ?2
    """

  func revuesDAdmissibilite(_ campagne: Identifiant<Campagne>) throws -> [RevueDAdmissibilite] {
    try connexion.rows(
      Self.revue + " ORDER BY etudiant",
      [ici, SQLValue(campagne)],
      RevueDAdmissibilite.init,
    )
  }

  func revueDAdmissibilite(_ etudiant: Identifiant<Etudiant>, _ campagne: Identifiant<Campagne>)
    throws -> RevueDAdmissibilite?
  {
    try connexion.first(
      Self.revue + " AND etudiant = ?3",
      [ici, SQLValue(campagne), SQLValue(etudiant)],
      RevueDAdmissibilite.init,
    )
  }

  func ecrire(_ revue: RevueDAdmissibilite, _ ecriture: Ecriture) throws {
    try connexion.execute(
      """
      INSERT INTO revue_d_admissibilite (etablissement, campagne, etudiant, limite, retirees,
        inscription, entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (etablissement, campagne, etudiant) DO UPDATE SET limite = excluded.limite,
        retirees = excluded.retirees, inscription = excluded.inscription, entree = excluded.entree
      """,
      [
        ici, SQLValue(revue.campagne), SQLValue(revue.etudiant),
        SQLValue(revue.limite?.description),
        .text(revue.retirees.map(\.texte).joined(separator: " ")),
        SQLValue(revue.inscription), .integer(ecriture.numero),
      ],
    )
  }

  // MARK: Answers

  func inscritsEnSession2(_ campagne: Identifiant<Campagne>) throws -> [InscriptionEnSession2] {
    try connexion.rows(
      """
      SELECT promotion, etudiant, campagne, ues, version, recu FROM session2
      WHERE etablissement = ?1 AND campagne = ?2 AND ues <> '' ORDER BY etudiant
      """,
      [ici, SQLValue(campagne)],
      InscriptionEnSession2.init,
    )
  }

  func reponsesDeSession2(_ campagne: Identifiant<Campagne>) throws
    -> [Identifiant<Etudiant>: ReponseDeSession2]
  {
    let silences = try connexion.rows(
      "SELECT etudiant FROM silence_session2 WHERE etablissement = ?1 AND campagne = ?2",
      [ici, SQLValue(campagne)],
    ) { (try $0.identifiant(0, Etudiant.self), ReponseDeSession2.silence) }
    let dites = try connexion.rows(
      "SELECT etudiant, ues FROM session2 WHERE etablissement = ?1 AND campagne = ?2",
      [ici, SQLValue(campagne)],
    ) { ligne in
      let ues = try ligne.text(1).split(separator: " ").map { try ligne.lu(CodeUE($0)) }
      let reponse: ReponseDeSession2 = ues.isEmpty ? .renonce : .inscrit(ues)
      return (try ligne.identifiant(0, Etudiant.self), reponse)
    }
    // A late enrolment comes after the silence that was recorded.
    return Dictionary(silences + dites, uniquingKeysWith: { _, dite in dite })
  }

  func accuseDeSession2(_ etudiant: Identifiant<Etudiant>, _ campagne: Identifiant<Campagne>) throws
    -> AccuseDeSession2?
  {
    try connexion.first(
      """
      SELECT s.campagne, s.etudiant, s.ues, s.version, s.entree, coalesce(s.recu, j.horodatage)
      FROM session2 s
      JOIN journal j ON j.etablissement = s.etablissement AND j.numero = s.entree
      WHERE s.etablissement = ?1 AND s.campagne = ?2 AND s.etudiant = ?3
      """,
      [ici, SQLValue(campagne), SQLValue(etudiant)],
    ) { ligne in
      AccuseDeSession2(
        campagne: try ligne.identifiant(0),
        etudiant: try ligne.identifiant(1),
        ues: try ligne.text(2).split(separator: " ").map { try ligne.lu(CodeUE($0)) },
        version: ligne.integer(3),
        entree: ligne.integer(4),
        recu: ligne.horodatage(5),
      )
    }
  }

  func constaterLeSilence(
    de etudiant: Identifiant<Etudiant>,
    _ campagne: Identifiant<Campagne>,
    _ ecriture: Ecriture,
  ) throws {
    try connexion.execute(
      """
      INSERT INTO silence_session2 (etablissement, campagne, etudiant, entree)
      VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (etablissement, campagne, etudiant) DO NOTHING
      """,
      [ici, SQLValue(campagne), SQLValue(etudiant), .integer(ecriture.numero)],
    )
  }

  func sansReponse(_ campagne: Identifiant<Campagne>, a moment: Instant) throws
    -> [Identifiant<Etudiant>]
  {
    try connexion.rows(
      """
      SELECT DISTINCT a.etudiant FROM admissibilite a
      WHERE a.etablissement = ?1 AND a.campagne = ?2 AND a.ouverte = 1
        AND NOT EXISTS (SELECT 1 FROM session2 s WHERE s.etablissement = a.etablissement
          AND s.campagne = a.campagne AND s.etudiant = a.etudiant)
        AND NOT EXISTS (SELECT 1 FROM silence_session2 r WHERE r.etablissement = a.etablissement
          AND r.campagne = a.campagne AND r.etudiant = a.etudiant)
        AND NOT EXISTS (SELECT 1 FROM revue_d_admissibilite v
          WHERE v.etablissement = a.etablissement AND v.campagne = a.campagne
          AND v.etudiant = a.etudiant AND v.limite >= ?3)
      ORDER BY a.etudiant
      """,
      [ici, SQLValue(campagne), .text(moment.description)],
    ) { try $0.identifiant(0) }
  }
}

extension AdmissibiliteDeSession2 {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      campagne: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      ue: try ligne.lu(CodeUE(ligne.text(2))),
      raison: try ligne.lu(Raison(rawValue: ligne.text(3))),
      moyenne: ligne.optionalText(4),
    )
  }
}

extension RevueDAdmissibilite {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      campagne: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      limite: try ligne.instant(facultatif: 2),
      retirees: try ligne.text(3).split(separator: " ").map { try ligne.lu(CodeUE($0)) },
      inscription: ligne.optionalInteger(4),
    )
  }
}
