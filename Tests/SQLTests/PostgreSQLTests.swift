import PostgreSQL
import SQL
import Soutien
import Testing

@Suite("PostgreSQL")
struct PostgreSQLTests {
  private func error(_ body: () throws -> Void) -> SQLError? {
    #expect(throws: SQLError.self) { try body() }
  }

  @Test("un mauvais mot de passe est refusé, et n’apparaît nulle part")
  func refusesWrongPassword() throws {
    let server = try ServeurPostgreSQL(password: "Sesame2026")
    let connection = try PostgreSQLConnection(server.uri())
    #expect(try connection.first("SELECT 1") { $0.integer(0) } == 1)
    let wrong = error { _ = try PostgreSQLConnection(server.uri(password: "Rossignol")) }
    #expect(wrong?.cause == .authentication)
    #expect(wrong?.detail.contains("Rossignol") == false)
    let none = error {
      _ = try PostgreSQLConnection(
        "host=127.0.0.1 port=\(server.port) user=delibere dbname=postgres passfile=/dev/null"
      )
    }
    #expect(none?.cause == .authentication)
    let malformed = error {
      _ = try PostgreSQLConnection("postgresql://delibere:Rossignol@[127.0.0.1/postgres")
    }
    #expect(malformed?.cause == .unreachable)
    #expect(malformed?.detail.contains("Rossignol") == false)
  }

  @Test("une ligne refusée nomme la contrainte, jamais ce que la ligne contient")
  func hidesRefusedRows() throws {
    let base = try BaseTemporaire(.postgresql)
    let connection = try base.connect()
    try connection.script(
      "CREATE TABLE personne (nom TEXT UNIQUE, age BIGINT CONSTRAINT age_positif CHECK (age > 0))"
    )
    let insertion: SQLText = "INSERT INTO personne (nom, age) VALUES (?1, ?2)"
    try connection.execute(insertion, [.text("Rossignol"), .integer(1)])
    for age: Int64 in [2, -2] {
      let refused = error {
        try connection.execute(insertion, [.text("Rossignol"), .integer(age)])
      }
      #expect(refused?.detail.contains("personne") == true)
      #expect(refused?.detail.contains("Rossignol") == false)
    }
  }

