internal import Actes
internal import Hashing
internal import SQL
internal import Scolarite

extension TransactionSQL {
  func notes(_ evaluation: Identifiant<EvaluationDeModule>) throws -> [NoteInscrite] {
    try connexion.rows(
      """
      SELECT evaluation, etudiant, version, mot, valeur, bareme, motif FROM note
      WHERE etablissement = ?1 AND evaluation = ?2 ORDER BY etudiant
      """,
      [ici, SQLValue(evaluation)],
    ) { try NoteInscrite($0) }
  }

  func notes(
    promotion: Identifiant<Promotion>,
    _ corps: (NoteInscrite) throws -> Void,
  ) throws {
    try connexion.query(
      """
      SELECT n.evaluation, n.etudiant, n.version, n.mot, n.valeur, n.bareme, n.motif
      FROM evaluation e CROSS JOIN note n
      WHERE e.etablissement = ?1 AND e.promotion = ?2
        AND n.etablissement = ?1 AND n.evaluation = e.evaluation
      """,
      [ici, SQLValue(promotion)],
    ) { try corps(NoteInscrite($0)) }
  }

  func saisies(promotion: Identifiant<Promotion>) throws
    -> [Identifiant<EvaluationDeModule>: Int]
  {
    let comptes = try connexion.rows(
      """
      SELECT n.evaluation, count(*)
      FROM evaluation e CROSS JOIN note n CROSS JOIN inscription i
      WHERE e.etablissement = ?1 AND e.promotion = ?2
        AND n.etablissement = ?1 AND n.evaluation = e.evaluation AND n.mot <> 'ATT'
        AND i.etablissement = ?1 AND i.promotion = ?2 AND i.etudiant = n.etudiant
        AND (i.fin IS NULL OR e.jour <= i.fin)
      GROUP BY n.evaluation
      """,
      [ici, SQLValue(promotion)],
    ) { (try $0.identifiant(0, EvaluationDeModule.self), Int($0.integer(1))) }
    return Dictionary(uniqueKeysWithValues: comptes)
  }

  /// Marks are found by their test first: a promotion has some tens, and no second index slows the
  /// writing of a million marks.
  func notes(etudiant: Identifiant<Etudiant>, promotion: Identifiant<Promotion>) throws
    -> [NoteInscrite]
  {
    try connexion.rows(
      """
      SELECT n.evaluation, n.etudiant, n.version, n.mot, n.valeur, n.bareme, n.motif
      FROM evaluation e CROSS JOIN note n
      WHERE e.etablissement = ?1 AND e.promotion = ?3
        AND n.etablissement = ?1 AND n.evaluation = e.evaluation AND n.etudiant = ?2
      ORDER BY e.evaluation
      """,
      [ici, SQLValue(etudiant), SQLValue(promotion)],
    ) { try NoteInscrite($0) }
  }

  // MARK: With who wrote it

  /// What stands now and what stood before at the tests of some promotions, each with its entry of
  /// the journal.
  private static func signees(_ evaluations: SQLText) -> SQLText {
    """
    SELECT n.evaluation, n.etudiant, n.version, n.mot, n.valeur, n.bareme, n.motif, n.entree,
      j.auteur, j.horodatage
    FROM (
      SELECT n.etablissement, n.evaluation, n.etudiant, n.version, n.mot, n.valeur, n.bareme,
        n.motif, n.entree
      FROM (
    """ + evaluations + """
        ) e CROSS JOIN note n
        WHERE n.etablissement = ?1 AND n.evaluation = e.evaluation AND n.etudiant = ?2
        UNION ALL
        SELECT n.etablissement, n.evaluation, n.etudiant, n.version, n.mot, n.valeur, n.bareme,
          n.motif, n.entree
        FROM (
      """ + evaluations + """
          ) e CROSS JOIN note_ancienne n
          WHERE n.etablissement = ?1 AND n.evaluation = e.evaluation AND n.etudiant = ?2
        ) n
        JOIN journal j ON j.etablissement = n.etablissement AND j.numero = n.entree
        """
  }

  func histoire(
    _ evaluation: Identifiant<EvaluationDeModule>,
    _ etudiant: Identifiant<Etudiant>,
  ) throws -> [NoteSignee] {
    try connexion.rows(
      Self.signees(
        " SELECT evaluation FROM evaluation WHERE etablissement = ?1 AND evaluation = ?3 "
      ) + " ORDER BY n.version",
      [ici, SQLValue(etudiant), SQLValue(evaluation)],
    ) { try NoteSignee($0) }
  }

