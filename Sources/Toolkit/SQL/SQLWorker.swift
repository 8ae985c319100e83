/// One thread’s connection: opened when it is needed, and again after it was lost.
final class SQLWorker {
  private let open: () throws -> any SQLConnection
  private var connection: (any SQLConnection)?

  init(open: @escaping () throws -> any SQLConnection) {
    self.open = open
  }

  /// Runs a job; no transaction remains open after it.
  func perform<Result>(_ body: (any SQLConnection) throws -> Result) throws -> Result {
    let connection = try connection ?? open()
    self.connection = connection
    defer {
      connection.rollback()
      if connection.isLost { self.connection = nil }
    }
    return try body(connection)
  }
}
