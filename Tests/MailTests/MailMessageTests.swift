import Hashing
import Mail
import Soutien
import Testing

/// Messages read back by the strict policy of Python’s own reader.
struct MailMessageTests {
  @Test("each header and each part comes back as it was given")
  func whole() async throws {
    let pdf = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let ics = Array("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".utf8)
    var message = try Messages.message(
      subject: "Résultats du semestre 3 : œuvres, n° 12 — 🎓 félicitations à l’ensemble du groupe",
      text: "Élève,\n.\n..deux\nFrom ici\nespace à la fin \n=3D égal\ttab",
    )
    message.to.append(try Mailbox(MailAddress("b@example.org"), name: "Dupont, \"Jo\" (B\\C)"))
    message.to.append(try Mailbox(MailAddress("nu@example.org")))
    message.replyTo = [try Mailbox(MailAddress("reponse@example.org"), name: "日本 語")]
    message.html = "<p>Élève, voir <a href=\"https://example.org/?a=b&amp;c=d\">là</a></p>\n"
    message.unsubscription = try Unsubscription(
      page: "https://example.org/stop/" + String(repeating: "x", count: 200),
      isOneClick: true,
    )
    let long = String(repeating: "relevé très long ", count: 12) + "🎓.ics"
    message.attachments = [
      try MailAttachment(name: "relevé.pdf", kind: .pdf, bytes: pdf),
      try MailAttachment(name: long, kind: .calendar(.publish), bytes: ics),
      try MailAttachment(
        name: "plan 1.png",
        kind: .other(type: "image", subtype: "png"),
        bytes: [],
      ),
    ]
    let read = try await read(message.rendered())
    #expect(
      read == [
        "Date\t2026-11-22T08:05:09+01:00",
        "From\tIUT d’Exemple\tiut@example.org",
        "To\tAgnès Dumont\tagnes@example.org",
        "To\tDupont, \"Jo\" (B\\\\C)\tb@example.org",
        "To\t\tnu@example.org",
        "Reply-To\t日本 語\treponse@example.org",
        "Message-ID\t<essai.1@example.org>",
        "Subject\t\(message.subject)",
        "Auto-Submitted\tauto-generated",
        "List-Unsubscribe\t<https://example.org/stop/\(String(repeating: "x", count: 200))>",
        "List-Unsubscribe-Post\tList-Unsubscribe=One-Click",
        "MIME-Version\t1.0",
        "partie\tmultipart/mixed",
        "partie\tmultipart/alternative",
        "partie\ttext/plain\t" + escaped(message.text + "\n"),
        "partie\ttext/html\t" + escaped(message.html ?? ""),
        "partie\tapplication/pdf\trelevé.pdf\t-\t5000\t\(digest(pdf))",
        "partie\ttext/calendar\t\(long)\tPUBLISH\t\(ics.count)\t\(digest(ics))",
        "partie\timage/png\tplan 1.png\t-\t0\t\(digest([]))",
      ]
    )
  }

  @Test(
    "a subject comes back, whatever its length, its script and its spaces",
    arguments: [
      "", "Court", "  deux  espaces ", "=?utf-8?B?w6k=?=",
      String(repeating: "mot ", count: 200) + "fin",
      String(repeating: "x", count: 1_500), String(repeating: "é🎓", count: 300),
      String(repeating: "👩‍👩‍👧‍👦", count: 40), "point . virgule , (parenthèse)",
    ],
  )
  func subjects(_ subject: String) async throws {
    let read = try await read(Messages.message(subject: subject).rendered())
    #expect(read.contains("Subject\t\(subject)"))
  }

  @Test(
    "a text comes back, its lines ended by CRLF",
    arguments: [
      "", "sans fin", String(repeating: "x", count: 10_000), String(repeating: "é", count: 10_000),
      String(repeating: "mot ", count: 2_500), ".", ".\n.\n..\n", "a\r\nb\rc\nd", "\n\n\n",
      String(repeating: "y", count: 75) + ".suite", String(repeating: "z", count: 76),
      String(repeating: "F", count: 200), "fin \n fin\t\n", "\u{0}\u{7F}\u{85}\u{2028}",
    ],
  )
  func texts(_ text: String) async throws {
    let bytes = try Messages.message(text: text).rendered()
    let read = try await read(bytes)
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let expected = lines.isEmpty || lines.hasSuffix("\n") ? lines : lines + "\n"
    #expect(read.last == "partie\ttext/plain\t" + escaped(expected))
    let body = bytes.split(separator: 0x0A).map(\.count)
    #expect(body.allSatisfy { $0 <= 77 })
  }

  @Test(
    "a value that could end a line is refused",
    arguments: [
      "\r\nBcc: b@example.org", "\n", "\r", "\u{0}", "\t", "\u{85}", "\u{2028}", "\u{7F}",
    ],
  )
  func injection(_ end: String) throws {
    #expect(throws: MailError.controlCharacter(.subject)) {
      try Messages.message(subject: "a\(end)b")
    }
    #expect(throws: MailError.controlCharacter(.name)) {
      try Mailbox(MailAddress("a@example.org"), name: "a\(end)b")
    }
    #expect(throws: MailError.controlCharacter(.identifier)) {
      try MessageID("a\(end)b@example.org")
    }
    #expect(throws: MailError.controlCharacter(.attachmentName)) {
      try MailAttachment(name: "a\(end)b", kind: .pdf, bytes: [])
    }
    #expect(throws: MailError.controlCharacter(.unsubscribe)) {
      try Unsubscription(page: "https://example.org/\(end)", isOneClick: false)
    }
    #expect(throws: MailError.malformed(.attachmentType)) {
      try MailAttachment(name: "a", kind: .other(type: "a\(end)", subtype: "b"), bytes: [])
    }
  }

  @Test("what has a syntax and does not follow it is refused")
  func malformed() throws {
    #expect(throws: MailError.malformed(.unsubscribe)) {
      try Unsubscription(page: "http://example.org/", isOneClick: true)
    }
    #expect(throws: MailError.malformed(.unsubscribe)) {
      try Unsubscription(page: "https://example.org/>,<mailto:a@b.c", isOneClick: true)
    }
    #expect(throws: MailError.malformed(.identifier)) { try MessageID("a b@example.org") }
    #expect(throws: MailError.malformed(.identifier)) {
      try MessageID(random: [1, 2, 3], domain: "example.org")
    }
    #expect(
      try MessageID(random: Array(0..<16), domain: "example.org").text
        == "000102030405060708090a0b0c0d0e0f@example.org"
    )
    #expect(throws: MailError.malformed(.attachmentName)) {
      try MailAttachment(name: "../a", kind: .pdf, bytes: [])
    }
    #expect(throws: MailError.malformed(.attachmentType)) {
      try MailAttachment(name: "a", kind: .other(type: "multipart", subtype: "mixed"), bytes: [])
    }
    #expect(throws: MailError.tooLong(.subject, limit: 2_000)) {
      try Messages.message(subject: String(repeating: "x", count: 2_001))
    }
    let message = try Messages.message()
    let size = try message.rendered().count
    #expect(try message.rendered(limit: size).count == size)
    #expect(throws: MailError.tooLarge(limit: size - 1)) { try message.rendered(limit: size - 1) }
    var lonely = message
    lonely.to = []
    let unsent = lonely
    #expect(throws: MailError.noRecipient) { try unsent.rendered() }
  }

  @Test(
    "a date exists, and has the day of its week",
    arguments: [
      (2024, 2, 29, 60, "Thu, 29 Feb 2024 23:59:00 +0100"),
      (2026, 7, 1, 120, "Wed, 1 Jul 2026 23:59:00 +0200"),
      (2000, 1, 1, -210, "Sat, 1 Jan 2000 23:59:00 -0330"),
    ],
  )
  func dates(_ year: Int, _ month: Int, _ day: Int, _ offset: Int, _ text: String) throws {
    let date = try MailDate(
      year: year,
      month: month,
      day: day,
      hour: 23,
      minute: 59,
      second: 0,
      offset: offset,
    )
    #expect(date.text == text)
  }

  @Test(
    "a date that does not exist is refused",
    arguments: [(2026, 2, 29, 0), (2026, 13, 1, 0), (2026, 4, 31, 0), (2026, 1, 1, 24)],
  )
  func noDate(_ year: Int, _ month: Int, _ day: Int, _ hour: Int) {
    #expect(throws: MailError.malformed(.date)) {
      try MailDate(
        year: year,
        month: month,
        day: day,
        hour: hour,
        minute: 0,
        second: 0,
        offset: 0,
      )
    }
  }
}

/// The lines of `lire_message.py`, without the first, which must say that lines are short.
private func read(_ bytes: [UInt8]) async throws -> [String] {
  let output = try await ProgrammePython.lancer("lire_message.py", sur: bytes)
  let lines = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  let first = try #require(lines.first)
  #expect(first.hasPrefix("plus longue ligne\t"))
  #expect(!lines.contains { $0.hasPrefix("défaut") })
  return lines.dropFirst().map(String.init)
}

private func escaped(_ text: String) -> String {
  text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\r\n", with: "\n")
    .replacing("\n", with: "\\r\\n")
}

private func digest(_ bytes: [UInt8]) -> String { Hexadecimal.text(SHA256.digest(bytes)) }
