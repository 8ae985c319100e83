import Soutien
import Testing

@testable import Mail

/// A client in front of real servers.
struct SMTPClientTests {
  @Test("a message arrives byte for byte, with its envelope, dots and long lines among them")
  func delivery() async throws {
    let servers = try await Servers()
    let text = ".\n..\nfin\n.\n" + String(repeating: "x", count: 10_000)
    let written = try Messages.message(to: "arrive@example.org", text: text).rendered()
    // Dots that our own writer would encode.
    let raw = written + Array(".\r\n..\r\n.suite\r\n".utf8)
    let client = SMTPClient(try servers.server("clair", .none))
    let outcomes = await client.send(
      raw,
      from: try MailAddress("retour@example.org"),
      to: [try MailAddress("arrive@example.org"), try MailAddress("copie@example.org")],
    )
    let reply = SMTPReply(step: .content, code: 250, enhanced: "2.0.0")
    #expect(outcomes == [.accepted(reply), .accepted(reply)])
    #expect(servers.python.lire("arrive.eml") == String(decoding: raw, as: UTF8.self))
    let envelope = servers.envelope("arrive")
    #expect(envelope[0] == "retour@example.org")
    #expect(envelope[1] == "arrive@example.org,copie@example.org")
    #expect(envelope[3] == "clair")
  }

  @Test("many messages go by one connection; one that died is replaced without a failure")
  func reuse() async throws {
    let servers = try await Servers()
    let client = SMTPClient(try servers.server("clair", .none), .with { $0.concurrency = 1 })
    var ports: [String] = []
    for name in ["suite1", "suite2", "ferme1", "suite3", "suite4"] {
      #expect(await client.send(to: name) == [.accepted(.kept)])
      ports.append(servers.envelope(name)[2])
      if name == "ferme1" { try await Task.sleep(for: .milliseconds(300)) }
    }
    #expect(Set(ports[0...2]).count == 1)
    #expect(ports[3] != ports[2])
    #expect(ports[4] == ports[3])
    await client.closeIdle()
    #expect(await client.send(to: "suite5") == [.accepted(.kept)])
    #expect(servers.envelope("suite5")[2] != ports[4])
  }

  @Test("the name to greet with and an empty sender are as asked")
  func names() async throws {
    let servers = try await Servers()
    let client = SMTPClient(
      try servers.server("clair", .none),
      .with { $0.greetingName = "delibere.example.org" },
    )
    let outcomes = await client.send(
      try Messages.message().rendered(),
      from: nil,
      to: [try MailAddress("vide@example.org")],
    )
    #expect(outcomes == [.accepted(.kept)])
    #expect(servers.envelope("vide")[0] == "<>")
    #expect(servers.envelope("vide")[5] == "delibere.example.org")
  }

