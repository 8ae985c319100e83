import Glibc
import Testing

@testable import HTTPServer

/// What slow, greedy or numerous clients meet.
@Suite struct LimitTests {
  @Test("a client that gives its headers byte by byte is told so and cut")
  func slowHeaders() async throws {
    try await withServer {
      $0.deadlines.headers = .milliseconds(600)
    } _: { server in
      let port = server.port
      let status = try await onThread { () -> Int? in
        let client = try RawClient(port: port)
        client.send("GET / HTTP/1.1\r\n")
        for _ in 0..<40 {
          client.send("X")
          usleep(50_000)
        }
        return client.answer()?.status
      }
      #expect(status == 408)
    }
  }

  @Test("a client that never begins, or whose body never ends, is cut")
  func slowOthers() async throws {
    try await withServer {
      $0.deadlines.headers = .milliseconds(100)
      $0.deadlines.body = .milliseconds(100)
    } _: { server in
      let port = server.port
      let (isClosed, status) = try await onThread {
        let silent = try RawClient(port: port)
        let slow = try RawClient(port: port)
        slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na")
        return (silent.isClosed(), slow.answer()?.status)
      }
      #expect(isClosed)
      #expect(status == 408)
      #expect(try await eventually { server.connections == 0 && server.live == 0 })
    }
  }

  @Test("a handler may take longer than a client")
  func slowHandler() async throws {
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { _ in
      try? await Task.sleep(for: .milliseconds(700))
      return .text("enfin")
    }
    let change: (inout HTTPServerConfiguration) -> Void = {
      $0.deadlines.headers = .milliseconds(50)
    }
    try await withServer(change, handler: handler) { server in
      let answer = try await ask(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(answer?.text == "enfin")
    }
  }

  @Test("one address has so many connections and no more")
  func byAddress() async throws {
    try await withServer {
      $0.connectionsByAddress = 3
    } _: { server in
      let port = server.port
      let statuses = try await onThread {
        let clients = try (0..<4).map { _ in try RawClient(port: port) }
        return clients.map { client in
          client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
          return client.answer()?.status
        }
      }
      #expect(statuses == [200, 200, 200, nil])
    }
  }

  @Test("thousands of idle connections are kept, and one more is answered")
  func idle() async throws {
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    let count = min(5_000, (Int(clamping: limit.rlim_cur) - 500) / 2)
    try await withServer { server in
      let port = server.port
      let clients = try await onThread {
        Clients(
          try (0..<count).map { _ in
            let client = try RawClient(port: port)
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            guard client.answer()?.status == 200 else { throw RawClient.Failure(errno: 0) }
            return client
          }
        )
      }
      #expect(server.connections == count)
      #expect(try await ask(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")?.status == 200)
      withExtendedLifetime(clients) {}
    }
  }

  @Test("a stopping server ends what is in flight and takes nothing more")
  func graceful() async throws {
    let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
    let server = try HTTPServer(HTTPServerConfiguration())
    try server.start { _ in
      beginning.yield()
      try? await Task.sleep(for: .milliseconds(300))
      return .text("fini")
    }
    async let answer = ask(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    var beginnings = begun.makeAsyncIterator()
    await beginnings.next()
    await server.stop()
    let received = try await answer
    #expect(received?.text == "fini")
    #expect(received?["connection"]?.lowercased() == "close")
    #expect(throws: RawClient.Failure.self) { try RawClient(port: server.port) }
  }

  @Test("a handler that does not end is told to stop and answered for")
  func bounded() async throws {
    let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
    let (cancelled, cancelling) = AsyncStream.makeStream(of: Bool.self)
    let server = try HTTPServer(HTTPServerConfiguration())
    try server.start { _ in
      beginning.yield()
      try? await Task.sleep(for: .seconds(1_000))
      cancelling.yield(Task.isCancelled)
      return .text("trop tard")
    }
    async let answer = ask(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    var beginnings = begun.makeAsyncIterator()
    await beginnings.next()
    await server.stop(within: .milliseconds(50))
    #expect(try await answer?.status == 503)
    var cancellations = cancelled.makeAsyncIterator()
    #expect(await cancellations.next() == true)
  }

  @Test("a port that is taken is refused by name")
  func portInUse() throws {
    let first = try HTTPServer(HTTPServerConfiguration())
    var configuration = HTTPServerConfiguration()
    configuration.port = first.port
    #expect(throws: HTTPServerError.addressInUse(port: first.port)) {
      _ = try HTTPServer(configuration)
    }
  }
}

/// Connections that only wait.
struct Clients: @unchecked Sendable {
  private let clients: [RawClient]

  init(_ clients: [RawClient]) {
    self.clients = clients
  }
}
