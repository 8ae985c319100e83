import ICalendar
import Soutien
import Testing

/// Calendars read back by the package `icalendar`, and by our own reader.
struct ICSWritingTests {
  @Test("each property comes back, and both sides of both changes of the clocks")
  func whole() async throws {
    var course = try ICSEvent(
      identifier: "cours-1@example.org",
      stamp: time("20261122T082959"),
      span: .paris(time("20260329T013000"), time("20260329T030000")),
      summary: "R3.01 ; TD, groupe « B » \\ 🎓\nsuite",
      address: "https://example.org/a?b=c,d;e",
    )
    course.location = "Amphi Émile-Zola"
    course.details = String(repeating: "œuvre 👩‍👩‍👧‍👦 à étudier, ", count: 30) + "\u{7}\r\nfin"
    course.status = .cancelled
    course.sequence = 3
    course.categories = ["TD", "à, noter; oui"]
    course.isTransparent = true
    course.alarmMinutes = 15
    let autumn = try ICSEvent(
      identifier: "cours-2",
      stamp: time("20261122T083000"),
      span: .paris(time("20261025T013000"), time("20261025T030000")),
      summary: "",
    )
    let exact = try ICSEvent(
      identifier: "cours-3",
      stamp: time("20261122T083000"),
      span: .utc(time("20261025T003000"), time("20261025T013000")),
      summary: "UTC",
    )
    let whole = try ICSEvent(
      identifier: "jury",
      stamp: time("20261122T083000"),
      span: .days(day(2026, 12, 31), day(2027, 1, 1)),
      summary: "Jury",
    )
    var calendar = ICSCalendar(
      product: "-//Exemple//Essai//FR",
      name: "Emploi du temps — BUT 2",
      events: [course, autumn, exact, whole],
    )
    calendar.refreshHours = 6
    calendar.method = .publish
    let bytes = calendar.rendered()
    let details = String(repeating: "œuvre 👩‍👩‍👧‍👦 à étudier, ", count: 30) + "\\nfin"
    let read = try await ProgrammePython.lancer("lire_calendrier.py", sur: bytes)
    #expect(
      read.split(separator: "\n") == [
        "PRODID\t-//Exemple//Essai//FR", "METHOD\tPUBLISH", "NAME\tEmploi du temps — BUT 2",
        "X-WR-CALNAME\tEmploi du temps — BUT 2", "REFRESH-INTERVAL\t6:00:00",
        "fuseau\tEurope/Paris\t03-29T01:00", "fuseau\tEurope/Paris\t03-29T03:00",
        "fuseau\tEurope/Paris\t10-25T02:00", "fuseau\tEurope/Paris\t10-25T02:00",
        "fuseau\tEurope/Paris\t07-01T14:00",
        "UID\tcours-1@example.org", "DTSTAMP\t2026-11-22T08:29:59 2026-11-22T08:29:59Z",
        "DTSTART\t2026-03-29T01:30:00 2026-03-29T00:30:00Z",
        "DTEND\t2026-03-29T03:00:00 2026-03-29T01:00:00Z",
        "SUMMARY\tR3.01 ; TD, groupe « B » \\\\ 🎓\\nsuite", "LOCATION\tAmphi Émile-Zola",
        "DESCRIPTION\t\(details)", "URL\thttps://example.org/a?b=c,d;e", "STATUS\tCANCELLED",
        "SEQUENCE\t3", "TRANSP\tTRANSPARENT", "CATEGORIES\tTD\tà, noter; oui",
        "VALARM\t-1 day, 23:45:00\tR3.01 ; TD, groupe « B » \\\\ 🎓\\nsuite",
        "UID\tcours-2", "DTSTAMP\t2026-11-22T08:30:00 2026-11-22T08:30:00Z",
        "DTSTART\t2026-10-25T01:30:00 2026-10-24T23:30:00Z",
        "DTEND\t2026-10-25T03:00:00 2026-10-25T02:00:00Z", "SUMMARY\t", "SEQUENCE\t0",
        "TRANSP\tOPAQUE",
        "UID\tcours-3", "DTSTAMP\t2026-11-22T08:30:00 2026-11-22T08:30:00Z",
        "DTSTART\t2026-10-25T00:30:00 2026-10-25T00:30:00Z",
        "DTEND\t2026-10-25T01:30:00 2026-10-25T01:30:00Z", "SUMMARY\tUTC", "SEQUENCE\t0",
        "TRANSP\tOPAQUE",
        "UID\tjury", "DTSTAMP\t2026-11-22T08:30:00 2026-11-22T08:30:00Z", "DTSTART\t2026-12-31",
        "DTEND\t2027-01-02", "SUMMARY\tJury", "SEQUENCE\t0", "TRANSP\tOPAQUE",
      ]
    )
    let own = ICSReading(bytes)
    #expect(own.losses.isEmpty)
    #expect(own.name == calendar.name)
    #expect(own.entries.map(\.summary) == [course, autumn, exact, whole].map(\.summary))
    #expect(own.entries[0].details == details.replacing("\\n", with: "\n"))
    #expect(own.entries[0].categories == course.categories)
    #expect(own.entries[0].status == .cancelled)
    #expect(
      try own.spans() == [
        "20260329T013000/20260329T030000", "20261025T013000/20261025T030000",
        "20261025T023000/20261025T023000", "20261231T000000/20270102T000000",
      ]
    )
  }

  @Test(
    "a text folded at any width keeps its characters whole",
    arguments: [60, 61, 62, 63, 64, 65, 66, 67, 68, 140],
  )
  func folding(_ width: Int) async throws {
    let summary =
      String(repeating: "x", count: width) + "🎓éœ🎓" + String(repeating: "é", count: 80)
    let event = try ICSEvent(
      identifier: "a",
      stamp: time("20261122T083000"),
      span: .days(day(2026, 1, 1), day(2026, 1, 1)),
      summary: summary,
    )
    let bytes = ICSCalendar(product: "-//a//b//FR", events: [event]).rendered()
    let read = try await ProgrammePython.lancer("lire_calendrier.py", sur: bytes)
    #expect(read.contains("SUMMARY\t\(summary)\n"))
    #expect(ICSReading(bytes).entries.map(\.summary) == [summary])
  }

  @Test("an identifier, an address or a span that cannot be written is refused")
  func faults() throws {
    let stamp = try time("20261122T083000")
    let days = try ICSEvent.Span.days(day(2026, 1, 1), day(2026, 1, 1))
    for identifier in ["", "a\r\nb", "a\u{0}", String(repeating: "a", count: 256)] {
      #expect(throws: ICSEvent.Fault.identifier) {
        try ICSEvent(identifier: identifier, stamp: stamp, span: days, summary: "")
      }
    }
    for address in ["https://a/\r\nX:y", "https://é/", "a b"] {
      #expect(throws: ICSEvent.Fault.address) {
        try ICSEvent(identifier: "a", stamp: stamp, span: days, summary: "", address: address)
      }
    }
    let backwards: [ICSEvent.Span] = [
      .utc(stamp, try time("20261122T082959")), .paris(stamp, try time("20261122T082959")),
      .days(try day(2026, 1, 2), try day(2026, 1, 1)),
    ]
    for span in backwards {
      #expect(throws: ICSEvent.Fault.span) {
        try ICSEvent(identifier: "a", stamp: stamp, span: span, summary: "")
      }
    }
  }
}
