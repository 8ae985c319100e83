internal import Glibc
internal import Threads

/// Commands of the system, for the needs of tests.
enum Shell {
  /// A command that failed, with what it wrote.
  struct Failure: Error {
    let command: String
    let log: String
  }

  static var isRoot: Bool { geteuid() == 0 }

  /// What makes a command run as a user whom PostgreSQL accepts: it refuses root.
  static var asServer: String {
    isRoot ? "setpriv --reuid=postgres --regid=postgres --init-groups env" : "env"
  }

  static func run(_ command: String, log: String = "/dev/null") throws {
    let code = unsafe system("{ \(command); } </dev/null >>\(log) 2>&1")
    guard code != 0 else { return }
    throw Failure(command: command, log: read(log))
  }

  /// Starts a command that outlives this process and holds none of its files.
  static func detach(_ command: String) {
    unsafe system("setsid sh -c '\(command)' </dev/null >/dev/null 2>&1 &")
  }

  /// Leaves a shell behind that waits for the end of this process, or for somebody else to delete
  /// the folder, then does a last thing there and deletes it.
  static func removeAtExit(_ folder: String, after last: String = "true") {
    let wait = "while kill -0 \(getpid()) && [ -d \(folder) ]; do sleep 0.2; done"
    detach("\(wait); cd \(folder) && \(last); rm -rf \(folder)")
  }

  static func remove(_ folder: String) { try? run("rm -rf \(folder)") }

  static func temporaryFolder(_ purpose: String) throws -> String {
    var template = Array("/tmp/delibere-\(purpose)-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw Failure(command: "mkdtemp", log: "") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folder of the newest PostgreSQL that Debian has installed.
  static func postgreSQLBinaries() throws -> String {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob("/usr/lib/postgresql/*/bin", 0, nil, &found) == 0,
      let last = unsafe found.gl_pathv[Int(found.gl_pathc) - 1]
    else { throw Failure(command: "initdb", log: "postgresql n’est pas installé") }
    return unsafe String(cString: last)
  }

  /// A port of the loopback that nobody uses now.
  static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    unsafe address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, length) == 0
          ? getsockname(descriptor, address, &length) : -1
      }
    }
    guard code == 0 else { throw Failure(command: "bind", log: "") }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Does what blocks on a thread of its own: those of Swift’s tasks are few.
  static func onThread<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      pthread_detach(
        startThread(named: "serveur") { continuation.resume(with: Swift.Result { try body() }) }
      )
    }
  }

  /// Waits until something is there, for a minute at most.
  static func wait<Value>(log: String, for found: () -> Value?) throws -> Value {
    for _ in 0..<1_200 {
      if let value = found() { return value }
      usleep(50_000)
    }
    throw Failure(command: "serveur", log: read(log))
  }

  static func read(_ path: String, limit: Int = 20_000) -> String {
    guard path != "/dev/null", let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
