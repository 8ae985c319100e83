internal import SQL
internal import SQLite

/// The tables of a schema, asked of an empty base made for it: the only list of them.
struct SchemaDeBase: Sendable {
  /// Every table but the one of the migrations, each after those that it refers to.
  let tables: [TableDeBase]
  /// Tables, indexes and triggers of SQLite, by kind and name, with their text.
  let objetsSQLite: [String: String]
  /// The triggers that PostgreSQL must have.
  let declencheursPostgreSQL: [String]

  /// The schema of the program.
  static let present = Result { try SchemaDeBase(Migration.toutes) }

  init(_ migrations: [Migration]) throws {
    let vide = try SQLiteConnection(path: ":memory:")
    try MiseANiveau(vide, migrations).executer()
    let noms = try vide.rows(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT IN ('schema_base') AND name NOT LIKE 'sqlite_%'
      ORDER BY rowid
      """
    ) { $0.text(0) }
    tables = try Self.ordonnees(noms.map { try TableDeBase($0, vide) })
    objetsSQLite = try Self.objets(vide)
    declencheursPostgreSQL = migrations.flatMap { Self.declencheurs($0.postgresql) }
  }

  /// What a base of SQLite holds, but for what the engine makes by itself.
  static func objets(_ connexion: any SQLConnection) throws -> [String: String] {
    let objets = try connexion.rows(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    ) { ("\($0.text(0)) \($0.text(1))", $0.text(2)) }
    return Dictionary(objets) { _, dernier in dernier }
  }

  private static func declencheurs(_ texte: String) -> [String] {
    let mots = texte.split { $0 == " " || $0 == "\n" }
    return mots.indices.dropFirst(2).compactMap { rang in
      mots[rang - 2] == "CREATE" && mots[rang - 1] == "TRIGGER" ? String(mots[rang]) : nil
    }
  }

  /// Parents first; the order of the schema otherwise.
  private static func ordonnees(_ tables: [TableDeBase]) throws -> [TableDeBase] {
    var reste = tables
    var faites: [TableDeBase] = []
    var noms: Set<String> = []
    while !reste.isEmpty {
      let pretes = reste.filter { table in
        table.references.allSatisfy { noms.contains($0.table) || $0.table == table.nom }
      }
      guard !pretes.isEmpty else {
        throw SQLError(.other, "tables refer to one another: \(reste.map(\.nom))")
      }
      faites += pretes
      noms.formUnion(pretes.map(\.nom))
      reste.removeAll { noms.contains($0.nom) }
    }
    return faites
  }
}

/// A table of the schema.
struct TableDeBase: Sendable {
  let nom: String
  let colonnes: [Colonne]
  /// The columns of its key, in order.
  let cle: [String]
  let references: [Reference]

  struct Colonne: Sendable {
    let nom: String
    let type: TypeDeColonne
  }

  /// The columns that name a row of another table, in the order of its key.
  struct Reference: Sendable {
    let table: String
    let colonnes: [String]
    let cle: [String]
  }

  /// What both engines keep exactly.
  enum TypeDeColonne: String, Sendable {
    case entier = "INTEGER"
    case texte = "TEXT"
    case octets = "BLOB"
  }

  init(_ nom: String, _ connexion: any SQLConnection) throws {
    self.nom = nom
    colonnes = try connexion.rows(
      "SELECT name, type FROM pragma_table_info(?1) ORDER BY cid",
      [.text(nom)],
    ) { Colonne(nom: $0.text(0), type: try $0.lu(TypeDeColonne(rawValue: $0.text(1)))) }
    cle = try Self.cle(nom, connexion)
    let liens = try connexion.rows(
      "SELECT id, \"table\", \"from\" FROM pragma_foreign_key_list(?1) ORDER BY id, seq",
      [.text(nom)],
    ) { (id: $0.integer(0), table: $0.text(1), colonne: $0.text(2)) }
    references = try Dictionary(grouping: liens, by: \.id).sorted { $0.key < $1.key }.map {
      Reference(
        table: $0.value[0].table,
        colonnes: $0.value.map(\.colonne),
        cle: try Self.cle($0.value[0].table, connexion),
      )
    }
  }

  private static func cle(_ table: String, _ connexion: any SQLConnection) throws -> [String] {
    try connexion.rows(
      "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk",
      [.text(table)],
    ) { $0.text(0) }
  }

  /// The name of the table, to be put in a statement: it comes from our own schema.
  var sql: SQLText { SQLText(trusted: nom) }

  /// Every row, in the order of the key.
  var selection: SQLText {
    let colonnes = colonnes.map(\.nom).joined(separator: ", ")
    let cle = cle.joined(separator: ", ")
    return SQLText(trusted: "SELECT \(colonnes) FROM \(nom) ORDER BY \(cle)")
  }

  func contient(_ colonne: String) -> Bool { colonnes.contains { $0.nom == colonne } }
}