  func notes(etudiant: Identifiant<Etudiant>, a horodatage: Horodatage) throws -> [NoteSignee] {
    let toutes = try connexion.rows(
      Self.signees(
        """
         SELECT e.evaluation FROM inscription i CROSS JOIN evaluation e
        WHERE i.etablissement = ?1 AND i.etudiant = ?2
          AND e.etablissement = ?1 AND e.promotion = i.promotion
        """
      ) + " WHERE j.horodatage <= ?3 ORDER BY n.evaluation, n.version",
      [ici, SQLValue(etudiant), .integer(horodatage.millisecondes)],
    ) { try NoteSignee($0) }
    return toutes.indices.filter { rang in
      rang + 1 == toutes.count || toutes[rang].note.evaluation != toutes[rang + 1].note.evaluation
    }.map { toutes[$0] }
  }

  func note(_ evaluation: Identifiant<EvaluationDeModule>, _ etudiant: Identifiant<Etudiant>) throws
    -> NoteSignee?
  {
    try connexion.first(
      """
      SELECT n.evaluation, n.etudiant, n.version, n.mot, n.valeur, n.bareme, n.motif, n.entree,
        j.auteur, j.horodatage
      FROM note n
      JOIN journal j ON j.etablissement = n.etablissement AND j.numero = n.entree
      WHERE n.etablissement = ?1 AND n.evaluation = ?2 AND n.etudiant = ?3
      """,
      [ici, SQLValue(evaluation), SQLValue(etudiant)],
    ) { try NoteSignee($0) }
  }

  // MARK: Writing

  func ecrire(_ note: NoteInscrite, _ ecriture: Ecriture) throws -> Bool {
    let colonnes = NoteEnColonnes(note.entree)
    let valeurs: [SQLValue] = [
      ici, SQLValue(note.evaluation), SQLValue(note.etudiant), .integer(note.version),
      .text(colonnes.mot), SQLValue(colonnes.valeur), SQLValue(colonnes.bareme),
      SQLValue(colonnes.motif), .integer(ecriture.numero),
    ]
    guard note.version > 1 else { return try inserer(valeurs) }
    try connexion.execute(
      """
      INSERT INTO note_ancienne (etablissement, evaluation, etudiant, version, mot, valeur, bareme,
        motif, entree)
      SELECT etablissement, evaluation, etudiant, version, mot, valeur, bareme, motif, entree
      FROM note
      WHERE etablissement = ?1 AND evaluation = ?2 AND etudiant = ?3 AND version = ?4
      """,
      Array(valeurs.prefix(3)) + [.integer(note.version - 1)],
    )
    let changees = try connexion.execute(
      """
      UPDATE note SET version = ?4, mot = ?5, valeur = ?6, bareme = ?7, motif = ?8, entree = ?9
      WHERE etablissement = ?1 AND evaluation = ?2 AND etudiant = ?3 AND version = ?4 - 1
      """,
      valeurs,
    )
    return changees == 1
  }

  private func inserer(_ valeurs: [SQLValue]) throws -> Bool {
    let ajoutees = try connexion.execute(
      """
      INSERT INTO note (etablissement, evaluation, etudiant, version, mot, valeur, bareme, motif,
        entree)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      ON CONFLICT (etablissement, evaluation, etudiant) DO NOTHING
      """,
      valeurs,
    )
    return ajoutees == 1
  }

  func charger(_ notes: [NoteInscrite], _ ecriture: Ecriture) throws {
    try connexion.load(
      into: "note",
      columns: [
        "etablissement", "evaluation", "etudiant", "version", "mot", "valeur", "bareme", "motif",
        "entree",
      ],
    ) { lignes in
      for note in notes {
        let colonnes = NoteEnColonnes(note.entree)
        lignes.integer(etablissementID)
        lignes.integer(note.evaluation.valeur)
        lignes.integer(note.etudiant.valeur)
        lignes.integer(note.version)
        lignes.text(colonnes.mot)
        lignes.ajouter(colonnes.valeur)
        lignes.ajouter(colonnes.bareme)
        lignes.ajouter(colonnes.motif)
        lignes.integer(ecriture.numero)
        try lignes.endRow()
      }
    }
  }

  func empreinte(_ notes: [NoteInscrite]) -> String {
    var empreinte = EmpreinteDeNotes()
    for note in notes { empreinte.ajouter(note) }
    return empreinte.texte
  }
}

extension SQLRowWriter {
  /// A number or nothing.
  func ajouter(_ entier: Int64?) {
    if let entier { integer(entier) } else { null() }
  }
}

extension NoteInscrite {
  init(_ ligne: any SQLRow) throws {
    self.init(
      evaluation: try ligne.identifiant(0),
      etudiant: try ligne.identifiant(1),
      entree: try Entree(ligne, aPartirDe: 3),
      version: ligne.integer(2),
    )
  }
}

extension NoteSignee {
  fileprivate init(_ ligne: any SQLRow) throws {
    self.init(
      note: try NoteInscrite(ligne),
      auteur: try ligne.identifiant(facultatif: 8),
      horodatage: ligne.horodatage(9),
      entree: ligne.integer(7),
    )
  }
}
