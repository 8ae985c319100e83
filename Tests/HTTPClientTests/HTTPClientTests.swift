import HTTPServer
import Testing

@testable import HTTPClient

/// A client in front of a real server.
struct HTTPClientTests {
  @Test("an answer comes whole: status, headers in lower case, body; what is sent arrives")
  func exchange() async throws {
    try await withClient(.limited) { request in
      let sent = request.headers["x-essai"] ?? ""
      return .text("\(request.method) \(request.query["é"] ?? "") \(sent)", .created)
    } _: { client, base in
      let address = try #require(
        HTTPAddress(HTTPAddress(base + "/a")?.appending(query: [("é", "à &=")]) ?? "")
      )
      let answer = try await client.get(address, headers: [("X-Essai", "oui")])
      #expect(answer.status == 201)
      #expect(answer.text == "get à &= oui")
      #expect(answer["content-type"] == "text/plain; charset=utf-8")
    }
  }

  @Test("a form is posted with its fields encoded")
  func form() async throws {
    try await withClient(.limited) { request in
      let type = request.headers["content-type"] ?? ""
      return .text(type + " " + String(decoding: request.body.bytes(), as: UTF8.self))
    } _: { client, base in
      let address = try #require(HTTPAddress(base + "/"))
      let answer = try await client.post(address, form: [("a b", "é+&"), ("c", "")])
      #expect(answer.text == "application/x-www-form-urlencoded a%20b=%C3%A9%2B%26&c=")
    }
  }

  @Test("an answer up to the limit is taken, one byte more is refused")
  func size() async throws {
    try await withClient(.limited) { request in
      .text(String(repeating: "x", count: Int(request.path.segments[0]) ?? 0))
    } _: { client, base in
      let small = try await client.get(try #require(HTTPAddress(base + "/60000")))
      #expect(small.body.count == 60_000)
      let head = small.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
      // The head is the status line, « HTTP/1.1 200 OK », the fields and an empty line.
      let exact = 65_536 - head - 19
      #expect(try await client.get(try #require(HTTPAddress(base + "/\(exact)"))).status == 200)
      let over = try #require(HTTPAddress(base + "/\(exact + 1)"))
      await #expect(throws: HTTPClientError.tooLarge(limit: 65_536)) { try await client.get(over) }
    }
  }

  @Test("a server that does not answer in time is left")
  func slow() async throws {
    try await withClient(.limited.with(\.totalTimeout, .milliseconds(200))) { _ in
      try? await Task.sleep(for: .seconds(20))
      return .text("trop tard")
    } _: { client, base in
      let address = try #require(HTTPAddress(base + "/"))
      await #expect(throws: HTTPClientError.timedOut) { try await client.get(address) }
    }
  }

  @Test("a task that is cancelled does not wait for the server")
  func cancelled() async throws {
    // The server answers once the task was seen to end, and not before.
    let (held, release) = AsyncStream<Void>.makeStream()
    try await withClient(.limited) { _ in
      for await _ in held {}
      return .text("trop tard")
    } _: { client, base in
      let address = try #require(HTTPAddress(base + "/"))
      let task = Task { try await client.get(address) }
      try await Task.sleep(for: .milliseconds(50))
      task.cancel()
      await #expect(throws: HTTPClientError.cancelled) { try await task.value }
      release.finish()
    }
  }

  @Test("a redirection is an answer like another, unless it was to be followed")
  func redirection() async throws {
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      guard request.path.segments == ["a"] else { return .text("\(request.path.segments)") }
      return HTTPPath(["b"]).map { .seeOther($0) } ?? .text("")
    }
    try await withClient(.limited, handler) { client, base in
      let answer = try await client.get(try #require(HTTPAddress(base + "/a")))
      #expect(answer.status == 303)
      #expect(answer["location"] == "/b")
    }
    try await withClient(.limited.with(\.redirectionLimit, 1), handler) { client, base in
      let answer = try await client.get(try #require(HTTPAddress(base + "/a")))
      #expect(answer.text == "[\"b\"]")
      #expect(answer["location"] == nil)
    }
  }

  @Test("redirections end at the limit, and never lead out of HTTP")
  func endlessRedirection() async throws {
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      var answer = HTTPResponse.text("", .found)
      let places = [["fichier"]: "file:///etc/passwd", ["ftp"]: "ftp://127.0.0.1:9/"]
      answer.headers.add("location", places[request.path.segments] ?? "/encore")
      return answer
    }
    try await withClient(.limited.with(\.redirectionLimit, 3), handler) { client, base in
      for path in ["/encore", "/fichier", "/ftp"] {
        let address = try #require(HTTPAddress(base + path))
        await #expect(throws: HTTPClientError.redirectionRefused) { try await client.get(address) }
      }
    }
  }

  @Test("nobody listens")
  func unreachable() async throws {
    var base = ""
    try await withClient(.limited) { _ in
      .text("")
    } _: {
      base = $1
    }
    let address = try #require(HTTPAddress(base + "/"))
    await #expect {
      try await HTTPClient().get(address)
    } throws: { error in
      guard case .unreachable = error as? HTTPClientError else { return false }
      return true
    }
  }

  @Test("a header cannot hold another")
  func header() async throws {
    let address = try #require(HTTPAddress("http://127.0.0.1:9/"))
    for header in [("X", "a\r\nY: b"), ("X: a\r\nY", "b"), ("", "a"), ("X", "a\u{0}")] {
      await #expect(throws: HTTPClientError.invalidHeader(name: header.0)) {
        try await HTTPClient().get(address, headers: [header])
      }
    }
  }

  @Test("more requests than threads all have their answer")
  func crowd() async throws {
    try await withClient(.limited.with(\.concurrency, 2)) { request in
      .text(request.path.segments.joined())
    } _: { client, base in
      let answers = try await withThrowingTaskGroup(of: String.self) { group in
        for rank in 0..<40 {
          let address = try #require(HTTPAddress(base + "/\(rank)"))
          group.addTask { try await client.get(address).text }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(answers == Set((0..<40).map(String.init)))
    }
  }

  @Test("a request is refused when all threads are busy and nobody may wait")
  func overloaded() async throws {
    let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
    try await withClient(.limited.with(\.concurrency, 1).with(\.waitingLimit, 0)) { _ in
      arrived.yield()
      try? await Task.sleep(for: .milliseconds(500))
      return .text("")
    } _: { client, base in
      let address = try #require(HTTPAddress(base + "/"))
      let first = Task { try await client.get(address).status }
      _ = await arrivals.first { true }
      await #expect(throws: HTTPClientError.overloaded) { try await client.get(address) }
      #expect(try await first.value == 200)
    }
  }
}

extension HTTPClientConfiguration {
  /// The usual one, for answers of 65 536 bytes at most.
  fileprivate static let limited = HTTPClientConfiguration().with(\.sizeLimit, 65_536)

  fileprivate func with<Value>(
    _ setting: WritableKeyPath<HTTPClientConfiguration, Value>,
    _ value: Value,
  ) -> HTTPClientConfiguration {
    var changed = self
    changed[keyPath: setting] = value
    return changed
  }
}

/// Runs a server, and a client in front of it.
private func withClient(
  _ configuration: HTTPClientConfiguration,
  _ handler: @escaping @Sendable (HTTPRequest) async -> HTTPResponse,
  _ body: (HTTPClient, String) async throws -> Void,
) async throws {
  let server = try HTTPServer(HTTPServerConfiguration())
  try server.start(handler)
  do {
    try await body(HTTPClient(configuration), "http://127.0.0.1:\(server.port)")
    await server.stop(within: .zero)
  } catch {
    await server.stop(within: .zero)
    throw error
  }
}
