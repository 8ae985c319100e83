internal import Glibc
internal import PostgreSQL
internal import SQL
internal import Threads

/// A real PostgreSQL server in a temporary folder, gone with the process even when it is killed.
public final class ServeurPostgreSQL: Sendable {
  private let folder: String
  private let binaries: String
  private let password: String?
  private let fsync: Bool
  private let databases = Monitor(0)
  /// The databases that nobody needs any more, where connections may linger.
  private let discarded = Monitor<[String]>([])
  public let port: UInt16

  /// The server that all tests of a process share.
  private static let shared = Result { try ServeurPostgreSQL() }

  /// The server that all tests of the process share, started by the first who asks.
  public static func commun() throws -> ServeurPostgreSQL { try shared.get() }

  /// Starts a server for one test.
  /// - Parameters:
  ///   - password: the one it asks for; `nil` trusts everyone.
  ///   - fsync: whether what is committed survives the machine; off is quicker.
  /// - Throws: `Failure` with the log, where it does not start.
  public init(password: String? = nil, fsync: Bool = false) throws {
    binaries = try Shell.postgreSQLBinaries()
    folder = try Shell.temporaryFolder("pg")
    port = try Shell.freePort()
    self.password = password
    self.fsync = fsync
    try Shell.run("chmod 711 \(folder)")
    if Shell.isRoot { try Shell.run("chown postgres \(folder)") }
    watch()
    try makeCluster()
    try start()
  }

  deinit {
    try? stop()
    Shell.remove(folder)
  }

  /// The address of one of its databases.
  /// - Parameters:
  ///   - database: its name.
  ///   - password: another password than the right one.
  /// - Returns: a `postgresql://` address.
  public func uri(database: String = "postgres", password: String? = nil) -> String {
    let secret = (password ?? self.password).map { ":\($0)" } ?? ""
    return "postgresql://delibere\(secret)@127.0.0.1:\(port)/\(database)"
  }

  /// Makes a database, empty or like another, to which nobody may be connected.
  /// - Parameter template: the name or the address of the other.
  /// - Returns: its address.
  /// - Throws: what the server says.
  public func newDatabase(template: String? = nil) throws -> String {
    let number = databases.change {
      $0 += 1
      return $0
    }
    let model = template?.split(separator: "/").last ?? "template1"
    let connection = try PostgreSQLConnection(uri())
    dropDiscarded(connection)
    try connection.script(
      SQLText(trusted: "CREATE DATABASE base_\(number) TEMPLATE \"\(model)\"")
    )
    return uri(database: "base_\(number)")
  }

  /// Lets a database be deleted once nobody is connected to it, before another is made.
  func discard(_ uri: String) { discarded.change { $0.append(uri) } }

  private func dropDiscarded(_ connection: PostgreSQLConnection) {
    let uris = discarded.change { uris in
      defer { uris = [] }
      return uris
    }
    for uri in uris {
      let name = uri.split(separator: "/").last ?? ""
      do {
        try connection.script(SQLText(trusted: "DROP DATABASE \"\(name)\""))
      } catch {
        discard(uri)
      }
    }
  }
}

// MARK: - Life

extension ServeurPostgreSQL {
  /// Starts the server again after `stop`, on the same port.
  public func start() throws {
    let options = [
      "-p \(port)", "-c listen_addresses=127.0.0.1", "-c unix_socket_directories=\(folder)",
      "-c fsync=\(fsync ? "on" : "off")", "-c max_connections=200", "-c shared_buffers=64MB",
    ].joined(separator: " ")
    try control("-l \(folder)/server.log -w -t 60 -o '\(options)' start")
  }

  /// Stops the server at once, as a fault would: nobody is told, nothing is tidied.
  public func stop() throws { try control("-m immediate -w stop") }

  private func makeCluster() throws {
    var options = "-U delibere --no-sync -E UTF8 --locale=C.UTF-8"
    if let password {
      try Shell.run("printf '%s' '\(password)' > \(folder)/password")
      options += " --auth=scram-sha-256 --pwfile=\(folder)/password"
    } else {
      options += " --auth=trust"
    }
    try Shell.run(
      "cd \(folder) && \(Shell.asServer) \(binaries)/initdb -D \(folder)/data \(options)",
      log: "\(folder)/log",
    )
  }

  private func control(_ command: String) throws {
    try Shell.run(
      "cd \(folder) && \(Shell.asServer) \(binaries)/pg_ctl -D \(folder)/data \(command)",
      log: "\(folder)/log",
    )
  }

  /// Has it stopped and deleted at the end of this process.
  private func watch() {
    let stop = "\(Shell.asServer) \(binaries)/pg_ctl -D \(folder)/data -m immediate -w stop"
    Shell.removeAtExit(folder, after: stop)
  }
}
