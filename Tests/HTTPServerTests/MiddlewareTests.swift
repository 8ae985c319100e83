import Testing
import Threads

@testable import HTTPServer

/// What is done around every request, without a socket.
@Suite struct MiddlewareTests {
  private struct Secret: Error {}

  private struct Known: HTTPResponseError {
    let response = HTTPResponse.text("interdit", .forbidden)
  }

  private func request(isSecure: Bool = false) throws -> HTTPRequest {
    let path = try #require(HTTPPath(parsing: "/etudiants/42"))
    return HTTPRequest(
      .get,
      path,
      query: HTTPItems([.init(name: "nom", value: "X")]),
      isSecure: isSecure,
    )
  }

  @Test("browsers are told what to refuse, with the nonce of the page")
  func security() async throws {
    let context = PlainContext()
    let pipeline = HTTPPipeline([RequestIDHeader(), SecurityHeaders()])
    let response = try await pipeline.respond(request(), context) { _, _ in .text("a") }
    let policy = response.headers["content-security-policy"]
    #expect(
      policy?.hasPrefix("default-src 'none'; script-src 'self' 'nonce-\(context.nonce)';") == true
    )
    #expect(policy?.hasSuffix("frame-ancestors 'none'") == true)
    #expect(response.headers["x-content-type-options"] == "nosniff")
    #expect(response.headers["referrer-policy"] == "same-origin")
    #expect(response.headers["permissions-policy"]?.contains("camera=()") == true)
    #expect(response.headers["strict-transport-security"] == nil)
    #expect(response.headers["x-request-id"] == context.requestID.description)
    let secure = try await pipeline.respond(request(isSecure: true), context) { _, _ in .text("a") }
    #expect(secure.headers["strict-transport-security"] == "max-age=31536000")
  }

  @Test("a policy can be changed for one directive")
  func policy() {
    let policy = ContentSecurityPolicy([(.defaultSource, [])])
      .with(.formAction, [.own, .host("https://cas.example.org")])
    #expect(
      policy.header(Nonce()) == "default-src 'none'; form-action 'self' https://cas.example.org"
    )
  }

  @Test("an error becomes a page that tells nothing of it, and the administrator learns it")
  func boundary() async throws {
    let context = PlainContext()
    let reported = Monitor<[String]>([])
    let pipeline = HTTPPipeline([
      ErrorBoundary(report: { error, id in reported.change { $0.append("\(type(of: error)) \(id)") }
      })
    ])
    let response = try await pipeline.respond(request(), context) { _, _ in throw Secret() }
    guard case .bytes(let bytes) = response.body else { return #expect(Bool(false)) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(response.status == .internalError && !text.contains("Secret"))
    #expect(text.contains(context.requestID.description))
    #expect(reported.change { $0 } == ["Secret \(context.requestID)"])
    let known = try await pipeline.respond(request(), context) { _, _ in throw Known() }
    #expect(known.status == .forbidden)
  }

  @Test("the log has the pattern of the route, never what a person asked for")
  func log() async throws {
    let context = PlainContext()
    let lines = Monitor<[String]>([])
    let start = ContinuousClock.now
    let times = Monitor([start + .microseconds(2_500), start])
    let pipeline = HTTPPipeline([
      AccessLog(
        now: { times.change { $0.removeLast() } },
        write: { line in lines.change { $0.append(line) } },
      )
    ])
    _ = try await pipeline.respond(request(), context) { _, _ in
      var response = HTTPResponse.text("a")
      response.route = "/etudiants/{id}"
      return response
    }
    #expect(lines.change { $0 } == ["GET /etudiants/{id} 200 2 ms \(context.requestID)"])
  }
}
