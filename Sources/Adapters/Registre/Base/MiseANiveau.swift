internal import Actes
internal import Hashing
internal import SQL

/// Brings a base to the schema of the program, or refuses one that a later program made.
struct MiseANiveau {
  private let connexion: any SQLConnection
  private let migrations: [Migration]

  init(_ connexion: any SQLConnection, _ migrations: [Migration] = Migration.toutes) {
    self.connexion = connexion
    self.migrations = migrations
  }

  /// Runs the missing steps, all or none.
  func executer() throws {
    try connexion.transaction(.write) { try executerDansLaTransaction() }
  }

  /// Runs the missing steps in the transaction that is open, under a condition that is asked once
  /// the others are kept out: where it does not hold, the place is taken.
  func executerDansLaTransaction(quand condition: () throws -> Bool = { true }) throws {
    try attendreLesAutres()
    guard try condition() else { throw RefusDeSauvegarde.destinationOccupee }
    if try !existe() { try connexion.script(Self.table(connexion.engine)) }
    let faites = try verifiees()
    for migration in migrations.dropFirst(faites) { try executer(migration) }
  }

  /// The number of steps that the base holds; 0 where it has no table.
  func version() throws -> Int { try existe() ? verifiees() : 0 }

  /// Whether the base has no table, or those of the program with no establishment yet.
  func estVide() throws -> Bool {
    let tables: SQLText =
      switch connexion.engine {
      case .sqlite: "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"
      case .postgresql: "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
      }
    guard try connexion.first(tables, [], { $0.integer(0) }) != 0 else { return true }
    guard try version() > 0 else { return false }
    return try connexion.first("SELECT count(*) FROM etablissement") { $0.integer(0) } == 0
  }

  /// The number of steps that the base holds, each the one that the program knows.
  private func verifiees() throws -> Int {
    let faites = try connexion.rows("SELECT numero, empreinte FROM schema_base ORDER BY numero") {
      (Int($0.integer(0)), $0.text(1))
    }
    guard faites.count <= migrations.count else {
      throw ErreurDeRegistre.plusRecente(base: faites.count, programme: migrations.count)
    }
    for (migration, faite) in zip(migrations, faites) {
      guard faite == (migration.numero, empreinte(migration)) else {
        throw ErreurDeRegistre.schemaEtranger(migration.numero)
      }
    }
    return faites.count
  }

  private func executer(_ migration: Migration) throws {
    try connexion.script(migration.texte(pour: connexion.engine))
    try connexion.execute(
      "INSERT INTO schema_base (numero, nom, empreinte) VALUES (?1, ?2, ?3)",
      [.integer(Int64(migration.numero)), .text(migration.nom), .text(empreinte(migration))],
    )
  }

  private func empreinte(_ migration: Migration) -> String {
    let texte = migration.texte(pour: connexion.engine).text
    return Hexadecimal.text(SHA256.digest(Array(texte.utf8)))
  }

  /// Two programs that start together do not both migrate.
  private func attendreLesAutres() throws {
    guard connexion.engine == .postgresql else { return }
    try connexion.query("SELECT pg_advisory_xact_lock(20260701)", []) { _ in }
  }

  private func existe() throws -> Bool {
    let requete: SQLText =
      switch connexion.engine {
      case .sqlite: "SELECT 1 FROM sqlite_schema WHERE name = 'schema_base'"
      case .postgresql:
        "SELECT 1 FROM pg_tables WHERE tablename = 'schema_base' AND schemaname = current_schema()"
      }
    return try connexion.first(requete) { _ in true } ?? false
  }

  private static func table(_ moteur: SQLEngine) -> SQLText {
    let colonnes: SQLText = """
      (numero BIGINT NOT NULL PRIMARY KEY, nom TEXT NOT NULL, empreinte TEXT NOT NULL)
      """
    return "CREATE TABLE schema_base " + colonnes
  }
}
