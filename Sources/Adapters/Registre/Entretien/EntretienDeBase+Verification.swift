internal import Actes
internal import SQL
internal import SQLite

extension EntretienDeBase {
  /// Verifies everything: the engine’s own checks, references, protections, files, journals, marks
  /// and seals.
  public func verifier(contre tetes: [TeteDeChaine] = []) throws -> BilanDeBase {
    try lire { connexion in
      let version = try MiseANiveau(connexion, migrations).version()
      let schema = try SchemaDeBase(Array(migrations.prefix(version)))
      return BilanDeBase(
        schema: version,
        dommages: try dommages(connexion, schema) + fichiers(connexion, schema),
        journal: try VerificationDuJournal(connexion, contre: tetes).executer(),
      )
    }
  }

  private func dommages(_ connexion: any SQLConnection, _ schema: SchemaDeBase) throws -> [String] {
    guard let fichier = connexion as? SQLiteConnection else {
      return try protections(connexion, schema)
        + schema.tables.flatMap { try orphelines(connexion, $0) }
    }
    return try fichier.integrityCheck() + ecarts(fichier, schema)
  }

  /// Files and images of documents whose bytes no longer have their digest, read one at a time.
  private func fichiers(_ connexion: any SQLConnection, _ schema: SchemaDeBase) throws -> [String] {
    let deposes = try abimes(
      connexion.rows(
        "SELECT etablissement, fichier FROM fichier ORDER BY etablissement, fichier"
      ) { ($0.integer(0), $0.text(1)) },
      "le fichier déposé",
    ) { _ = try TransactionSQL(connexion, Identifiant($0)).fichier($1) }
    // A base that is not brought up to date yet has none.
    guard schema.tables.contains(where: { $0.nom == "image_de_document" }) else { return deposes }
    return try deposes
      + abimes(
        connexion.rows(
          "SELECT etablissement, image FROM image_de_document ORDER BY etablissement, image"
        ) { ($0.integer(0), $0.text(1)) },
        "l’image de document",
      ) { _ = try TransactionSQL(connexion, Identifiant($0)).image($1) }
  }

  private func abimes(
    _ cles: [(etablissement: Int64, empreinte: String)],
    _ sorte: String,
    _ lire: (Int64, String) throws -> Void,
  ) throws -> [String] {
    try cles.compactMap { cle in
      do {
        try lire(cle.etablissement, cle.empreinte)
        return nil
      } catch ErreurDeRegistre.fichierEndommage {
        return "\(sorte) \(cle.empreinte.prefix(12))… n’est plus celui qui avait été gardé"
      }
    }
  }

  /// Tables, indexes and triggers that are not those of the schema.
  private func ecarts(_ connexion: any SQLConnection, _ schema: SchemaDeBase) throws -> [String] {
    let trouves = try SchemaDeBase.objets(connexion)
    let noms = Set(trouves.keys).union(schema.objetsSQLite.keys).sorted()
    return noms.compactMap { nom in
      switch (schema.objetsSQLite[nom], trouves[nom]) {
      case (let attendu?, let trouve?):
        attendu == trouve ? nil : "« \(nom) » n’est pas celui du schéma"
      case (.some, nil): "« \(nom) » manque"
      case (nil, _): "« \(nom) » est étranger au schéma"
      }
    }
  }

  /// Triggers that were dropped or disabled, and constraints that were never checked.
  private func protections(_ connexion: any SQLConnection, _ schema: SchemaDeBase) throws
    -> [String]
  {
    let actifs = try connexion.rows(
      """
      SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled = 'O'
      """
    ) { $0.text(0) }
    let desarmes = try connexion.rows(
      """
      SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled <> 'O'
      """
    ) { "le déclencheur « \($0.text(0)) » est désarmé" }
    let douteuses = try connexion.rows(
      """
      SELECT conname FROM pg_constraint
      WHERE connamespace = current_schema()::regnamespace AND NOT convalidated
      """
    ) { "la contrainte « \($0.text(0)) » n’a pas été vérifiée" }
    let manquants = Set(schema.declencheursPostgreSQL).subtracting(actifs).sorted()
    return manquants.map { "le déclencheur « \($0) » manque ou ne joue pas" } + desarmes
      + douteuses
  }

  /// Rows that name a row which is not there.
  private func orphelines(_ connexion: any SQLConnection, _ table: TableDeBase) throws -> [String] {
    try table.references.compactMap { reference in
      let liens = zip(reference.colonnes, reference.cle).map { "t.\($0) = p.\($1)" }
      let presentes = reference.colonnes.map { "t.\($0) IS NOT NULL" }
      let nombre =
        try connexion.first(
          SQLText(
            trusted: """
              SELECT count(*) FROM \(table.nom) t
              WHERE \(presentes.joined(separator: " AND ")) AND NOT EXISTS
                (SELECT 1 FROM \(reference.table) p WHERE \(liens.joined(separator: " AND ")))
              """
          )
        ) { $0.integer(0) } ?? 0
      guard nombre > 0 else { return nil }
      return "\(nombre) lignes de « \(table.nom) » nomment une ligne absente de "
        + "« \(reference.table) »"
    }
  }
}
