internal import Actes
internal import SQL
internal import Scolarite

extension TransactionSQL {
  private static let evaluation: SQLText = """
    SELECT e.evaluation, e.promotion, e.semestre, e.module, e.nom, e.jour, e.coefficient,
      e.bareme, e.publiee, e.verrouillee, e.version, e.nature, g.groupe
    FROM evaluation e
    LEFT JOIN evaluation_groupe g
      ON g.etablissement = e.etablissement AND g.evaluation = e.evaluation
    WHERE e.etablissement = ?1
    """

  func evaluation(_ id: Identifiant<EvaluationDeModule>) throws -> EvaluationDeModule? {
    try evaluations(Self.evaluation + " AND e.evaluation = ?2 ORDER BY g.groupe", SQLValue(id))
      .first
  }

  func evaluations(_ promotion: Identifiant<Promotion>) throws -> [EvaluationDeModule] {
    try evaluations(
      Self.evaluation + " AND e.promotion = ?2 ORDER BY e.evaluation, g.groupe",
      SQLValue(promotion),
    )
  }

  /// A test without group is for the whole promotion; who left before a test does not sit it.
  func avancement(_ promotion: Identifiant<Promotion>) throws
    -> [Identifiant<EvaluationDeModule>: (attendus: Int, saisies: Int)]
  {
    var avancement: [Identifiant<EvaluationDeModule>: (attendus: Int, saisies: Int)] = [:]
    try connexion.query(
      """
      SELECT e.evaluation, count(*), count(n.etudiant)
      FROM evaluation e
      JOIN inscription i ON i.etablissement = ?1 AND i.promotion = e.promotion
      LEFT JOIN note n ON n.etablissement = ?1 AND n.evaluation = e.evaluation
        AND n.etudiant = i.etudiant AND n.mot <> 'ATT'
      WHERE e.etablissement = ?1 AND e.promotion = ?2 AND (i.fin IS NULL OR e.jour <= i.fin)
        AND (
          NOT EXISTS (
            SELECT 1 FROM evaluation_groupe g
            WHERE g.etablissement = ?1 AND g.evaluation = e.evaluation
          ) OR EXISTS (
            SELECT 1 FROM evaluation_groupe g
            JOIN membre m ON m.etablissement = ?1 AND m.groupe = g.groupe
              AND m.etudiant = i.etudiant
            WHERE g.etablissement = ?1 AND g.evaluation = e.evaluation
          )
        )
      GROUP BY e.evaluation
      """,
      [ici, SQLValue(promotion)],
    ) { ligne in
      avancement[try ligne.identifiant(0)] = (Int(ligne.integer(1)), Int(ligne.integer(2)))
    }
    return avancement
  }

  private func evaluations(_ requete: SQLText, _ cle: SQLValue) throws -> [EvaluationDeModule] {
    var evaluations: [EvaluationDeModule] = []
    try connexion.query(requete, [ici, cle]) { ligne in
      if evaluations.last?.id.valeur != ligne.integer(0) {
        evaluations.append(try EvaluationDeModule(ligne))
      }
      if let groupe: Identifiant<Groupe> = try ligne.identifiant(facultatif: 12) {
        evaluations[evaluations.count - 1].groupes.append(groupe)
      }
    }
    return evaluations
  }

  func ajouter(_ evaluations: [EvaluationDeModule], _ ecriture: Ecriture) throws {
    for evaluation in evaluations {
      try connexion.execute(
        """
        INSERT INTO evaluation (etablissement, evaluation, nom, jour, coefficient, bareme, publiee,
          verrouillee, entree, nature, promotion, semestre, module, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1)
        """,
        valeurs(evaluation, ecriture) + [
          SQLValue(evaluation.promotion), SQLValue(evaluation.semestre.valeur),
          .text(evaluation.module),
        ],
      )
      try ajouterLesGroupes(evaluation)
    }
  }

  func remplacer(_ evaluation: EvaluationDeModule, _ ecriture: Ecriture) throws -> Bool {
    let changees = try connexion.execute(
      """
      UPDATE evaluation SET nom = ?3, jour = ?4, coefficient = ?5, bareme = ?6, publiee = ?7,
        verrouillee = ?8, entree = ?9, nature = ?10, version = version + 1
      WHERE etablissement = ?1 AND evaluation = ?2 AND version = ?11
      """,
      valeurs(evaluation, ecriture) + [.integer(evaluation.version)],
    )
    guard changees == 1 else { return false }
    try oublierLesGroupes(evaluation.id)
    try ajouterLesGroupes(evaluation)
    return true
  }

  func citations(_ evaluation: Identifiant<EvaluationDeModule>) throws
    -> (seances: Int, incidents: Int)
  {
    let comptes = try connexion.first(
      """
      SELECT
        (SELECT count(*) FROM seance WHERE etablissement = ?1 AND evaluation = ?2),
        (SELECT count(*) FROM incident WHERE etablissement = ?1 AND evaluation = ?2)
          + (SELECT count(*) FROM constat_de_salle WHERE etablissement = ?1 AND evaluation = ?2)
          + (SELECT count(*) FROM rattrapage WHERE etablissement = ?1 AND evaluation = ?2)
      """,
      [ici, SQLValue(evaluation)],
    ) { (seances: Int($0.integer(0)), incidents: Int($0.integer(1))) }
    return comptes ?? (0, 0)
  }

  func supprimer(_ evaluation: Identifiant<EvaluationDeModule>, _ ecriture: Ecriture) throws {
    try oublierLesGroupes(evaluation)
    try connexion.execute(
      "DELETE FROM evaluation WHERE etablissement = ?1 AND evaluation = ?2",
      [ici, SQLValue(evaluation)],
    )
  }

  private func oublierLesGroupes(_ evaluation: Identifiant<EvaluationDeModule>) throws {
    try connexion.execute(
      "DELETE FROM evaluation_groupe WHERE etablissement = ?1 AND evaluation = ?2",
      [ici, SQLValue(evaluation)],
    )
  }

  private func ajouterLesGroupes(_ evaluation: EvaluationDeModule) throws {
    for groupe in evaluation.groupes {
      try connexion.execute(
        "INSERT INTO evaluation_groupe (etablissement, evaluation, groupe) VALUES (?1, ?2, ?3)",
        [ici, SQLValue(evaluation.id), SQLValue(groupe)],
      )
    }
  }

  private func valeurs(_ evaluation: EvaluationDeModule, _ ecriture: Ecriture) -> [SQLValue] {
    [
      ici, SQLValue(evaluation.id), .text(evaluation.nom), SQLValue(evaluation.date),
      SQLValue(evaluation.coefficient), SQLValue(evaluation.bareme),
      SQLValue(evaluation.publiee), SQLValue(evaluation.verrouillee),
      .integer(ecriture.numero), .text(evaluation.nature.rawValue),
    ]
  }
}

extension EvaluationDeModule {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      id: try ligne.identifiant(0),
      promotion: try ligne.identifiant(1),
      semestre: try ligne.semestre(2),
      module: ligne.text(3),
      nom: ligne.text(4),
      nature: try ligne.lu(NatureDEvaluation(rawValue: ligne.text(11))),
      date: try ligne.jour(facultatif: 5),
      coefficient: try ligne.decimale(6),
      bareme: try ligne.decimale(7),
      groupes: [],
      publiee: ligne.verdict(8),
      verrouillee: ligne.verdict(9),
      version: ligne.integer(10),
    )
  }
}
