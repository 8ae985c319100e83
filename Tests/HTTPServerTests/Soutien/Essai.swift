import Glibc
import HTTPServer
import Threads

/// Runs a server on a free port as long as a closure; it is stopped, and nothing is left of it.
func withServer<Result>(
  _ change: (inout HTTPServerConfiguration) -> Void = { _ in },
  handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse = { echo($0) },
  _ body: (HTTPServer) async throws -> Result,
) async throws -> Result {
  var configuration = HTTPServerConfiguration()
  change(&configuration)
  let server = try HTTPServer(configuration)
  try server.start(handler)
  do {
    let result = try await body(server)
    await server.stop(within: .seconds(5))
    return result
  } catch {
    await server.stop(within: .zero)
    throw error
  }
}

/// What the server understood of a request, in one line.
func echo(_ request: HTTPRequest) -> HTTPResponse {
  let query = request.query.items.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
  return .text(
    "\(request.method.rawValue) \(request.path.segments) ?\(query) \(request.body.count)"
  )
}

/// One request on a connection of its own.
func ask(_ server: HTTPServer, _ text: String, hasBody: Bool = true) async throws -> Answer? {
  let port = server.port
  return try await onThread {
    let client = try RawClient(port: port)
    client.send(text)
    return client.answer(hasBody: hasBody)
  }
}

/// Runs what blocks on a thread of its own: handlers need those of Swift’s tasks.
func onThread<Result: Sendable>(
  _ body: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    pthread_detach(
      startThread(named: "test") { continuation.resume(with: Swift.Result { try body() }) }
    )
  }
}

/// Waits until a condition holds, for ten seconds at most.
func eventually(_ condition: () -> Bool) async throws -> Bool {
  let end = ContinuousClock.now + .seconds(10)
  while !condition() {
    guard ContinuousClock.now < end else { return false }
    try await Task.sleep(for: .milliseconds(5))
  }
  return true
}
