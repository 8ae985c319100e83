import Testing

@testable import HTTPServer

/// Bodies that do not fit in memory, through the wire.
@Suite struct UploadTests {
  @Test("a large file of a form comes whole through a temporary file, of which nothing is left")
  func large() async throws {
    let content = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 8) }
    let body =
      Array("--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.xlsx\"\r\n\r\n".utf8)
      + content + Array("\r\n--B\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n12,5".utf8)
      + Array("\r\n--B--\r\n".utf8)
    let head =
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=B\r\n"
      + "Content-Length: \(body.count)\r\n\r\n"
    let handler: @Sendable (HTTPRequest) async -> HTTPResponse = { request in
      guard case .file = request.body, let form = try? HTTPForm(request), let file = form.file("f")
      else { return .text("perdu", .badRequest) }
      let isSame = file.bytes() == content && file.fileName == "a.xlsx"
      return .text("\(isSame) \(form["n"] ?? "")")
    }
    try await withServer(handler: handler) { server in
      let port = server.port
      let text = try await onThread {
        let client = try RawClient(port: port)
        client.send(Array(head.utf8) + body)
        return client.answer()?.text
      }
      #expect(text == "true 12,5")
    }
  }

  @Test("each kind of body has its limit, told before anything is read")
  func limits() async throws {
    try await withServer {
      $0.uploadBytes = 2_000_000
    } _: { server in
      let head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
      let form = "Content-Type: multipart/form-data; boundary=B\r\n"
      let tooLarge = try await ask(server, "\(head)2000001\r\n\(form)\r\n")
      #expect(tooLarge?.status == 413)
      let accepted = try await ask(server, "\(head)2000000\r\n\(form)\r\n", hasBody: false)
      #expect(accepted?.status == 100)
      let plain = try await ask(server, "\(head)1048577\r\n\r\n")
      #expect(plain?.status == 413)
    }
  }

  @Test("a folder that takes no file gives an error, not a hang")
  func noRoom() async throws {
    try await withServer {
      $0.temporaryFolder = "/nulle/part"
      $0.bytesInMemory = 10
    } _: { server in
      let body = String(repeating: "a", count: 100)
      let answer = try await ask(
        server,
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n" + body,
      )
      #expect(answer?.status == 500)
    }
  }
}