  @Test("une base absente ou un port sans serveur sont inaccessibles")
  func namesUnreachable() throws {
    let server = try ServeurPostgreSQL.commun()
    #expect(
      error { _ = try PostgreSQLConnection(server.uri(database: "absente")) }?.cause == .unreachable
    )
    #expect(
      error { _ = try PostgreSQLConnection("postgresql://a@127.0.0.1:1/a") }?.cause == .unreachable
    )
  }

  @Test("un serveur qui s’arrête perd la connexion ; revenu, il a gardé ce qui était validé")
  func losesAndFinds() throws {
    let server = try ServeurPostgreSQL(fsync: true)
    let connection = try PostgreSQLConnection(server.uri())
    try connection.script("CREATE TABLE t (id BIGINT)")
    try connection.transaction(.write) { _ = try connection.execute("INSERT INTO t VALUES (1)") }
    try connection.begin(.write)
    try connection.execute("INSERT INTO t VALUES (2)")
    try server.stop()
    #expect(error { try connection.commit() }?.cause == .lost(duringCommit: true))
    connection.rollback()
    #expect(connection.isLost)
    #expect(error { try connection.execute("SELECT 1") }?.cause == .lost(duringCommit: false))
    #expect(error { _ = try PostgreSQLConnection(server.uri()) }?.cause == .unreachable)
    try server.start()
    let again = try PostgreSQLConnection(server.uri())
    #expect(try again.rows("SELECT id FROM t") { $0.integer(0) } == [1])
  }

  @Test("ce qu’une connexion notifie, celle qui écoute le reçoit, au moment de la validation")
  func notifies() throws {
    let base = try BaseTemporaire(.postgresql)
    let listener = try PostgreSQLConnection(base.address)
    let sender = try PostgreSQLConnection(base.address)
    try listener.listen("canal \"É\"")
    try sender.begin(.write)
    try sender.notify("canal \"É\"", "'); DROP --")
    #expect(try listener.waitForNotifications(milliseconds: 20).isEmpty)
    try sender.commit()
    try sender.notify("autre", "rien")
    #expect(
      try listener.waitForNotifications(milliseconds: 5_000).map { [$0.channel, $0.payload] }
        == [["canal \"É\"", "'); DROP --"]]
    )
  }

  @Test("une écoute coupée est une connexion perdue")
  func losesListening() throws {
    let base = try BaseTemporaire(.postgresql)
    let listener = try PostgreSQLConnection(base.address)
    let process = try listener.first("SELECT pg_backend_pid()") { $0.integer(0) } ?? 0
    let other = try PostgreSQLConnection(base.address)
    try other.execute(
      "SELECT pg_terminate_backend(CAST(?1 AS INTEGER), 5000)",
      [.integer(process)],
    )
    let lost = error { _ = try listener.waitForNotifications(milliseconds: 5_000) }
    #expect(lost?.cause == .lost(duringCommit: false))
  }

  @Test("des types que les tables n’emploient pas se lisent en texte, sommes comprises")
  func readsOtherTypes() throws {
    let base = try BaseTemporaire(.postgresql)
    let connection = try PostgreSQLConnection(base.address)
    let read = try connection.first(
      """
      SELECT sum(n), 1.50, DATE '2026-07-01', '\\x00ff'::bytea, true, count(*)
      FROM (VALUES (9223372036854775806::bigint), (1)) AS t (n)
      """
    ) {
      ($0.integer(0), [$0.text(1), $0.text(2)], $0.blob(3), $0.integer(4), $0.integer(5))
    }
    #expect(read?.0 == .max)
    #expect(read?.1 == ["1.50", "2026-07-01"])
    #expect(read?.2 == [0, 255])
    #expect(read?.3 == 1 && read?.4 == 2)
    let binary = try connection.first("SELECT true, (-2)::smallint, (-3)::integer, 'a'::varchar") {
      ([$0.integer(0), $0.integer(1), $0.integer(2)], [$0.text(1), $0.text(3)])
    }
    #expect(binary?.0 == [1, -2, -3])
    #expect(binary?.1 == ["-2", "a"])
  }

  @Test("une instruction trop longue au goût de l’appelant est dite occupée")
  func namesTimeouts() throws {
    let base = try BaseTemporaire(.postgresql)
    let connection = try PostgreSQLConnection(base.address)
    try connection.execute("SET statement_timeout = 20")
    #expect(error { try connection.execute("SELECT pg_sleep(5)") }?.cause == .busy)
  }

  @Test("une requête préparée dans une transaction défaite sert encore")
  func keepsStatementsAfterRollback() throws {
    let base = try BaseTemporaire(.postgresql)
    let connection = try PostgreSQLConnection(base.address)
    try connection.begin(.write)
    #expect(try connection.first("SELECT 41 + CAST(?1 AS BIGINT)", [1]) { $0.integer(0) } == 42)
    connection.rollback()
    #expect(try connection.first("SELECT 41 + CAST(?1 AS BIGINT)", [2]) { $0.integer(0) } == 43)
    try connection.script("DEALLOCATE ALL")
    #expect(try connection.first("SELECT 41 + CAST(?1 AS BIGINT)", [3]) { $0.integer(0) } == 44)
  }

  @Test("une base copiée d’une autre en a les tables", arguments: SQLEngine.allCases)
  func copiesBases(_ engine: SQLEngine) throws {
    let model = try BaseTemporaire(engine)
    try model.connect().script("CREATE TABLE t (id BIGINT); INSERT INTO t VALUES (8)")
    let copy = try BaseTemporaire(copying: model)
    #expect(try copy.connect().first("SELECT id FROM t") { $0.integer(0) } == 8)
  }
}
