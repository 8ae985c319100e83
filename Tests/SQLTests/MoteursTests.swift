import SQL
import Soutien
import Testing

@Suite("Une base, quel que soit le moteur")
struct MoteursTests {
  private static let schema: SQLText = """
    CREATE TABLE valeur (id BIGINT PRIMARY KEY, nombre BIGINT, texte TEXT, octets BYTEA)
    """

  private func openWithTable(_ base: BaseTemporaire) throws -> any SQLConnection {
    let connection = try base.connect()
    try connection.script(Self.schema)
    return connection
  }

  private func count(_ connection: any SQLConnection) throws -> Int64? {
    try connection.first("SELECT count(*) FROM valeur") { $0.integer(0) }
  }

  @Test(
    "un nombre entier revient tel quel, jusqu’aux extrêmes",
    arguments: SQLEngine.allCases,
    [0, 1, -1, 255, 65_536, -2_147_483_649, .max, .min],
  )
  func keepsIntegers(_ engine: SQLEngine, _ value: Int64) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTable(base)
    try connection.execute("INSERT INTO valeur (id, nombre) VALUES (1, ?1)", [.integer(value)])
    let read = try connection.first("SELECT nombre, nombre + 0 FROM valeur") {
      ($0.integer(0), $0.optionalInteger(1), $0.text(0))
    }
    #expect(read?.0 == value)
    #expect(read?.1 == value)
    #expect(read?.2 == String(value))
  }

  @Test(
    "un texte revient tel quel et n’est jamais interprété",
    arguments: SQLEngine.allCases,
    [
      "", "é", "e\u{301}", "œuf 🧑‍🏫 漢字", "'; DROP TABLE valeur; --", "?1 $1 \"\\x41\\", "\n\t\u{1}",
      String(repeating: "ÿ", count: 200_000),
    ],
  )
  func keepsTexts(_ engine: SQLEngine, _ text: String) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTable(base)
    try connection.execute("INSERT INTO valeur (id, texte) VALUES (1, ?1)", [.text(text)])
    let read = try connection.rows("SELECT texte FROM valeur WHERE texte = ?1", [.text(text)]) {
      ($0.isNull(0), $0.text(0))
    }
    #expect(read.count == 1)
    #expect(read.first?.0 == false)
    #expect(read.first.map { Array($0.1.utf8) } == Array(text.utf8))
  }

  @Test(
    "des octets reviennent tels quels, zéros compris",
    arguments: SQLEngine.allCases,
    [[], [0], [0, 0, 255, 0], Array("\\x4142".utf8), Array(0...255)] as [[UInt8]],
  )
  func keepsBlobs(_ engine: SQLEngine, _ bytes: [UInt8]) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTable(base)
    try connection.execute("INSERT INTO valeur (id, octets) VALUES (1, ?1)", [.blob(bytes)])
    let read = try connection.first("SELECT octets FROM valeur") { ($0.isNull(0), $0.blob(0)) }
    #expect(read?.0 == false)
    #expect(read?.1 == bytes)
  }

  @Test("l’absence de valeur n’est ni zéro ni le texte vide", arguments: SQLEngine.allCases)
  func keepsNull(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTable(base)
    try connection.execute("INSERT INTO valeur VALUES (?1, ?2, ?3, ?4)", [1, nil, nil, nil])
    try connection.query("SELECT nombre, texte, octets FROM valeur", []) { row in
      #expect([0, 1, 2].allSatisfy(row.isNull))
      #expect(row.optionalInteger(0) == nil)
      #expect(row.optionalText(1) == nil)
      #expect((row.integer(0), row.text(1), row.blob(2)) == (0, "", []))
    }
    #expect(try connection.first("SELECT 1 FROM valeur WHERE texte = ''") { _ in 1 } == nil)
  }

  @Test(
    "un texte qui contient U+0000 est refusé et rien n’est écrit",
    arguments: SQLEngine.allCases,
  )
  func refusesZero(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTable(base)
    #expect(throws: SQLError.zeroInText) {
      try connection.execute("INSERT INTO valeur (id, texte) VALUES (1, ?1)", ["a\0b"])
    }
    #expect(throws: SQLError.zeroInText) {
      try connection.load(into: "valeur", columns: ["id", "texte"]) { writer in
        writer.integer(1)
        writer.text("a\0b")
        try writer.endRow()
      }
    }
    #expect(try count(connection) == 0)
  }

  @Test("le nombre de lignes changées est celui de l’instruction", arguments: SQLEngine.allCases)
  func countsChanges(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTable(base)
    #expect(try connection.execute("INSERT INTO valeur (id) VALUES (1), (2), (3)") == 3)
    #expect(try connection.execute("CREATE TABLE autre (id BIGINT)") == 0)
    #expect(try connection.execute("SELECT id FROM valeur") == 0)
    #expect(try connection.execute("UPDATE valeur SET nombre = 5 WHERE id > ?1", [1]) == 2)
    #expect(try connection.execute("DELETE FROM valeur WHERE id = ?1", [9]) == 0)
  }

  @Test("une requête peut en lancer une autre, et la même", arguments: SQLEngine.allCases)
  func nestsQueries(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTable(base)
    try connection.execute("INSERT INTO valeur (id) VALUES (1), (2), (3)")
    var pairs: [[Int64]] = []
    try connection.query("SELECT id FROM valeur ORDER BY id", []) { outer in
      try connection.query("SELECT id FROM valeur ORDER BY id", []) { inner in
        pairs.append([outer.integer(0), inner.integer(0)])
      }
    }
    #expect(pairs.count == 9)
    #expect(pairs.last == [3, 3])
  }

  @Test(
    "un point d’interrogation écrit entre guillemets reste un texte",
    arguments: SQLEngine.allCases,
  )
  func keepsQuotedPlaces(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try base.connect()
    let read = try connection.first(
      "SELECT 'l''?1' AS \"a?2\" /* '?3 */, CAST(?1 AS TEXT) -- ?4'\n, CAST(?1 AS TEXT)",
      ["vu"],
    ) { [$0.text(0), $0.text(1), $0.text(2)] }
    #expect(read == ["l'?1", "vu", "vu"])
  }

  @Test(
    "un changement de schéma ne gêne pas une requête déjà préparée",
    arguments: SQLEngine.allCases,
  )
  func survivesSchemaChange(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try openWithTable(base)
    try connection.execute("INSERT INTO valeur (id) VALUES (7)")
    for _ in 1...2 {
      #expect(try connection.first("SELECT * FROM valeur") { $0.integer(0) } == 7)
      try connection.script("ALTER TABLE valeur ADD COLUMN ajout BIGINT")
      #expect(try connection.first("SELECT * FROM valeur") { $0.isNull(4) } == true)
      try connection.script("ALTER TABLE valeur DROP COLUMN ajout")
    }
  }

  @Test("plus de requêtes que la mémoire n’en garde", arguments: SQLEngine.allCases)
  func forgetsStatements(_ engine: SQLEngine) throws {
    let base = try BaseTemporaire(engine)
    let connection = try base.connect()
    for number in 0..<600 {
      let text = SQLText(trusted: "SELECT CAST(?1 AS BIGINT) + \(number)")
      #expect(try connection.first(text, [1]) { $0.integer(0) } == Int64(number + 1))
    }
  }
}
