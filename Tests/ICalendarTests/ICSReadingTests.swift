import Testing

@testable import ICalendar

struct ICSReadingTests {
  @Test(
    "starts are read in UTC, in the zone of Paris, floating or as days, with or without an end",
    arguments: [
      ("DTSTART:20260701T060000Z", "DTEND:20260701T080000Z", "20260701T080000/20260701T100000"),
      (
        "DTSTART;TZID=Europe/Paris:20260701T080000", "DURATION:PT1H30M",
        "20260701T080000/20260701T093000",
      ),
      (
        "DTSTART;TZID=\"/x.org/Europe/Paris\":20260701T080000", "TRANSP:OPAQUE",
        "20260701T080000/20260701T080000",
      ),
      (
        "DTSTART;TZID=Romance Standard Time:20260101T080000", "DTEND:20260101T080000Z",
        "20260101T080000/20260101T090000",
      ),
      ("dtstart:20260701T080000", "dtend:20260701T090000", "20260701T080000/20260701T090000"),
      ("DTSTART;VALUE=DATE:20260701", "TRANSP:OPAQUE", "20260701T000000/20260702T000000"),
      (
        "DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260704",
        "20260701T000000/20260704T000000",
      ),
      ("DTSTART;VALUE=DATE:20260701", "DURATION:P1W", "20260701T000000/20260708T000000"),
      (
        "DTSTART;TZID=Europe/Paris:20260328T120000", "DURATION:P1D",
        "20260328T120000/20260329T120000",
      ),
      (
        "DTSTART;TZID=Europe/Paris:20260328T120000", "DURATION:PT24H",
        "20260328T120000/20260329T130000",
      ),
      (
        "DTSTART;TZID=Europe/Paris:20260329T023000", "DURATION:PT1H",
        "20260329T033000/20260329T043000",
      ),
    ],
  )
  func spans(_ start: String, _ end: String, _ span: String) throws {
    let reading = calendar(start, end)
    #expect(try reading.spans() == [span])
    #expect(reading.losses.isEmpty)
  }

  @Test(
    "an event that is not understood is left out, and told with its line",
    arguments: [
      ("DTSTART:20260230T080000", "X:y", 5, .malformed("DTSTART")),
      ("DTSTART:2026", "X:y", 5, .malformed("DTSTART")),
      ("DTSTART;VALUE=DATE:20260101T080000", "X:y", 5, .malformed("DTSTART")),
      (
        "DTSTART;TZID=America/New_York:20260101T080000", "X:y", 5, .unknownZone("America/New_York"),
      ),
      ("DTSTART:19951231T235959Z", "X:y", 5, .yearOutOfRange(1995)),
      ("SUMMARY:a", "X:y", 3, .missing("DTSTART")),
      ("DTSTART:20260101T080000", "DTSTART:20260101T090000", 6, .repeated("DTSTART")),
      ("DTSTART:20260101T080000", "DTEND:20260101T075959", 6, .endBeforeStart),
      ("DTSTART:20260101T080000", "DTEND;VALUE=DATE:20260102", 6, .malformed("DTEND")),
      ("DTSTART:20260101T080000", "DURATION:-PT1H", 6, .malformed("DURATION")),
      ("DTSTART:20260101T080000", "DURATION:P", 6, .malformed("DURATION")),
      ("DTSTART:20260101T080000", "DURATION:PT", 6, .malformed("DURATION")),
      ("DTSTART:20260101T080000", "DURATION:PT1M1H", 6, .malformed("DURATION")),
      ("DTSTART:20260101T080000", "DURATION:P9999999D", 6, .malformed("DURATION")),
      ("DTSTART;VALUE=DATE:20260101", "DURATION:PT1H", 6, .malformed("DURATION")),
      ("DTSTART:20260101T080000", "STATUS:PEUT-ETRE", 6, .malformed("STATUS")),
      ("DTSTART:20260101T080000", "RRULE:FREQ=MONTHLY", 6, .unsupportedRecurrence("FREQ=MONTHLY")),
      (
        "DTSTART:20260101T080000", "RRULE:FREQ=WEEKLY;BYDAY=1MO", 6,
        .unsupportedRecurrence("BYDAY=1MO"),
      ),
      (
        "DTSTART:20260101T080000", "RRULE:FREQ=WEEKLY;BYMONTH=1", 6,
        .unsupportedRecurrence("BYMONTH"),
      ),
      (
        "DTSTART:20260101T080000", "RRULE:FREQ=DAILY;COUNT=1;UNTIL=20260201", 6,
        .malformed("RRULE"),
      ),
      ("DTSTART:20260101T080000", "RRULE:FREQ=DAILY;INTERVAL=0", 6, .malformed("RRULE")),
      ("DTSTART:20260101T080000", "RRULE:COUNT=2", 6, .malformed("RRULE")),
      ("DTSTART:20260101T080000", "RDATE:20260108T080000", 6, .unsupportedRecurrence("RDATE")),
      ("DTSTART:20260101T080000", "EXDATE;VALUE=DATE:20260108", 6, .malformed("EXDATE")),
      (
        "DTSTART:20260101T080000", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260101T080000", 6,
        .unsupportedRecurrence("RANGE=THISANDFUTURE"),
      ),
      ("DTSTART:20260101T080000", "sans valeur", 6, .unreadableLine),
      ("DTSTART:20260101T080000", "A;B:c", 6, .unreadableLine),
      ("DTSTART:20260101T080000", "A;B=\"c:d", 6, .unreadableLine),
    ] as [(String, String, Int, ICSProblem.Kind)],
  )
  func losses(_ start: String, _ other: String, _ line: Int, _ kind: ICSProblem.Kind) throws {
    let reading = calendar(start, other)
    #expect(reading.entries.isEmpty)
    #expect(reading.losses == [ICSProblem(line: line, kind: kind)])
    #expect(reading.losses[0].phrase.hasPrefix("ligne \(line) : "))
  }

