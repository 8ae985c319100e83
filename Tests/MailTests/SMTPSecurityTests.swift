import Soutien
import Testing

@testable import Mail

/// TLS and accounts in front of real servers.
struct SMTPSecurityTests {
  @Test("TLS from the start and STARTTLS carry the message, with a certificate that is believed")
  func tls() async throws {
    let servers = try await Servers()
    let trusting = SMTPClientConfiguration.with { $0.authorities = servers.certificate }
    let direct = SMTPClient(try servers.server("tls", .tls), trusting)
    #expect(await direct.send(to: "direct") == [.accepted(.kept)])
    #expect(servers.envelope("direct")[3] == "tls")
    for (name, security) in [
      ("oblige", SMTPServer.Security.startTLS), ("offert", .startTLSIfOffered),
    ] {
      let client = SMTPClient(try servers.signedIn("starttls", security), trusting)
      #expect(await client.send(to: name) == [.accepted(.kept)])
      #expect(servers.envelope(name)[3...4] == ["tls", "facteur"])
    }
  }

  @Test("nothing is given to a server that does not prove who it is")
  func certificate() async throws {
    let servers = try await Servers()
    for (name, security) in [
      ("tls", SMTPServer.Security.tls), ("starttls", .startTLS), ("starttls", .startTLSIfOffered),
    ] {
      let unknown = SMTPClient(try servers.server(name, security))
      #expect(await unknown.send(to: "jamais") == [.later(.certificateRefused)])
      let otherName = SMTPClient(
        try servers.server(name, security, host: "127.0.0.1"),
        .with { $0.authorities = servers.certificate },
      )
      #expect(await otherName.send(to: "jamais") == [.later(.certificateRefused)])
    }
    #expect(servers.python.lire("jamais.eml").isEmpty)
    let lost = SMTPClient(
      try servers.server("tls", .tls),
      .with { $0.authorities = "/absent.pem" },
    )
    #expect(await lost.send(to: "jamais") == [.later(.unusable)])
  }

  @Test("without STARTTLS a message waits where it is asked for, and goes where it is not")
  func notOffered() async throws {
    let servers = try await Servers()
    let strict = SMTPClient(try servers.server("clair", .startTLS))
    #expect(await strict.send(to: "strict") == [.later(.tlsNotOffered)])
    let easy = SMTPClient(try servers.server("clair", .startTLSIfOffered))
    #expect(await easy.send(to: "facile") == [.accepted(.kept)])
    let notTLS = SMTPClient(try servers.server("clair", .tls))
    #expect(await notTLS.send(to: "strict") == [.later(.tlsFailed)])
    #expect(servers.python.lire("strict.eml").isEmpty)
  }

  @Test("a wrong password, or none where one is asked, makes messages wait")
  func accounts() async throws {
    let servers = try await Servers()
    let right = SMTPClient(try servers.signedIn("compte", .none))
    #expect(await right.send(to: "compte-bon") == [.accepted(.kept)])
    #expect(servers.envelope("compte-bon")[4] == "facteur")
    let wrong = SMTPClient(try servers.signedIn("compte", .none, password: "faux"))
    let refusal = SMTPReply(step: .authentication, code: 535, enhanced: "5.7.8")
    #expect(await wrong.send(to: "x") == [.later(.authentication(refusal))])
    let none = SMTPClient(try servers.server("compte", .none))
    let asked = SMTPReply(step: .sender, code: 530, enhanced: "5.7.0")
    #expect(await none.send(to: "x") == [.later(.authentication(asked))])
  }

  @Test("a password never goes in clear to another machine")
  func clear() throws {
    for security in [SMTPServer.Security.none, .startTLSIfOffered] {
      #expect(throws: SMTPServer.Fault.passwordInClear) {
        try SMTPServer(
          host: "mail.example.org",
          port: 25,
          security: security,
          user: "a",
          password: "b",
        )
      }
    }
    for security in [SMTPServer.Security.tls, .startTLS] {
      #expect(throws: Never.self) {
        try SMTPServer(
          host: "mail.example.org",
          port: 25,
          security: security,
          user: "a",
          password: "b",
        )
      }
    }
    #expect(throws: SMTPServer.Fault.credentials) {
      try SMTPServer(host: "a.example", port: 25, security: .tls, user: "a", password: "b\r\n")
    }
    for host in ["", "a b", "a/b", "a@b", "é.example", "[::1]", "a:25", "1.2.3.256"] {
      #expect(throws: SMTPServer.Fault.host) {
        try SMTPServer(host: host, port: 25, security: .none)
      }
    }
    #expect(throws: SMTPServer.Fault.port) {
      try SMTPServer(host: "a.example", port: 0, security: .none)
    }
  }

  @Test("what follows AUTH is never taken for a command")
  func secrets() {
    var dialogue = SMTPDialogue(answerLimit: 1_000)
    dialogue.hear(command: Array("AUTH LOGIN\r\n".utf8))
    dialogue.hear(answer: Array("334 VXNlcm5hbWU6\r\n".utf8))
    dialogue.hear(command: Array("DATA\r\n".utf8))
    dialogue.hear(answer: Array("535 5.7.8 non\r\n".utf8))
    #expect(
      dialogue.last == SMTPReply(step: .authentication, code: 535, enhanced: "5.7.8")
    )
  }
}
