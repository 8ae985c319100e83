import ICalendar
import Testing

struct ParisClockTests {
  @Test(
    "both sides of both changes of 2026",
    arguments: [
      ("20260329T005959", "20260329T015959"), ("20260329T010000", "20260329T030000"),
      ("20261025T005959", "20261025T025959"), ("20261025T010000", "20261025T020000"),
      ("20261231T230000", "20270101T000000"), ("20260630T220000", "20260701T000000"),
      ("20000229T233000", "20000301T003000"),
    ],
  )
  func local(_ utc: String, _ local: String) throws {
    #expect(try text(ParisClock.local(utc: time(utc))) == local)
  }

  @Test(
    "a time shown twice is the first, a time skipped counts as before the change",
    arguments: [
      ("20260329T015959", "20260329T005959"), ("20260329T020000", "20260329T010000"),
      ("20260329T023000", "20260329T013000"), ("20260329T030000", "20260329T010000"),
      ("20261025T015959", "20261024T235959"), ("20261025T020000", "20261025T000000"),
      ("20261025T025959", "20261025T005959"), ("20261025T030000", "20261025T020000"),
    ],
  )
  func utc(_ local: String, _ utc: String) throws {
    #expect(try text(ParisClock.utc(local: time(local))) == utc)
  }

  @Test("every hour of every year comes back, but the one shown twice")
  func roundTrip() throws {
    var lost = 0
    for year in [1996, 2000, 2026, 2100, 2199] {
      var date = try day(year, 1, 1)
      while date.year == year {
        for hour in 0..<24 {
          let utc = try #require(CivilDateTime(date, hour: hour, minute: 0))
          if ParisClock.utc(local: ParisClock.local(utc: utc)) != utc { lost += 1 }
        }
        date = try #require(date.adding(days: 1))
      }
    }
    #expect(lost == 5)
  }

  @Test("a day that does not exist is none; weekdays and sums of days are right")
  func days() throws {
    #expect(CivilDate(2026, 2, 29) == nil)
    #expect(CivilDate(2100, 2, 29) == nil)
    #expect(CivilDate(0, 1, 1) == nil)
    #expect(try day(2000, 2, 29).weekday == 1)
    #expect(try day(1970, 1, 1).weekday == 3)
    #expect(try day(2024, 2, 28).adding(days: 2) == day(2024, 3, 1))
    #expect(try day(1, 1, 1).adding(days: -1) == nil)
    #expect(try day(9999, 12, 31).adding(days: 1) == nil)
    #expect(try day(2026, 1, 1).adding(days: .max) == nil)
    #expect(try day(1, 1, 1).adding(days: 730_119) == day(2000, 1, 1))
  }
}
