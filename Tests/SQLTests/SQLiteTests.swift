import Files
import SQL
import SQLite
import Soutien
import Testing

@Suite("SQLite")
struct SQLiteTests {
  private let base: BaseTemporaire

  init() throws { base = try BaseTemporaire(.sqlite) }

  private func open(_ mode: SQLiteConnection.Mode = .readWriteCreate) throws -> SQLiteConnection {
    try SQLiteConnection(path: base.address, mode: mode)
  }

  private func cause(_ body: () throws -> Void) -> SQLError.Cause? {
    #expect(throws: SQLError.self) { try body() }?.cause
  }

  @Test("un fichier ouvert en lecture se lit et ne s’écrit pas")
  func readsOnly() throws {
    let writer = try open()
    try writer.script("CREATE TABLE t (id BIGINT); INSERT INTO t VALUES (1)")
    let reader = try open(.readOnly)
    #expect(try reader.first("SELECT id FROM t") { $0.integer(0) } == 1)
    #expect(cause { try reader.execute("DELETE FROM t") } == .readOnly)
    #expect(cause { try reader.begin(.write) } == .readOnly)
  }

  @Test(
    "un fichier qui n’est pas une base est refusé sans être touché",
    arguments: SQLiteModes.all,
  )
  func refusesOtherFiles(_ mode: SQLiteConnection.Mode) throws {
    let content = Array(String(repeating: "ceci n’est pas une base ", count: 100).utf8)
    try writeFile(base.address, content)
    #expect(cause { _ = try open(mode) } == .corrupt)
    #expect(try readFile(base.address, limit: 10_000) == content)
  }

  @Test("un chemin absent est dit inaccessible, et rien n’est créé")
  func namesMissingPaths() throws {
    #expect(cause { _ = try open(.readOnly) } == .unreachable)
    #expect(cause { _ = try open(.readWrite) } == .unreachable)
    #expect(throws: FileError.notFound) { try readFile(base.address, limit: 10) }
    let path = base.folder + "/absent/base.sqlite"
    #expect(cause { _ = try SQLiteConnection(path: path) } == .unreachable)
    #expect(cause { _ = try SQLiteConnection(path: base.folder) } == .unreachable)
  }

  @Test("un disque plein est nommé, et la transaction est défaite")
  func namesFullDisk() throws {
    let connection = try open()
    try connection.script("CREATE TABLE t (octets BYTEA)")
    try connection.execute("PRAGMA max_page_count = 20")
    try connection.begin(.write)
    let error = cause {
      for _ in 0..<100 {
        try connection.execute(
          "INSERT INTO t VALUES (?1)",
          [.blob(Array(repeating: 7, count: 4_000))],
        )
      }
    }
    #expect(error == .full)
    #expect(cause { try connection.commit() } == .other)
    connection.rollback()
    #expect(try connection.first("SELECT count(*) FROM t") { $0.integer(0) } == 0)
  }

  @Test("les protections sont en place")
  func isHardened() throws {
    let connection = try open()
    func pragma(_ text: SQLText) throws -> String? { try connection.first(text) { $0.text(0) } }
    #expect(try pragma("PRAGMA journal_mode") == "wal")
    #expect(try pragma("PRAGMA synchronous") == "2")
    #expect(try pragma("PRAGMA foreign_keys") == "1")
    #expect(try pragma("PRAGMA trusted_schema") == "0")
    #expect(try pragma("PRAGMA busy_timeout") == "5000")
    try connection.script("CREATE TABLE t (id BIGINT); PRAGMA writable_schema = ON")
    #expect(cause { try connection.execute("DELETE FROM sqlite_schema") } == .other)
  }

  @Test("la version des données change quand un autre écrit, non quand on écrit soi-même")
  func noticesChanges() throws {
    let connection = try open()
    let other = try open()
    try connection.script("CREATE TABLE t (id BIGINT)")
    let before = try connection.dataVersion
    try connection.execute("INSERT INTO t VALUES (1)")
    #expect(try connection.dataVersion == before)
    try other.execute("INSERT INTO t VALUES (2)")
    #expect(try connection.dataVersion != before)
  }

  @Test("une sauvegarde en marche donne l’état du début pendant qu’un autre écrit")
  func backsUpWhileOthersWrite() throws {
    let connection = try open()
    let writer = try open()
    try connection.script("CREATE TABLE t (id BIGINT, octets BYTEA)")
    try connection.load(into: "t", columns: ["id", "octets"]) { rows in
      for number in 0..<3_000 as Range<Int64> {
        rows.integer(number)
        rows.blob(Array(repeating: 1, count: 2_000))
        try rows.endRow()
      }
    }
    let copy = base.folder + "/copie.sqlite"
    var slices: [Int] = []
    try connection.backup(to: copy) { remaining, total in
      slices.append(remaining)
      #expect(total > 1_000)
      #expect(throws: Never.self) { try writer.execute("INSERT INTO t VALUES (9, NULL)") }
    }
    #expect(slices.count > 2 && slices.last == 0)
    #expect(slices == slices.sorted(by: >))
    let restored = try SQLiteConnection(path: copy, mode: .readWrite)
    #expect(try restored.integrityCheck().isEmpty)
    #expect(try restored.first("SELECT count(*) FROM t") { $0.integer(0) } == 3_000)
    let now = try connection.first("SELECT count(*) FROM t") { $0.integer(0) }
    #expect(now == 3_000 + Int64(slices.count))
  }

  @Test("une sauvegarde impossible ne laisse rien et ne gêne pas la base")
  func failsToBackUp() throws {
    let connection = try open()
    try connection.script("CREATE TABLE t (id BIGINT)")
    #expect(cause { try connection.backup(to: base.folder + "/absent/copie") } == .unreachable)
    try connection.transaction(.write) { _ = try connection.execute("INSERT INTO t VALUES (1)") }
    #expect(try connection.first("SELECT count(*) FROM t") { $0.integer(0) } == 1)
  }

  @Test("la vérification nomme une clé étrangère qui ne mène nulle part")
  func findsBrokenKeys() throws {
    let connection = try open()
    try connection.script(
      """
      CREATE TABLE parent (id BIGINT PRIMARY KEY);
      CREATE TABLE enfant (parent BIGINT REFERENCES parent (id));
      """
    )
    #expect(try connection.integrityCheck().isEmpty)
    try connection.script("PRAGMA foreign_keys = OFF; INSERT INTO enfant VALUES (4)")
    #expect(try connection.integrityCheck() == ["enfant, row 1: no such row in parent"])
  }

  @Test("une page abîmée est trouvée")
  func findsDamage() throws {
    do {
      let connection = try open()
      try connection.script("CREATE TABLE t (octets BYTEA)")
      try connection.load(into: "t", columns: ["octets"]) { rows in
        for _ in 0..<200 {
          rows.blob(Array(repeating: 1, count: 2_000))
          try rows.endRow()
        }
      }
    }
    var content = try readFile(base.address, limit: 10_000_000)
    #expect(content.count > 100_000)
    for index in 40_960..<45_056 { content[index] = 0xFF }
    try writeFile(base.address, content)
    let damaged = try open(.readOnly)
    let findings = try? damaged.integrityCheck()
    #expect(findings?.isEmpty != true)
    #expect(cause { try damaged.query("SELECT octets FROM t", []) { _ in } } == .corrupt)
  }
}

private enum SQLiteModes {
  static let all: [SQLiteConnection.Mode] = [.readOnly, .readWrite, .readWriteCreate]
}
