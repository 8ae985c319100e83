internal import PostgreSQL
public import SQL
internal import SQLite

/// A database for one test on either engine, deleted with its last reference.
public final class BaseTemporaire: Sendable {
  public let engine: SQLEngine
  /// The path of the file (SQLite) or the address of the database (PostgreSQL).
  public let address: String
  /// The folder of the file, empty for PostgreSQL.
  public let folder: String

  /// Makes an empty database.
  public convenience init(_ engine: SQLEngine) throws {
    try self.init(engine, template: nil)
  }

  /// Makes a database like another one, to which nobody may be connected: quicker than its schema.
  public convenience init(copying other: BaseTemporaire) throws {
    try self.init(other.engine, template: other.address)
  }

  /// Makes a database that others copy, and that is there until the process ends.
  public static func model(_ engine: SQLEngine) throws -> BaseTemporaire {
    let model = try BaseTemporaire(engine)
    if engine == .sqlite { Shell.removeAtExit(model.folder) }
    return model
  }

  private init(_ engine: SQLEngine, template: String?) throws {
    self.engine = engine
    switch engine {
    case .sqlite:
      folder = try Shell.temporaryFolder("sqlite")
      address = "\(folder)/base.sqlite"
      if let template { try SQLiteConnection(path: template).backup(to: address) }
    case .postgresql:
      folder = ""
      address = try ServeurPostgreSQL.commun().newDatabase(template: template)
    }
  }

  deinit {
    switch engine {
    case .sqlite: Shell.remove(folder)
    case .postgresql: try? ServeurPostgreSQL.commun().discard(address)
    }
  }

  /// Opens a connection.
  /// - Parameter busyMilliseconds: how long it waits for a lock.
  /// - Returns: a connection, to be used by one thread at a time.
  /// - Throws: what the engine says.
  public func connect(busyMilliseconds: Int32 = 5_000) throws -> any SQLConnection {
    switch engine {
    case .sqlite: return try SQLiteConnection(path: address, busyMilliseconds: busyMilliseconds)
    case .postgresql:
      let connection = try PostgreSQLConnection(address)
      try connection.execute(
        "SELECT set_config('lock_timeout', ?1, false)",
        [.text("\(busyMilliseconds)ms")],
      )
      return connection
    }
  }

  /// Starts a pool of connections, which keeps the database.
  public func pool(size: Int) -> SQLPool {
    SQLPool(size: size) { try self.connect() }
  }
}
