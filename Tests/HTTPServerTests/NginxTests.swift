import Files
import Glibc
import Testing

@testable import HTTPServer

/// The example configuration, with a real nginx in front of a real server.
@Suite(.enabled(if: fileExists("/usr/sbin/nginx")))
struct NginxTests {
  @Test("nginx takes the example, passes requests on and refuses what libmicrohttpd hides")
  func proxied() async throws {
    var configuration = HTTPServerConfiguration()
    configuration.trustedProxies = TrustedProxies([try #require(IPRange("127.0.0.1"))])
    let server = try HTTPServer(configuration)
    try server.start { request in
      .text("\(request.path.segments) \(request.client) \(request.isSecure) \(request.host)")
    }
    let port = try freePort()
    let folder = try prepare(from: port, to: server.port)
    let file = folder + "/nginx.conf"
    #expect(try Programme(["/usr/sbin/nginx", "-t", "-q", "-c", file]).wait() == 0)
    let nginx = try Programme(["/usr/sbin/nginx", "-c", file])
    let answers = try await onThread { () -> [String] in
      try waitForPort(port)
      return Self.requests.map { request in
        guard let client = try? RawClient(port: port) else { return "fermé" }
        client.send(request)
        guard let answer = client.answer() else { return "coupé" }
        return answer.status == 200 ? answer.text : "\(answer.status)"
      }
    }
    nginx.stop()
    await server.stop()
    removeFolder(folder)
    #expect(answers == Self.answers)
  }

  private static let requests = [
    "GET /a%20b HTTP/1.1\r\nHost: delibere.example.org\r\nX-Forwarded-For: 192.0.2.1\r\n"
      + "X-Forwarded-Proto: https\r\n\r\n",
    "GET /a\u{0}b HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX-A: 1\u{0}2\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\nx",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 33554433\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: delibere.example.org\r\nX-A: 1\r\n 2\r\n\r\n",
    "GET / HTTP/1.1\nHost: delibere.example.org\n\n",
  ]

  /// Line feeds alone become ends of lines.
  private static let answers = [
    "[\"a b\"] 127.0.0.1 false delibere.example.org", "400", "400", "400", "400", "413",
    "400", "[] 127.0.0.1 false delibere.example.org",
  ]

  /// Writes the example with other ports and folders, inside what Debian puts around it.
  private func prepare(from port: UInt16, to target: UInt16) throws -> String {
    let folder = "/tmp/delibere-nginx-\(port)"
    try makeFolder(folder)
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let example = try readFile("/\(root)/docs/nginx.conf.exemple", limit: 100_000)
    let site = String(decoding: example, as: UTF8.self)
      .replacing("127.0.0.1:8080", with: "127.0.0.1:\(target)")
      .replacing("  listen 80;", with: "  listen 127.0.0.1:\(port);")
      .replacing("/var/log/nginx/", with: "\(folder)/")
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
      "\($0)_temp_path \(folder)/\($0);"
    }
    let around = """
      daemon off; master_process off; pid \(folder)/pid; error_log \(folder)/error.log;
      events { worker_connections 64; }
      http { \(folders.joined(separator: " "))
      \(site)
      }
      """
    try writeFile(folder + "/nginx.conf", around.utf8)
    return folder
  }

  /// A port that nobody listens on at this moment.
  private func freePort() throws -> UInt16 {
    try HTTPServer(HTTPServerConfiguration()).port
  }
}

/// Waits until somebody listens, for ten seconds at most.
private func waitForPort(_ port: UInt16) throws {
  for _ in 0..<1_000 {
    if (try? RawClient(port: port)) != nil { return }
    usleep(10_000)
  }
  throw RawClient.Failure(errno: ETIMEDOUT)
}

/// Takes away a folder and the empty ones or files in it.
private func removeFolder(_ folder: String) {
  for name in ["nginx.conf", "error.log", "delibere.log", "pid"] { removeFile("\(folder)/\(name)") }
  for name in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
    unsafe rmdir("\(folder)/\(name)")
  }
  unsafe rmdir(folder)
}
