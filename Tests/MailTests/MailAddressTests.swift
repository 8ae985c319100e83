import Mail
import Testing

struct MailAddressTests {
  @Test(
    "an address that every server takes is read, its domain in lower case",
    arguments: [
      ("a@example.org", "a@example.org"),
      ("Jean.Dupont@IUT.Example.ORG", "Jean.Dupont@iut.example.org"),
      ("o'neil+notes@example.org", "o'neil+notes@example.org"),
      ("_~!#$%&'*/=?^`{|}-@x-1.example", "_~!#$%&'*/=?^`{|}-@x-1.example"),
      ("a@xn--caf-dma.example", "a@xn--caf-dma.example"),
      (String(repeating: "a", count: 64) + "@b.fr", String(repeating: "a", count: 64) + "@b.fr"),
    ],
  )
  func taken(_ text: String, _ read: String) throws {
    #expect(try MailAddress(text).text == read)
  }

  @Test(
    "what is not such an address is refused for its own reason",
    arguments: [
      ("", .empty), ("a b@example.org", .blank), ("a@example.org ", .blank),
      ("a@example.org\r\nRCPT TO:<b@example.org>", .blank), ("a@example.org\u{0}", .blank),
      ("a\u{85}@example.org", .blank), ("a@example.org\u{2028}", .blank),
      ("example.org", .atSign), ("a@b@example.org", .atSign), ("\"a b\"@example.org", .blank),
      ("\"a\"@example.org", .quoted), ("é@example.org", .internationalLocalPart),
      ("@example.org", .localPart), (".a@example.org", .localPart), ("a.@example.org", .localPart),
      ("a..b@example.org", .localPart), ("a,b@example.org", .localPart),
      ("<a@example.org", .localPart), ("a@café.example", .internationalDomain),
      ("a@[192.0.2.1]", .literal), ("a@", .domain), ("a@localhost", .domain),
      ("a@example..org", .domain), ("a@-a.example", .domain), ("a@a-.example", .domain),
      ("a@192.0.2.1", .domain), ("a@example.org>", .domain), ("a@example.org.", .domain),
      ("a@" + String(repeating: "b", count: 64) + ".org", .domain),
      (String(repeating: "a", count: 65) + "@b.fr", .tooLong(limit: 64)),
      ("a@" + String(repeating: "b.", count: 130) + "fr", .tooLong(limit: 254)),
    ] as [(String, MailAddress.Fault)],
  )
  func refused(_ text: String, _ fault: MailAddress.Fault) {
    #expect(throws: fault) { try MailAddress(text) }
    #expect(!fault.phrase.isEmpty)
    #expect(text.isEmpty || !fault.phrase.contains(text))
  }
}
