import SQL
import Soutien
import Testing

@Suite("Contraintes et transactions, quel que soit le moteur")
struct TransactionsTests {
  private func openWithTables(_ base: BaseTemporaire) throws -> any SQLConnection {
    let connection = try base.connect()
    try connection.script(
      """
      CREATE TABLE parent (id BIGINT PRIMARY KEY, nom TEXT NOT NULL UNIQUE CHECK (nom <> ''));
      CREATE TABLE enfant (id BIGINT PRIMARY KEY, parent BIGINT NOT NULL REFERENCES parent (id));
      INSERT INTO parent VALUES (1, 'un');
      """
    )
    return connection
  }

  private func count(_ connection: any SQLConnection) throws -> Int64? {
    try connection.first("SELECT count(*) FROM parent") { $0.integer(0) }
  }

  private func cause(_ body: () throws -> Void) -> SQLError.Cause? {
    #expect(throws: SQLError.self) { try body() }?.cause
  }

  @Test(
    "chaque contrainte est nommée",
    arguments: SQLEngine.allCases,
    [
      ("INSERT INTO parent VALUES (1, 'autre')", .unique),
      ("INSERT INTO parent VALUES (2, 'un')", .unique),
      ("INSERT INTO parent VALUES (2, NULL)", .notNull),
      ("INSERT INTO parent VALUES (2, '')", .check),
      ("INSERT INTO enfant VALUES (1, 2)", .foreignKey),
    ] as [(SQLText, SQLError.Constraint)],
  )
  func namesConstraints(
    _ engine: SQLEngine,
    _ example: (text: SQLText, constraint: SQLError.Constraint),
  ) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTables(base)
    #expect(cause { try connection.execute(example.text) } == .constraint(example.constraint))
    #expect(try count(connection) == 1)
  }

  @Test("une instruction fausse est une autre erreur", arguments: SQLEngine.allCases)
  func namesMistakes(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTables(base)
    #expect(cause { try connection.execute("SELECT inconnu FROM parent") } == .other)
    #expect(cause { try connection.execute("SELEC") } == .other)
    #expect(cause { try connection.execute("SELECT \"texte\"") } == .other)
    #expect(try count(connection) == 1)
  }

  @Test("ce qui échoue est défait, ce qui réussit est gardé", arguments: SQLEngine.allCases)
  func commitsOrUndoes(_ engine: SQLEngine) throws {
    struct Refus: Error {}
    let base = try BaseTemporaire(engine)
    let connection = try openWithTables(base)
    #expect(throws: Refus.self) {
      try connection.transaction(.write) {
        try connection.execute("INSERT INTO parent VALUES (2, 'deux')")
        throw Refus()
      }
    }
    #expect(try count(connection) == 1)
    try connection.transaction(.write) {
      _ = try connection.execute("INSERT INTO parent VALUES (3, 'trois')")
    }
    connection.rollback()
    #expect(try count(base.connect()) == 2)
  }

  @Test(
    "après un échec, la transaction ne peut que finir, même si on cache l’échec",
    arguments: SQLEngine.allCases,
  )
  func spoilsTransaction(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTables(base)
    try connection.begin(.write)
    try connection.execute("INSERT INTO parent VALUES (2, 'deux')")
    _ = cause { try connection.execute("INSERT INTO parent VALUES (3, 'un')") }
    #expect(cause { try connection.execute("INSERT INTO parent VALUES (3, 'trois')") } == .other)
    #expect(cause { try connection.commit() } == .other)
    connection.rollback()
    #expect(try count(connection) == 1)
    try connection.transaction(.write) {
      _ = try connection.execute("INSERT INTO parent VALUES (3, 'trois')")
    }
    #expect(try count(connection) == 2)
  }

  @Test("une transaction de lecture n’écrit pas", arguments: SQLEngine.allCases)
  func refusesWritesWhenReading(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTables(base)
    try connection.begin(.read)
    #expect(cause { try connection.execute("DELETE FROM parent") } == .readOnly)
    connection.rollback()
    #expect(try count(connection) == 1)
  }

  @Test(
    "une lecture garde son image pendant qu’un autre écrit, sans l’attendre",
    arguments: SQLEngine.allCases,
  )
  func keepsSnapshot(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let writer = try openWithTables(base)
    let reader = try base.connect(busyMilliseconds: 0)
    try reader.begin(.read)
    try writer.begin(.write)
    try writer.execute("INSERT INTO parent VALUES (2, 'deux')")
    #expect(try count(reader) == 1)
    try writer.commit()
    #expect(try count(reader) == 1)
    try reader.commit()
    #expect(try count(reader) == 2)
  }

  @Test("un second écrivain attend le temps permis, puis le dit", arguments: SQLEngine.allCases)
  func saysBusy(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let first = try openWithTables(base)
    let second = try base.connect(busyMilliseconds: 50)
    try first.begin(.write)
    try first.execute("UPDATE parent SET nom = 'premier'")
    #expect(
      cause {
        try second.begin(.write)
        try second.execute("UPDATE parent SET nom = 'second'")
      } == .busy
    )
    second.rollback()
    try first.commit()
    try second.transaction(.write) { _ = try second.execute("UPDATE parent SET nom = 'second'") }
    #expect(try first.first("SELECT nom FROM parent") { $0.text(0) } == "second")
  }

  @Test("dix mille lignes sont chargées toutes", arguments: SQLEngine.allCases)
  func loadsAll(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try base.connect()
    try connection.script("CREATE TABLE t (a BIGINT, b TEXT, c BYTEA, d BIGINT)")
    let added = try connection.load(into: "t", columns: ["a", "b", "c", "d"]) { writer in
      for number in 0..<10_000 as Range<Int64> {
        writer.integer(number &* 922_337_203_685_477)
        writer.text(number == 5_000 ? String(repeating: "é", count: 300_000) : "n° \(number)")
        writer.blob(number.isMultiple(of: 2) ? [] : [0, UInt8(truncatingIfNeeded: number)])
        if number.isMultiple(of: 3) { writer.null() } else { writer.integer(-number) }
        try writer.endRow()
      }
    }
    #expect(added == 10_000)
    let rows = try connection.rows("SELECT a, b, c, d FROM t ORDER BY a") { row in
      (row.integer(0), row.text(1), row.blob(2), row.optionalInteger(3))
    }
    #expect(rows.count == 10_000)
    #expect(rows[9_999] == (9_999 * 922_337_203_685_477, "n° 9999", [0, 15], nil))
    #expect(rows[5_000].1.utf8.count == 600_000)
    #expect(rows[4_000] == (4_000 * 922_337_203_685_477, "n° 4000", [], -4_000))
  }

  @Test(
    "un chargement qui échoue à la dernière ligne n’ajoute rien",
    arguments: SQLEngine.allCases,
    [true, false],
  )
  func loadsNothing(_ engine: SQLEngine, inTransaction: Bool) throws {
    struct Refus: Error {}
    let base = try BaseTemporaire(engine)
    let connection = try openWithTables(base)
    func load(failing: Bool) throws {
      try connection.load(into: "parent", columns: ["id", "nom"]) { writer in
        for number in 2...10_000 as ClosedRange<Int64> {
          writer.integer(number)
          writer.text(number == 10_000 && !failing ? "un" : "\(number)")
          try writer.endRow()
        }
        if failing { throw Refus() }
      }
    }
    if inTransaction { try connection.begin(.write) }
    #expect(cause { try load(failing: false) } == .constraint(.unique))
    connection.rollback()
    if inTransaction { try connection.begin(.write) }
    #expect(throws: Refus.self) { try load(failing: true) }
    connection.rollback()
    #expect(try count(connection) == 1)
  }
}
