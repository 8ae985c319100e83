import Soutien

@testable import Mail

/// The servers of `serveur_smtp.py`, each with its port.
struct Servers {
  let python: ServeurPython
  private let ports: [String: Int]

  init() async throws {
    python = try await ServeurPython.commun(.smtp)
    var ports: [String: Int] = [:]
    for line in python.lire("ports").split(separator: "\n") {
      let words = line.split(separator: " ")
      ports[String(words[0])] = Int(words[1])
    }
    self.ports = ports
  }

  var certificate: String { "\(python.folder)/certificat.pem" }

  func server(
    _ name: String,
    _ security: SMTPServer.Security,
    host: String = "localhost",
  ) throws -> SMTPServer {
    try SMTPServer(host: host, port: ports[name] ?? 0, security: security)
  }

  func signedIn(
    _ name: String,
    _ security: SMTPServer.Security,
    password: String = "sesame",
  ) throws -> SMTPServer {
    try SMTPServer(
      host: "localhost",
      port: ports[name] ?? 0,
      security: security,
      user: "facteur",
      password: password,
    )
  }

  /// Sender, recipients, port of the client, TLS, account and greeting of a message that was kept.
  func envelope(_ name: String) -> [String] {
    let lines = python.lire("\(name).enveloppe").split(separator: "\n").map(String.init)
    return lines + [String](repeating: "", count: max(0, 6 - lines.count))
  }
}

extension SMTPReply {
  /// What the test server says when it keeps a message.
  static let kept = SMTPReply(step: .content, code: 250, enhanced: "2.0.0")
}

extension SMTPClient {
  /// Sends an ordinary message to names of example.org.
  func send(to names: String...) async -> [SMTPOutcome] {
    guard let content = try? Messages.message().rendered() else { return [] }
    let sender = try? MailAddress("iut@example.org")
    let recipients = names.compactMap { try? MailAddress("\($0)@example.org") }
    return await send(content, from: sender, to: recipients)
  }
}

extension SMTPClientConfiguration {
  static func with(_ change: (inout SMTPClientConfiguration) -> Void) -> SMTPClientConfiguration {
    var configuration = SMTPClientConfiguration()
    change(&configuration)
    return configuration
  }
}
