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
  public init() throws {
    folder = try Shell.temporaryFolder("tls")
    port = try Shell.freePort()
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
      "cd \(folder); openssl s_server -accept 127.0.0.1:\(port) -HTTP -quiet -cert \(certificate) "
      + "-key \(folder)/cle.pem >/dev/null 2>&1 & serveur=$!"
    let wait = "while kill -0 \(getpid()) && [ -d \(folder) ]; do sleep 0.2; done"
    Shell.detach("\(run); \(wait); kill -9 $serveur")
    for _ in 0..<200 where !Shell.isListening(port) { usleep(50_000) }
    guard Shell.isListening(port) else {
      throw Shell.Failure(command: "openssl s_server", log: "")
    }
  }

  deinit { Shell.remove(folder) }
}
