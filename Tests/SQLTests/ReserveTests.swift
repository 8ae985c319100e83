import PostgreSQL
import SQL
import Soutien
import Testing

@Suite("Des connexions en réserve, chacune dans son fil")
struct ReserveTests {
  private func pool(_ engine: SQLEngine, size: Int) async throws -> SQLPool {
    let pool = try BaseTemporaire(engine).pool(size: size)
    try await pool.run { try $0.script("CREATE TABLE t (id BIGINT PRIMARY KEY)") }
    return pool
  }

  private func count(_ pool: SQLPool) async throws -> Int64? {
    try await pool.run { try $0.first("SELECT count(*) FROM t") { $0.integer(0) } }
  }

  @Test("cent tâches écrivent et lisent ensemble", arguments: SQLEngine.allCases)
  func servesManyTasks(_ engine: SQLEngine) async throws {
    let pool = try await pool(engine, size: 4)
    defer { pool.close() }
    let read = try await withThrowingTaskGroup(of: Int64?.self) { group in
      for number in 0..<100 as Range<Int64> {
        group.addTask {
          try await pool.run { connection in
            try connection.transaction(.write) {
              _ = try connection.execute("INSERT INTO t VALUES (?1)", [.integer(number)])
            }
            return try connection.first("SELECT id FROM t WHERE id = ?1", [.integer(number)]) {
              $0.integer(0)
            }
          }
        }
      }
      return try await group.reduce(into: Set<Int64?>()) { $0.insert($1) }
    }
    #expect(read == Set((0..<100).map { $0 }))
    #expect(try await count(pool) == 100)
  }

  @Test(
    "une tâche qui échoue ou oublie de finir ne laisse rien derrière elle",
    arguments: SQLEngine.allCases,
  )
  func undoesWhatRemains(_ engine: SQLEngine) async throws {
    struct Refus: Error {}
    let pool = try await pool(engine, size: 1)
    defer { pool.close() }
    await #expect(throws: Refus.self) {
      try await pool.run { connection in
        try connection.begin(.write)
        try connection.execute("INSERT INTO t VALUES (1)")
        throw Refus()
      }
    }
    try await pool.run { connection in
      try connection.begin(.write)
      try connection.execute("INSERT INTO t VALUES (2)")
    }
    #expect(try await count(pool) == 0)
  }

  @Test("fermée, elle finit ce qu’elle a reçu et refuse le reste", arguments: SQLEngine.allCases)
  func closes(_ engine: SQLEngine) async throws {
    let pool = try await pool(engine, size: 2)
    #expect(try pool.runBlocking { try $0.first("SELECT 5") { $0.integer(0) } } == 5)
    pool.close()
    pool.close()
    await #expect(throws: SQLError(.unreachable, "the pool is closed")) {
      try await pool.run { _ in }
    }
  }

  @Test("une connexion perdue est signalée à sa tâche, et rouverte pour la suivante")
  func reopens() async throws {
    let base = try BaseTemporaire(.postgresql)
    let pool = base.pool(size: 1)
    defer { pool.close() }
    let process = try await pool.run { try $0.first("SELECT pg_backend_pid()") { $0.integer(0) } }
    let killer = try base.connect()
    try killer.execute(
      "SELECT pg_terminate_backend(CAST(?1 AS INTEGER), 5000)",
      [.integer(process ?? 0)],
    )
    let error = await #expect(throws: SQLError.self) {
      try await pool.run { try $0.execute("SELECT 1") }
    }
    #expect(error?.cause == .lost(duringCommit: false))
    let other = try await pool.run { try $0.first("SELECT pg_backend_pid()") { $0.integer(0) } }
    #expect(other != nil && other != process)
  }

  @Test("une ouverture impossible est l’erreur de chaque tâche, jusqu’à ce qu’elle réussisse")
  func opensLazily() async throws {
    let base = try BaseTemporaire(.sqlite)
    let attempts = Attempts()
    let pool = SQLPool(size: 1) {
      guard attempts.next() > 2 else { throw SQLError(.unreachable, "pas encore") }
      return try base.connect()
    }
    defer { pool.close() }
    for _ in 1...2 {
      await #expect(throws: SQLError(.unreachable, "pas encore")) {
        try await pool.run { try $0.execute("SELECT 1") }
      }
    }
    try await pool.run { _ = try $0.execute("SELECT 1") }
    try await pool.run { _ = try $0.execute("SELECT 1") }
    #expect(attempts.next() == 4)
  }
}
