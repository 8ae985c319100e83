internal import Glibc

/// A TLS server with a certificate for « localhost » that nobody knows.
///
/// It has two pages: « /page », and « /ailleurs », which sends to an address in clear.
public final class ServeurTLS: Sendable {
  private let folder: String
  public let port: UInt16
  /// The file of its certificate, which is its own authority.
  public let certificate: String

  /// Makes the certificate, starts the server and waits until it listens.
  public static func lancer() async throws -> ServeurTLS {
    try await Shell.onThread { try ServeurTLS() }
  }

  private init() throws {
    let folder = try Shell.temporaryFolder("tls")
    self.folder = folder
    certificate = "\(folder)/certificat.pem"
    try Shell.run(
      "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
        + "-addext subjectAltName=DNS:localhost -keyout \(folder)/cle.pem -out \(certificate)",
      log: "\(folder)/log",
    )
    try Shell.run(
      "cd \(folder) && printf \"HTTP/1.0 200 OK\\r\\n\\r\\nbonjour\" >page && "
        + "printf \"HTTP/1.0 302 Found\\r\\nLocation: http://127.0.0.1:9/\\r\\n\\r\\n\" >ailleurs"
    )
    let run =
      "cd \(folder); openssl s_server -accept 127.0.0.1:0 -HTTP -cert certificat.pem "
      + "-key cle.pem >\(folder)/log 2>&1 & serveur=$!"
    let wait = "while kill -0 \(getpid()) && [ -d \(folder) ]; do sleep 0.2; done"
    Shell.detach("\(run); \(wait); kill -9 $serveur; rm -rf \(folder)")
    port = try Shell.wait(log: "\(folder)/log") {
      // It says « ACCEPT 127.0.0.1:port ».
      Shell.read("\(folder)/log").firstMatch(of: /ACCEPT [0-9.]+:([0-9]+)\n/)
        .flatMap { UInt16($0.output.1) }
    }
  }

  deinit { Shell.remove(folder) }
}
