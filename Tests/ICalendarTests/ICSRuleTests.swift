import Soutien
import Testing

@testable import ICalendar

struct ICSRuleTests {
  @Test("rules give what dateutil gives of them")
  func oracle() async throws {
    let rules = [
      "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3;COUNT=40", "FREQ=DAILY;BYDAY=TH,MO;COUNT=17",
      "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH,SU;WKST=MO",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH,SU;WKST=SU",
      "FREQ=WEEKLY;INTERVAL=3;BYDAY=TH,TU;COUNT=9;WKST=TH",
      "FREQ=WEEKLY;BYDAY=TH,FR;UNTIL=20260512T080000", "FREQ=DAILY;UNTIL=20260115T075959",
      "FREQ=DAILY;INTERVAL=50", "FREQ=WEEKLY;COUNT=1", "FREQ=DAILY;INTERVAL=7;BYDAY=TH",
    ]
    // The start, a Thursday, follows each rule; the days asked begin later.
    let output = try await ProgrammePython.lancer(
      "lire_calendrier.py",
      [
        "--repetitions", rules.joined(separator: "\n"), "2026-01-01T08:00:00",
        "2026-12-31T23:00:00",
      ],
    )
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    for (rule, line) in zip(rules, lines) {
      let reading = calendar("DTSTART;TZID=Europe/Paris:20260101T080000", "RRULE:\(rule)")
      let expected = line.split(separator: " ").map(String.init)
      #expect(!expected.isEmpty)
      #expect(try reading.starts() == expected, "\(rule)")
      let spring = try reading.occurrences(within: day(2026, 3, 2)...day(2026, 5, 3))
      #expect(
        spring.map { text($0.start) }
          == expected.filter { ("20260302"..<"20260504").contains($0) },
        "\(rule)",
      )
    }
  }

  @Test("a weekly hour of Paris stays the same across the changes, an hour of UTC does not")
  func clocks() throws {
    let paris = calendar(
      "DTSTART;TZID=Europe/Paris:20260322T080000",
      "DTEND;TZID=Europe/Paris:20260322T100000",
      "RRULE:FREQ=WEEKLY;COUNT=2",
    )
    #expect(
      try paris.spans() == ["20260322T080000/20260322T100000", "20260329T080000/20260329T100000"]
    )
    let utc = calendar(
      "DTSTART:20261018T060000Z",
      "DURATION:PT2H",
      "RRULE:FREQ=WEEKLY;COUNT=2",
    )
    #expect(
      try utc.spans() == ["20261018T080000/20261018T100000", "20261025T070000/20261025T090000"]
    )
    let night = calendar(
      "DTSTART;TZID=Europe/Paris:20260328T023000",
      "DURATION:PT30M",
      "RRULE:FREQ=DAILY;COUNT=3",
    )
    #expect(
      try night.spans() == [
        "20260328T023000/20260328T030000", "20260329T033000/20260329T040000",
        "20260330T023000/20260330T030000",
      ]
    )
  }

  @Test(
    "the last occurrence is that of the bound, told in UTC, as a day, or beyond what is converted",
    arguments: [
      ("UNTIL=20260107T070000Z", 7), ("UNTIL=20260107T065959Z", 6), ("UNTIL=20260107", 7),
      ("UNTIL=20260106T235959", 6), ("UNTIL=20251231", 0), ("UNTIL=99991231T235959Z", 365),
    ],
  )
  func until(_ bound: String, _ count: Int) throws {
    let reading = calendar(
      "DTSTART;TZID=Europe/Paris:20260101T080000",
      "RRULE:FREQ=DAILY;\(bound)",
    )
    #expect(try reading.starts().count == count)
  }

  @Test("exceptions go, what replaces an occurrence takes its place, and a cancelled one says so")
  func exceptions() throws {
    let reading = ICSReading(
      Array(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:a
        DTSTART;TZID=Europe/Paris:20260105T080000
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;COUNT=5
        EXDATE;TZID=Europe/Paris:20260112T080000,20260113T080000
        EXDATE:20260119T070000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:a
        RECURRENCE-ID:20260126T070000Z
        DTSTART;TZID=Europe/Paris:20260127T140000
        SUMMARY:reporté
        END:VEVENT
        BEGIN:VEVENT
        UID:a
        RECURRENCE-ID;TZID=Europe/Paris:20260202T080000
        DTSTART;TZID=Europe/Paris:20260202T080000
        STATUS:CANCELLED
        END:VEVENT
        END:VCALENDAR
        """.utf8
      )
    )
    #expect(reading.losses.isEmpty)
    #expect(reading.notices.isEmpty)
    #expect(try reading.starts() == ["20260105T080000", "20260127T140000", "20260202T080000"])
    let all = try reading.occurrences(within: day(2026, 1, 1)...day(2026, 12, 31))
    #expect(all.map(\.entry.summary) == ["", "reporté", ""])
    #expect(all.map(\.entry.status) == [nil, nil, .cancelled])
  }

  @Test("whole days come again; a first day that does not follow the rule is kept and told")
  func days() throws {
    let reading = calendar("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    #expect(try reading.starts() == ["20260101T000000", "20260105T000000", "20260112T000000"])
    #expect(reading.notices == [ICSProblem(line: 6, kind: .startOutsideRule)])
  }

  @Test("more occurrences than asked are refused, and no rule is looked at for ever")
  func limits() throws {
    let reading = calendar("DTSTART:20260101T080000", "RRULE:FREQ=DAILY")
    let year = try day(2026, 1, 1)...day(2026, 12, 31)
    #expect(try reading.occurrences(within: year, limit: 365).count == 365)
    #expect(throws: ICSReading.TooMany(limit: 364)) {
      try reading.occurrences(within: year, limit: 364)
    }
    let event =
      "BEGIN:VEVENT\nUID:a\nDTSTART:19960101T080000\n"
      + "RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU;COUNT=999999\nEND:VEVENT\n"
    let many = ICSReading(
      Array(("BEGIN:VCALENDAR\n" + String(repeating: event, count: 300) + "END:VCALENDAR").utf8)
    )
    #expect(throws: ICSReading.TooMany(limit: 100_000)) {
      try many.occurrences(within: day(1996, 1, 1)...day(9999, 12, 31))
    }
  }
}
