import Synchronization
import Testing

@testable import HTTPServer

/// What a server does on good requests.
@Suite struct ServerTests {
  @Test("a request is understood and answered on the port that was given")
  func understood() async throws {
    try await withServer { server in
      #expect(server.port > 0)
      let answer = try await ask(
        server,
        "POST /a/b%20c/?d=%C3%A9+e&f HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
      )
      #expect(answer?.text == "POST [\"a\", \"b c\", \"\"] ?d=é e&f= 3")
      #expect(answer?["content-type"] == "text/plain; charset=utf-8")
    }
  }

  @Test("a request is dated when it has come whole, however long its handler waits")
  func dated() async throws {
    let time = Mutex<Int64>(1)
    try await withServer {
      $0.clock = { time.withLock { $0 } }
    } handler: { request in
      time.withLock { $0 = 3 }
      return .text("\(request.received ?? 0)")
    } _: { server in
      let port = server.port
      let text = try await onThread {
        let client = try RawClient(port: port)
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na")
        time.withLock { $0 = 2 }
        client.send("bc")
        return client.answer()?.text
      }
      #expect(text == "2")
    }
  }

  @Test("requests sent together are answered in order on one connection")
  func pipelined() async throws {
    try await withServer { server in
      let port = server.port
      let texts = try await onThread {
        let client = try RawClient(port: port)
        client.send((0..<100).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
        return (0..<100).map { _ in client.answer()?.text }
      }
      #expect(texts == (0..<100).map { "GET [\"\($0)\"] ? 0" })
    }
  }

  @Test("a body in chunks comes whole, and what follows it is the next request")
  func chunked() async throws {
    try await withServer { server in
      let port = server.port
      let texts = try await onThread {
        let client = try RawClient(port: port)
        client.send("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
        client.send("4;x=y\r\ndefg\r\n0\r\nX-Trailer: z\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\n\r\n")
        return [client.answer()?.text, client.answer()?.text]
      }
      #expect(texts == ["POST [\"a\"] ? 7", "GET [\"b\"] ? 0"])
    }
  }

  @Test("a body in chunks over the limit is refused, and one without end is cut")
  func chunkedTooLarge() async throws {
    try await withServer {
      $0.bodyBytes = 1_000
    } _: { server in
      let port = server.port
      let statuses = try await onThread {
        [30, 3_000].map { count -> Int? in
          guard let client = try? RawClient(port: port) else { return -1 }
          client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
          for _ in 0..<count {
            client.send("64\r\n\(String(repeating: "a", count: 100))\r\n")
          }
          client.send("0\r\n\r\n")
          return client.answer()?.status
        }
      }
      #expect(statuses == [413, nil])
    }
  }

  @Test("HEAD is answered like GET, without the body")
  func head() async throws {
    try await withServer { server in
      let answer = try await ask(server, "HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n", hasBody: false)
      #expect(answer?["content-length"] == "14")
    }
  }

  @Test("HTTP/1.0 closes after the answer, without Host")
  func old() async throws {
    try await withServer { server in
      let port = server.port
      let isClosed = try await onThread {
        let client = try RawClient(port: port)
        client.send("GET / HTTP/1.0\r\n\r\n")
        return client.answer()?.status == 200 && client.isClosed()
      }
      #expect(isClosed)
    }
  }

  @Test("sixty-four connections are answered while handlers wait")
  func concurrent() async throws {
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      try? await Task.sleep(for: .milliseconds(2))
      return echo(request)
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for rank in 0..<64 {
          group.addTask {
            try await onThread {
              let client = try RawClient(port: port)
              return (0..<20).count { number in
                client.send("GET /\(rank)/\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
                return client.answer()?.text == "GET [\"\(rank)\", \"\(number)\"] ? 0"
              }
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(counts == [Int](repeating: 20, count: 64))
    }
  }

  @Test("nothing is left of ten thousand requests, cut and malformed ones among them")
  func noLeak() async throws {
    let rim = try await withServer {
      // An end of stream that comes with data goes unseen by libmicrohttpd: deadlines cut it.
      $0.deadlines.headers = .milliseconds(500)
      $0.deadlines.body = .milliseconds(500)
    } _: { server in
      let port = server.port
      try await onThread {
        for rank in 0..<400 {
          let client = try RawClient(port: port)
          for _ in 0..<24 {
            client.send("POST /a?b=c HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab")
            _ = client.answer()
          }
          switch rank % 4 {
          case 0: client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab")
          case 1: client.send("GET / HTTP/1.1\r\nHost: a\r\n")
          case 2: client.send("GET / HTTP/1.1\r\nHost : a\r\n\r\n")
          case _: client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
          }
        }
      }
      _ = try await eventually { server.live == 0 && server.connections == 0 }
      #expect(server.live == 0)
      #expect(server.connections == 0)
      return WeakRim(server.rim)
    }
    #expect(rim.value == nil)
  }

  @Test("a file is sent whole, and a stream as it is made")
  func fileAndStream() async throws {
    let path = "/tmp/delibere-essai-\(UInt64.random(in: 0...UInt64.max))"
    let content = [UInt8](repeating: 0x61, count: 300_000)
    try writeTemporary(path, content)
    defer { removeTemporary(path) }
    let file = try HTTPFile(path: path)
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      guard request.path.segments == ["flux"] else { return HTTPResponse(.ok, .file(file)) }
      return HTTPResponse(
        .ok,
        .stream { stream in
          for number in 0..<1_000 {
            try await stream.write(Array("ligne \(number)\n".utf8))
            if number % 100 == 0 { try await Task.sleep(for: .milliseconds(1)) }
          }
        },
      )
    }
    try await withServer(handler: handler) { server in
      let sent = try await ask(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(sent?.body == content)
      let made = try await ask(server, "GET /flux HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(made?.text == (0..<1_000).map { "ligne \($0)\n" }.joined())
      let head = try await ask(server, "HEAD /flux HTTP/1.1\r\nHost: a\r\n\r\n", hasBody: false)
      #expect(head?.status == 200)
    }
  }

  @Test("a stream whose reader goes away ends for its writer")
  func abandonedStream() async throws {
    let (ended, continuation) = AsyncStream.makeStream(of: Bool.self)
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { _ in
      HTTPResponse(
        .ok,
        .stream { stream in
          do {
            while true { try await stream.write([UInt8](repeating: 0x61, count: 10_000)) }
          } catch {
            continuation.yield(true)
            throw error
          }
        },
      )
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      try await onThread {
        let client = try RawClient(port: port)
        client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      }
      var endings = ended.makeAsyncIterator()
      #expect(await endings.next() == true)
      #expect(try await eventually { server.live == 0 })
    }
  }
}