  @Test("one recipient refused for good and one put off do not keep the others from theirs")
  func recipients() async throws {
    let servers = try await Servers()
    let client = SMTPClient(try servers.server("clair", .none))
    let outcomes = await client.send(to: "bon", "inconnu", "plus-tard", "trop", "pleine", "nu")
    #expect(
      outcomes == [
        .accepted(SMTPReply(step: .content, code: 250, enhanced: "2.0.0")),
        .refused(SMTPReply(step: .recipient, code: 550, enhanced: "5.1.1")),
        .later(.answer(SMTPReply(step: .recipient, code: 450, enhanced: "4.2.0"))),
        .later(.answer(SMTPReply(step: .recipient, code: 552, enhanced: nil))),
        .refused(SMTPReply(step: .recipient, code: 552, enhanced: "5.2.2")),
        .refused(SMTPReply(step: .recipient, code: 550, enhanced: nil)),
      ]
    )
    #expect(outcomes[1].phrase == "refusé : 550 5.1.1 à RCPT")
    #expect(servers.envelope("bon")[1] == "bon@example.org")
    let alone = await client.send(to: "inconnu")
    #expect(alone == [.refused(SMTPReply(step: .recipient, code: 550, enhanced: "5.1.1"))])
  }

  @Test(
    "the sender or the content can be refused, for good or for now",
    arguments: [
      ("banni", "a", .refused(SMTPReply(step: .sender, code: 554, enhanced: "5.7.1"))),
      ("iut", "virus", .refused(SMTPReply(step: .content, code: 554, enhanced: "5.6.0"))),
      (
        "iut", "dispute", .later(.answer(SMTPReply(step: .content, code: 451, enhanced: "4.3.0"))),
      ),
    ] as [(String, String, SMTPOutcome)],
  )
  func refusals(_ sender: String, _ recipient: String, _ outcome: SMTPOutcome) async throws {
    let servers = try await Servers()
    let client = SMTPClient(try servers.server("clair", .none))
    let outcomes = await client.send(
      try Messages.message().rendered(),
      from: try MailAddress("\(sender)@example.org"),
      to: [try MailAddress("\(recipient)@example.org")],
    )
    #expect(outcomes == [outcome])
    #expect(!outcome.phrase.contains("@"))
  }

  @Test(
    "a server that says nothing or goes is told apart, before and after the whole message",
    arguments: [
      ("muet", .timedOut), ("coupe-avant", .connectionLost), ("muet-apres", .unanswered),
      ("coupe-apres", .unanswered), ("bavard", .malformed),
    ] as [(String, SMTPDelay)],
  )
  func faults(_ name: String, _ delay: SMTPDelay) async throws {
    let servers = try await Servers()
    let client = SMTPClient(
      try servers.server("clair", .none),
      .with { $0.totalTimeout = .seconds(2) },
    )
    #expect(await client.send(to: name) == [.later(delay)])
    #expect(delay.isOutcomeUnknown == name.hasSuffix("-apres"))
    // The client is as good as new.
    #expect(await client.send(to: "apres-\(name)") == [.accepted(.kept)])
  }

  @Test("a very long line of answer is heard by its beginning")
  func longLine() async throws {
    let servers = try await Servers()
    let client = SMTPClient(
      try servers.server("clair", .none),
      .with { $0.totalTimeout = .seconds(5) },
    )
    #expect(await client.send(to: "longue") == [.accepted(.kept)])
  }

  @Test("servers that do not speak, or speak otherwise, are told apart from nobody at all")
  func others() async throws {
    let servers = try await Servers()
    let configuration = SMTPClientConfiguration.with {
      $0.totalTimeout = .seconds(3)
      $0.connectTimeout = .seconds(1)
    }
    for (name, delay) in [("muet", SMTPDelay.timedOut), ("charabia", .connectionLost)] {
      let client = SMTPClient(try servers.server(name, .none), configuration)
      let outcomes = await client.send(to: "x")
      #expect(outcomes == [.later(delay)], "\(name)")
    }
    let busy = SMTPClient(try servers.server("occupe", .none), configuration)
    let reply = SMTPReply(step: .greeting, code: 554, enhanced: "5.3.2")
    #expect(await busy.send(to: "x") == [.later(.serverRefuses(reply))])
    let nobody = SMTPClient(
      try SMTPServer(host: "127.0.0.1", port: 9, security: .none),
      configuration,
    )
    #expect(await nobody.send(to: "x") == [.later(.unreachable)])
    let lost = SMTPClient(
      try SMTPServer(host: "absent.invalid", port: 25, security: .none),
      configuration,
    )
    #expect(await lost.send(to: "x") == [.later(.unknownHost)])
  }

  @Test("a message whose task is cancelled is not given; too many that wait are not taken")
  func cancelled() async throws {
    let servers = try await Servers()
    let client = SMTPClient(
      try servers.server("muet", .none),
      .with {
        $0.concurrency = 1
        $0.waitingLimit = 0
      },
    )
    await withTaskGroup(of: [SMTPOutcome].self) { group in
      for name in ["x", "y"] { group.addTask { await client.send(to: name) } }
      #expect(await group.next() == [.later(.overloaded)])
      group.cancelAll()
      #expect(await group.next() == [.later(.cancelled)])
    }
  }
}