  @Test("what has no effect is told, and the event is kept")
  func notices() throws {
    let reading = calendar(
      "DTSTART:20260101T080000",
      "X-SALLE;A=b;C=\"d:e;f\",g:h",
      "SUMMARY:a\\;b\\,c\\\\d\\ne\\x",
      "ORGANIZER:mailto:a@example.org",
      "BEGIN:VALARM",
      "TRIGGER:-PT15M",
      "END:VALARM",
      "CATEGORIES:TD,a\\,b",
    )
    #expect(reading.entries.map(\.summary) == ["a;b,c\\d\ne\\x"])
    #expect(reading.entries[0].categories == ["TD", "a,b"])
    #expect(
      reading.notices.map(\.kind) == [
        .ignoredProperty("X-SALLE"), .strayEscape("SUMMARY"), .ignoredProperty("ORGANIZER"),
        .ignoredComponent("VALARM"),
      ]
    )
    #expect(reading.notices.map(\.line) == [6, 7, 8, 9])
    #expect(reading.losses.isEmpty)
  }

  @Test("lines are unfolded, even in the middle of a character, and ended in any way")
  func unfolding() throws {
    var bytes = Array("\u{FEFF}BEGIN:VCALENDAR\nVERSION:2.0\r\nBEGIN:VEVENT\nUID:a\nDTST".utf8)
    bytes += Array("\r\n ART:20260101T080000\nSUMMARY:".utf8) + [0xC3, 0x0D, 0x0A, 0x09, 0xA9]
    bytes += Array("t\r\n  é\nX:y\nEND:VEVENT\nEND:VCALENDAR".utf8)
    let reading = ICSReading(bytes)
    #expect(reading.entries.map(\.summary) == ["ét é"])
    #expect(reading.notices == [ICSProblem(line: 10, kind: .ignoredProperty("X"))])
    #expect(reading.losses.isEmpty)
  }

  @Test("files that are not calendars, or broken ones, are told so")
  func broken() throws {
    func losses(_ text: String) -> [ICSProblem] { ICSReading(Array(text.utf8)).losses }
    #expect(losses("") == [ICSProblem(line: 1, kind: .notACalendar)])
    #expect(
      losses("<html>\n").last == ICSProblem(line: 1, kind: .unreadableLine)
        || losses("<html>\n").contains(ICSProblem(line: 1, kind: .notACalendar))
    )
    #expect(losses("BEGIN:VCARD\nEND:VCARD\n") == [ICSProblem(line: 1, kind: .notACalendar)])
    #expect(
      losses("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n").map(\.kind)
        == [.unbalanced("VCALENDAR"), .unbalanced("VEVENT")]
    )
    #expect(
      losses("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n")
        == [ICSProblem(line: 2, kind: .unbalanced("VEVENT"))]
    )
    #expect(
      losses("BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR\n")
        == [ICSProblem(line: 2, kind: .malformed("VERSION"))]
    )
    let latin = Array("BEGIN:VCALENDAR\nX:".utf8) + [0xE9] + Array("\nEND:VCALENDAR\n".utf8)
    #expect(ICSReading(latin).losses == [ICSProblem(line: 2, kind: .notUTF8)])
  }

  @Test("sizes are bounded, on both sides of each bound")
  func bounds() throws {
    var limits = ICSLimits()
    let event = "BEGIN:VEVENT\nUID:a\nDTSTART:20260101T080000\nX:y\nEND:VEVENT\n"
    let bytes = Array(("BEGIN:VCALENDAR\n" + event + event + "END:VCALENDAR\n").utf8)
    limits.bytes = bytes.count
    limits.events = 2
    limits.properties = 3
    limits.lineBytes = 23
    #expect(ICSReading(bytes, limits: limits).losses.isEmpty)
    #expect(ICSReading(bytes, limits: limits).entries.count == 2)
    #expect(ICSReading(bytes, limits: limits).notices.map(\.kind).contains(.sameIdentifier))
    limits.problems = 1
    #expect(ICSReading(bytes, limits: limits).untoldNotices == 2)
    limits.events = 1
    #expect(ICSReading(bytes, limits: limits).losses.map(\.kind) == [.tooManyEvents(limit: 1)])
    #expect(ICSReading(bytes, limits: limits).entries.count == 1)
    limits.properties = 2
    #expect(ICSReading(bytes, limits: limits).losses.map(\.line) == [5])
    #expect(ICSReading(bytes, limits: limits).untoldLosses == 1)
    limits.bytes -= 1
    #expect(ICSReading(bytes, limits: limits).losses.map(\.line) == [1])
    limits = ICSLimits()
    limits.lineBytes = 22
    #expect(
      ICSReading(bytes, limits: limits).losses.map(\.kind)
        == [.lineTooLong(limit: 22), .lineTooLong(limit: 22)]
    )
  }
}
